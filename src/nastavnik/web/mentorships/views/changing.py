"""A longer term, a wish to end, the parts of a team, last words."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.mentorships.deciding import decide
from nastavnik.web.mentorships.faces import is_young, opened
from nastavnik.web.mentorships.way import member_of
from nastavnik.web.mentorships.way_forms import (
    AskToEndForm,
    CreditForm,
    ExtendForm,
    MenteesLastWordForm,
    MentorsLastWordForm,
    RestForm,
    TeamForm,
)

MENTOR = ParticipationRole.MENTOR


@allow(rules.edits_mentorships)
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    return decide(
        request, mentorship, ExtendForm(_typed(request)),
        lambda form: actions.extend(mentorship, **form.cleaned_data, by=request.user),
        _("До какого дня продлить?"), _("Продлить"),
        _("Пара останется той же: в каждом учебном году она считается один раз."),
    )  # fmt: skip


@allow(rules.works_on_mentorships)
def ask_to_end(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.is_member_at_work, request.user))
    member = member_of(mentorship, request.user)
    heading = _("Хочешь закончить?") if is_young(member.person) else _("Хотите закончить?")

    def act(form: Any) -> None:
        actions.ask_to_end(member, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Куратор увидит просьбу. Сделанное засчитают."))

    return decide(
        request, mentorship, AskToEndForm(_typed(request)), act, heading, _("Попросить куратора"),
        _("Ругать не будут, сделанное засчитают. Другая сторона узнает об этом от куратора."),
    )  # fmt: skip


@allow(rules.edits_mentorships, methods=("POST",))
def settle_requests(request: HttpRequest, pk: int) -> HttpResponse:
    """Talked over: it goes on."""
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    actions.settle_requests(mentorship, by=request.user)
    return see_other("mentorships:pair", mentorship.pk)


@allow(rules.edits_mentorships)
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """Who answers for what, and until when."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user))
    members = [member for member in mentorship.members.all() if member.ends_on is None]
    form = TeamForm(_typed(request), members=members, initial={"until": mentorship.planned_until})

    def act(form: Any) -> None:
        actions.set_parts(mentorship, form.parts(), until=form.cleaned_data["until"], by=request.user)

    return decide(request, mentorship, form, act, _("Кто за что отвечает?"), _("Сохранить роли"))


@allow(rules.edits_mentorships)
def credit(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done and is counted, also where the end comes early."""
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user)
    row, done = getattr(mentorship, "closing", None), queries.done_so_far(mentorship)
    initial = {name: getattr(row, name) for name in CreditForm.base_fields} if row else {}
    lead = _("Встреч: %(meetings)s, шагов плана сделано: %(done)s из %(steps)s, целей достигнуто: %(goals)s.") % {
        "meetings": done.meetings, "done": done.steps_done, "steps": done.steps, "goals": done.goals_reached,
    }  # fmt: skip
    return decide(
        request, mentorship, CreditForm(_typed(request), initial=initial),
        lambda form: actions.count_done(mentorship, **form.cleaned_data, by=request.user),
        _("Что сделано и засчитано?"), _("Сохранить"), lead, back="mentorships:credit",
    )  # fmt: skip


@allow(rules.works_on_mentorships)
def last_word(request: HttpRequest, pk: int) -> HttpResponse:
    """What a member thinks at the end."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_say_last_word, request.user))
    member = member_of(mentorship, request.user)
    before = queries.words_visible_to(request.user).filter(member=member).first()
    shape = MentorsLastWordForm if member.role == MENTOR else MenteesLastWordForm
    initial = {name: getattr(_spoken(before), name) for name in shape.base_fields} if before else {}

    def act(form: Any) -> None:
        said = form.said()
        try:
            actions.say_last_word(member, said, version=said.pop("version"), by=request.user)
        except ChangedMeanwhile as conflict:
            raise ChangedMeanwhile(_spoken(conflict.subject)) from conflict
        messages.success(request, _("Спасибо! Слова прочтёт куратор."))

    return decide(
        request, mentorship, shape(_typed(request), initial=initial), act, _("Что скажем напоследок?"),
        _("Сохранить"), _("Любую строку можно пропустить. Прочтёт куратор."), back="mentorships:last_word",
    )  # fmt: skip


def _spoken(word: Any) -> Any:
    """The row with its yes and no as the form says them."""
    word.became_friends = {True: "yes", False: "no"}.get(word.became_friends, "")
    return word


@allow(rules.edits_mentorships)
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """A breath before the next pair, for the mentee of one that ended."""
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_lead, request.user))
    members = mentorship.members.select_related("participation__person").filter(role=ParticipationRole.MENTEE)

    def act(form: Any) -> None:
        for member in members:
            actions.rest(member.participation, until=form.cleaned_data["until"], by=request.user)

    return decide(
        request, mentorship, RestForm(_typed(request)), act, _("До какого дня отдых?"), _("Дать отдохнуть"),
        _("До этого дня подбор наставляемого никому не предложит."),
    )  # fmt: skip


def _typed(request: HttpRequest) -> Any:
    """What was sent, also where every field was left empty."""
    return request.POST if request.method == "POST" else None
