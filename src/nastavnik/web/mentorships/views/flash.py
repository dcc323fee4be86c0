"""Short meetings: offered, booked with one tap, held, «спасибо»."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import FlashState
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.mentorships.faces import called, is_young
from nastavnik.web.mentorships.way_forms import OfferForm, ThanksForm
from nastavnik.web.shell.contacts import is_fit, is_fit_for_children
from nastavnik.web.shell.render import render_page

SHOWN = 50
OVER = 10


@allow(rules.works_on_mentorships, methods=("GET", "HEAD"))
def flash(request: HttpRequest) -> HttpResponse:
    """What is free, what is mine, what was."""
    return _page(request)


@allow(rules.works_on_mentorships, methods=("POST",))
def offer_flash(request: HttpRequest) -> HttpResponse:
    mentors = list(queries.mentors_to_offer(request.user))
    form = OfferForm(request.POST, mentors=_named(mentors))
    if is_fit_for_children(form):
        given = dict(form.cleaned_data)
        mentor = next(one for one in mentors if one.pk == given.pop("mentor"))
        try:
            actions.offer_flash(mentor, **given, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Встреча предложена. Записавшегося увидите здесь."))
            return see_other("mentorships:flash")
    return _page(request, form)


@allow(rules.works_on_mentorships, methods=("POST",))
def book_flash(request: HttpRequest, pk: int) -> HttpResponse:
    slot = fetch(queries.slots_visible_to(request.user), pk, rules.can_book, request.user)
    mine = queries.flash_participations(request.user).get(module=slot.module_id, role=ParticipationRole.MENTEE)
    actions.book(slot, mentee=mine, by=request.user)
    messages.success(request, _("Записано. Встреча стоит в календаре."))
    return see_other("mentorships:flash")


@allow(rules.works_on_mentorships, methods=("POST",))
def unbook_flash(request: HttpRequest, pk: int) -> HttpResponse:
    slot = fetch(queries.slots_visible_to(request.user), pk, rules.is_booked_by, request.user)
    actions.unbook(slot, by=request.user)
    messages.success(request, _("Запись отменена, время снова свободно."))
    return see_other("mentorships:flash")


@allow(rules.works_on_mentorships, methods=("POST",))
def withdraw_flash(request: HttpRequest, pk: int) -> HttpResponse:
    slot = fetch(queries.slots_visible_to(request.user), pk, rules.can_offer, request.user)
    actions.withdraw(slot, by=request.user)
    messages.success(request, _("Встреча отменена. Кто записался, узнает об этом."))
    return see_other("mentorships:flash")


@allow(rules.works_on_mentorships, methods=("POST",))
def close_flash(request: HttpRequest, pk: int) -> HttpResponse:
    """They have met."""
    slot = fetch(queries.slots_visible_to(request.user), pk, rules.can_close, request.user)
    form = ThanksForm(request.POST)
    if not is_fit(form, slot.mentorship, request.user):
        return _page(request, refused=(slot.pk, form))
    author = person_of(request.user, slot.organisation)
    actions.close(slot, thanks=form.cleaned_data["thanks"], author=author, by=request.user)
    messages.success(request, _("Отмечено. Спасибо!"))
    return see_other("mentorships:flash")


def _page(request: HttpRequest, form: Any = None, refused: tuple[int, Any] | None = None) -> HttpResponse:
    user, mentors = request.user, list(queries.mentors_to_offer(request.user))
    modules = {p.module_id for p in queries.flash_participations(user) if p.role == ParticipationRole.MENTEE}
    ahead = list(queries.slots_ahead(user)[:SHOWN])
    for slot in ahead:
        slot.mentor_name = called(slot.mentor.person)
        slot.is_mine = slot.mentor.person.user_id == user.pk
        slot.is_booked = slot.state == FlashState.BOOKED
        slot.by_me = slot.is_booked and not slot.is_mine and slot.module_id in modules
        slot.may_book = not slot.is_booked and not slot.is_mine and slot.module_id in modules
        slot.may_withdraw = slot.is_mine or slot.mentor_id in {one.pk for one in mentors}
        slot.may_close = slot.is_booked and slot.happens_on <= clock.today(slot.organisation.time_zone)
        slot.form = refused[1] if refused and refused[0] == slot.pk else ThanksForm(prefix=None)
    person = person_of(user, request.organisation) if request.organisation else None
    context = {
        "ahead": ahead,
        "over": [(slot, called(slot.mentor.person)) for slot in queries.slots_over(user)[:OVER]],
        "form": form or (OfferForm(mentors=_named(mentors)) if mentors else None),
        "child_reads": person is not None and is_young(person),
    }
    return render_page(request, "mentorships/flash.html", context, status=422 if form or refused else 200)


def _named(mentors: list[Any]) -> list[tuple[int, str]]:
    return [(one.pk, f"{one.person.list_name}, {one.module.programme.title}") for one in mentors]
