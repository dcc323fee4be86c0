"""How a pair begins: its rules, the first meetings, the question after the trial."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import MeetingKind
from nastavnik.domain.mentorships.shipped.agreement import PRINCIPLES
from nastavnik.domain.people.queries import person_of
from nastavnik.web.mentorships.faces import called, face, opened, today_of
from nastavnik.web.mentorships.way import member_of
from nastavnik.web.mentorships.way_forms import LineForm, RulesForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def pair_rules(request: HttpRequest, pk: int) -> HttpResponse:
    """«О чём мы договорились»; to be read, printed, confirmed by both."""
    return _rules_page(request, opened(fetch(queries.visible_to(request.user), pk)))


@allow(rules.works_on_mentorships, methods=("POST",))
def write_rules(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_agree, request.user))
    form = RulesForm(request.POST)
    if not is_fit(form, mentorship, request.user):
        return _rules_page(request, mentorship, form=form)
    given = dict(form.cleaned_data)
    try:
        actions.write_agreement(mentorship, given, version=given.pop("version"), by=request.user)
    except ChangedMeanwhile as conflict:
        return late(request, form, conflict.subject, back=("mentorships:pair_rules", mentorship.pk))
    return see_other("mentorships:pair_rules", mentorship.pk)


@allow(rules.works_on_mentorships, methods=("POST",))
def add_rule(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_confirm_rules, request.user))
    form = LineForm(request.POST)
    if not is_fit(form, mentorship, request.user):
        return _rules_page(request, mentorship, line_form=form)
    author = person_of(request.user, mentorship.organisation)
    actions.add_line(mentorship, author=author, text=form.cleaned_data["text"], by=request.user)
    return see_other("mentorships:pair_rules", mentorship.pk)


@allow(rules.works_on_mentorships, methods=("POST",))
def confirm_rules(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_confirm_rules, request.user))
    actions.confirm_agreement(member_of(mentorship, request.user), by=request.user)
    messages.success(request, _("Записано. Когда согласны все, правила пары приняты."))
    return see_other("mentorships:pair_rules", mentorship.pk)


@allow(rules.works_on_mentorships, methods=("POST",))
def after_trial(request: HttpRequest, pk: int) -> HttpResponse:
    """«Продолжаем» or «лучше сменить»; the second leaves no mark."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.is_member_at_work, request.user))
    member, said = member_of(mentorship, request.user), request.POST.get("answer")
    if said == "go_on":
        actions.go_on(member, by=request.user)
        messages.success(request, _("Записано: продолжаем."))
        return see_other("mentorships:pair", mentorship.pk)
    if said != "change":
        return HttpResponseBadRequest()
    actions.change_after_trial(member)
    messages.success(request, _("Хорошо. Куратор предложит другую пару; на этом всё, отметок не остаётся."))
    return see_other("desk:today")


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def agenda(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The card of one of the first meetings."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk))
    if kind not in MeetingKind.values:
        raise Http404
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, request.user),
        "title": MeetingKind(kind).label,
        "agenda": queries.agenda_for(mentorship, kind),
    }
    return render_page(request, "mentorships/agenda.html", context)


def _rules_page(request: HttpRequest, mentorship: Any, form: Any = None, line_form: Any = None) -> HttpResponse:
    user, now = request.user, queries.rules_of(mentorship)
    me = member_of(mentorship, user)
    said = {name: getattr(now, name) for name in ("mentor_does", "mentee_does", "how_often", "how_to_end", "version")}
    may_confirm = me is not None and rules.can_confirm_rules(user, mentorship)
    context = {
        "mentorship": mentorship,
        "face": face(mentorship, user),
        "principles": PRINCIPLES,
        "rules": now,
        "lines": [(called(line.author), line.text) for line in now.lines],
        "confirmed": [called(member.person) for member in now.confirmed],
        "waiting": [called(member.person) for member in now.waiting],
        "may_write": rules.can_agree(user, mentorship),
        "may_add": may_confirm,
        "may_confirm": may_confirm and me in now.waiting,
        "form": form or RulesForm(initial=said),
        "line_form": line_form or LineForm(),
        "today": today_of(mentorship),
    }
    return render_page(request, "mentorships/pair_rules.html", context, status=422 if form or line_form else 200)
