"""Times offered and chosen."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.organisations.queries import video_services
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.scheduling import actions, queries, rules
from nastavnik.domain.scheduling.errors import ChooseOne, NotAMember
from nastavnik.domain.scheduling.words import called
from nastavnik.web.scheduling.faces import opened, today_of, with_whom
from nastavnik.web.scheduling.forms import SuitsForm, TimesForm, spoken
from nastavnik.web.scheduling.views.meeting import back_to, form_page
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.render import render_page


@allow(rules.works_on_mentorships)
def times(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer times that suit both, or others."""
    mentorship = opened(fetch(visible_to(request.user), pk, rules.can_write, request.user))
    found = queries.propose(mentorship)
    form = TimesForm(
        request.POST or None, suggested=_choices(request, found.times), services=video_services(mentorship.organisation)
    )
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        author = person_of(request.user, mentorship.organisation)
        try:
            if author is None:
                raise NotAMember
            actions.offer_times(mentorship, times=form.wanted(), terms=form.terms(), author=author, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Варианты отправлены. Когда выберут, встреча появится в списке."))
            return back_to(request, mentorship)
    unsaid = [called(person, today_of(request)) for person in found.unsaid]
    return form_page(
        request, mentorship, form, _("Предложить время"), _("Предложить"), unsaid=unsaid, chooses=bool(found.times)
    )


def _choices(request: HttpRequest, found: tuple[datetime, ...]) -> list[datetime]:
    """What is proposed now, and what was ticked on a page opened earlier."""
    typed = []
    for text in request.POST.getlist("times"):
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            continue
        if at.tzinfo is None:
            typed.append(at)
    return sorted({*found, *typed})


@allow(rules.works_on_mentorships)
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose one of the times; in a group say which suit."""
    row = fetch(queries.offers_visible_to(request.user), pk, rules.can_write_offer, request.user)
    mentorship = opened(row.mentorship)
    form = SuitsForm(request.POST or None, offered=[datetime.fromisoformat(text) for text in row.times])
    if request.method == "POST" and form.is_valid():
        try:
            return _answer(request, row, form)
        except DomainError as error:
            form.add_error(None, sentence(error))
    context = {
        "offer": row,
        "mentorship": mentorship,
        "whom": with_whom(mentorship, request.user, today_of(request)),
        "form": form,
        "choices": _counted(row),
        "is_group": _is_group(mentorship),
        "is_mine": row.author.user_id == request.user.pk,
        "author": called(row.author, today_of(request)),
    }
    return render_page(request, "scheduling/offer.html", context, status=422 if form.is_bound else 200)


def _answer(request: HttpRequest, row: Any, form: SuitsForm) -> HttpResponse:
    chosen = form.chosen()
    if "suits" in request.POST:
        person = person_of(request.user, row.organisation)
        if person is None:
            raise NotAMember
        actions.say_what_suits(row, suits=chosen, person=person, by=request.user)
        messages.success(request, _("Ответ записан."))
        return see_other("scheduling:offer", row.pk)
    if len(chosen) != 1:
        raise ChooseOne
    actions.accept_offer(row, at=chosen[0], by=request.user)
    messages.success(request, _("Встреча назначена."))
    return back_to(request, row.mentorship)


def _counted(row: Any) -> list[dict[str, Any]]:
    """Each time with how many said that it suits."""
    answers = list(row.answers.all())
    return [
        {
            "value": text,
            "title": spoken(datetime.fromisoformat(text)),
            "suits": sum(text in one.suits for one in answers),
            "of": len(answers),
        }
        for text in row.times
    ]


def _is_group(mentorship: Any) -> bool:
    return sum(member.ends_on is None for member in mentorship.members.all()) > 2


@allow(rules.works_on_mentorships, methods=("POST",))
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.offers_visible_to(request.user), pk, rules.can_withdraw, request.user)
    actions.withdraw_offer(row, by=request.user)
    return see_other("scheduling:index")
