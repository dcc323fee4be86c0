"""A group meeting from the plan to the choices: planned, who came, choices opened, given, closed."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching.enums import MOST_CHOICES, GroupMeetingState
from nastavnik.domain.matching.errors import (
    AlreadyInTheChoice,
    AnsweredThemselves,
    ChoiceIsOver,
    MeetingIsAhead,
    NobodyToChoose,
    NotAtTheMeeting,
    TooManyChoices,
)
from nastavnik.domain.matching.models import Choice, GroupMeeting, Presence
from nastavnik.domain.matching.queries.meetings import at_the_meeting, options
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Module, Participation


@transaction.atomic
def plan_group_meeting(module: Module, *, title: str, held_on: date, place: str = "", by: User) -> GroupMeeting:
    """Name the day on which mentors and mentees of the module see each other."""
    meeting = GroupMeeting.objects.create(
        organisation_id=module.organisation_id, module=module, title=title, held_on=held_on, place=place
    )
    audit.record("groupmeeting.plan", meeting, by=by, fields=["title", "held_on", "place"])
    return meeting


@transaction.atomic
def edit_group_meeting(
    meeting: GroupMeeting, *, title: str, held_on: date, place: str, version: int, by: User
) -> GroupMeeting:
    """Another day, place or name; a late form is refused."""
    rows = GroupMeeting.objects.filter(pk=meeting.pk, version=version)
    if not rows.update(title=title, held_on=held_on, place=place, version=F("version") + 1):
        raise ChangedMeanwhile(meeting)
    meeting.refresh_from_db()
    audit.record("groupmeeting.edit", meeting, by=by, fields=["title", "held_on", "place"])
    return meeting


def call_off(meeting: GroupMeeting, *, by: User, note: str = "") -> GroupMeeting:
    """The meeting does not take place."""
    advance(meeting, "call_off", by=by, note=note)
    return meeting


@transaction.atomic
def mark_attendance(meeting: GroupMeeting, *, came: Collection[int], version: int | None = None, by: User) -> int:
    """Write down who came, by participation ids; returns how many. Nobody with an answer is taken off the list, nor
    anybody who is not on it any more. With a `version` a list made before somebody else's ticks is refused.
    """
    _take(meeting, version)
    if meeting.state not in (GroupMeetingState.PLANNED, GroupMeetingState.OPEN):
        raise ChoiceIsOver
    if meeting.held_on > clock.today(meeting.organisation.time_zone):
        raise MeetingIsAhead(day=date_format(meeting.held_on, "j E"))
    invited = set(at_the_meeting(meeting).values_list("pk", flat=True))
    known = {row.participation_id: row for row in meeting.presences.filter(participation__in=invited)}
    _require_outside_the_choice(meeting, {pk for pk, row in known.items() if row.came} - set(came))
    Presence.objects.filter(meeting=meeting, participation__in=known.keys() - set(came)).update(came=False)
    Presence.objects.filter(meeting=meeting, participation__in=known.keys() & set(came)).update(came=True)
    Presence.objects.bulk_create(
        Presence(organisation_id=meeting.organisation_id, meeting=meeting, participation_id=pk, came=True)
        for pk in sorted((set(came) & invited) - known.keys())
    )
    audit.record("groupmeeting.attendance", meeting, by=by, fields=["presences"])
    return meeting.presences.filter(came=True).count()


def _take(meeting: GroupMeeting, version: int | None) -> None:
    """The meeting as it is now, held until this is done; lists made before are late from now on."""
    rows = GroupMeeting.objects.filter(pk=meeting.pk)
    if version is not None:
        rows = rows.filter(version=version)
    if not rows.update(version=F("version") + 1):
        raise ChangedMeanwhile(meeting)
    meeting.refresh_from_db(fields=["state", "version"])


def _require_outside_the_choice(meeting: GroupMeeting, leaving: set[int]) -> None:
    rows = Participation.objects.filter(pk__in=leaving).select_related("person")
    answered = set(meeting.presences.filter(answered_at__isnull=False).values_list("participation_id", flat=True))
    named = set(meeting.choices.values_list("chosen_id", flat=True))
    for participation in rows:
        if participation.pk in answered | named:
            raise AlreadyInTheChoice(name=participation.person.list_name)


@transaction.atomic
def open_choices(meeting: GroupMeeting, *, by: User) -> GroupMeeting:
    """From now on each who came names whom they would like to work with."""
    roles = set(meeting.presences.filter(came=True).values_list("participation__role", flat=True))
    if len(roles) < 2:
        raise NobodyToChoose
    advance(meeting, "open_choices", by=by)
    return meeting


@transaction.atomic
def choose(presence: Presence, *, chosen: Sequence[int], version: int, by: User) -> Presence:
    """Write down whom somebody named, in order; naming nobody is an answer too. May be changed while choosing lasts.

    `chosen` are participation ids of the other side, at most three.
    """
    meetings = GroupMeeting.objects.select_for_update(no_key=True)
    meeting = meetings.get(pk=presence.meeting_id)  # anew: it may have been closed meanwhile
    own = presence.participation.person.user_id
    if meeting.state != GroupMeetingState.OPEN or not presence.came:
        raise ChoiceIsOver
    if presence.answered_by_id == own and presence.answered_at and by.pk != own:
        raise AnsweredThemselves(name=presence.participation.person.list_name)
    _require_possible(presence, chosen)
    rows = Presence.objects.filter(pk=presence.pk, version=version)
    if not rows.update(answered_at=clock.now(), answered_by=by, version=F("version") + 1):
        raise ChangedMeanwhile(presence)
    Choice.objects.filter(meeting=meeting, chooser=presence.participation).delete()
    Choice.objects.bulk_create(
        Choice(
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            chooser=presence.participation,
            chosen_id=pk,
            rank=rank,
        )
        for rank, pk in enumerate(chosen, start=1)
    )
    audit.record("presence.choose", presence, by=by, fields=["choices"])
    presence.refresh_from_db()
    return presence


def _require_possible(presence: Presence, chosen: Sequence[int]) -> None:
    if len(chosen) > MOST_CHOICES or len(set(chosen)) != len(chosen):
        raise TooManyChoices
    possible = {option.pk for option in options(presence)}
    for pk in chosen:
        if pk not in possible:
            raise NotAtTheMeeting(name=f"№ {pk}")


def close_choices(meeting: GroupMeeting, *, by: User) -> GroupMeeting:
    """Choosing is over: mutual choices count in matching from now on."""
    advance(meeting, "close_choices", by=by)
    return meeting


def reopen_choices(meeting: GroupMeeting, *, by: User) -> GroupMeeting:
    """Somebody was forgotten: choices can be given again."""
    advance(meeting, "reopen_choices", by=by)
    return meeting
