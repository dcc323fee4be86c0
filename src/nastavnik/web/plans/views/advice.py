"""What a mentor recommends in two taps; what helped; links that wait for another adult."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.conversations.queries import passing
from nastavnik.domain.library.enums import Audience
from nastavnik.domain.library.queries import situations_in
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.plans import actions, queries, rules
from nastavnik.domain.plans.enums import AdviceKind, AdviceState, Helped
from nastavnik.web.plans.forms import LinkForm
from nastavnik.web.shell.render import render_page

HEADINGS = (
    (AdviceKind.TIME, gettext_lazy("Как распределить время")),
    (AdviceKind.THEME, gettext_lazy("Тема")),
    (AdviceKind.MEMO, gettext_lazy("Материал")),
)


@allow(rules.takes_part)
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    """The second of the two taps is on a line of a list."""
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_recommend, request.user)
    if request.method == "POST":
        kind, _colon, code = request.POST.get("choice", "").partition(":")
        person = person_of(request.user, mentorship.organisation)
        actions.recommend(mentorship, kind=kind, code=code, person=person, by=request.user)
        messages.success(request, _("Посоветовано. Здесь появится, помогло ли."))
        return see_other("mentorships:pair", mentorship.pk)
    return _page(request, mentorship, LinkForm())


@allow(rules.takes_part, methods=("POST",))
def link(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_recommend, request.user)
    form = LinkForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.recommend_link(
                mentorship,
                **given,
                passes=passing(mentorship.organisation)(given["url"]),
                person=person_of(request.user, mentorship.organisation),
                by=request.user,
            )
        except DomainError as error:
            form.add_error("url", sentence(error))
        else:
            waits = made.state == AdviceState.HELD
            messages.success(request, _("Ссылку сначала посмотрит куратор.") if waits else _("Посоветовано."))
            return see_other("mentorships:pair", mentorship.pk)
    return _page(request, mentorship, form)


@allow(rules.takes_part, methods=("POST",))
def helped(request: HttpRequest, pk: int) -> HttpResponse:
    """«Помогло» or «не очень»."""
    row = fetch(queries.recommendations_visible_to(request.user), pk, rules.can_mark_helped, request.user)
    said = request.POST.get("helped", "")
    if said in Helped.values:
        actions.mark_helped(row, person=person_of(request.user, row.organisation), helped=said)
    return see_other("mentorships:pair", row.mentorship_id)


@allow(rules.decides_links)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The coordinator looks at a link before a child gets it."""
    row = fetch(queries.recommendations_visible_to(request.user), pk, rules.can_decide, request.user)
    if request.method == "POST" and request.POST.get("act") in ("release", "refuse"):
        act = actions.release if request.POST["act"] == "release" else actions.refuse
        act(row, by=request.user)
        return see_other("mentorships:pair", row.mentorship_id)
    return render_page(request, "plans/decide.html", {"row": row}, status=422 if request.method == "POST" else 200)


def _page(request: HttpRequest, mentorship: Any, form: LinkForm) -> HttpResponse:
    found, situation = queries.choices_of(mentorship), request.GET.get("situation", "")
    shown = [one for one in found if not situation or not one.situations or situation in one.situations]
    context = {
        "mentorship": mentorship,
        "groups": [(kind, title, [one for one in shown if one.kind == kind]) for kind, title in HEADINGS],
        "situations": situations_in(found, (Audience.MENTOR,)),
        "situation": situation,
        "form": form,
        "waits": queries.waits_for_adult(mentorship),
    }
    return render_page(request, "plans/recommend.html", context, status=422 if form.errors else 200)
