"""Meetings: planned, held, missed by either side, corrected."""

from datetime import date, time
from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.actions.diary import write_diary
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.errors import BeforeStart, InTheFuture, NotAtWork
from nastavnik.domain.mentorships.gates import require_consents, require_training
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.models import Person, User

STEP_TO = {
    MeetingState.HELD: "hold",
    MeetingState.MISSED_BY_MENTOR: "miss_by_mentor",
    MeetingState.MISSED_BY_MENTEE: "miss_by_mentee",
    MeetingState.CANCELLED: "cancel",
}


@transaction.atomic
def plan_meeting(
    mentorship: Mentorship,
    *,
    happens_on: date,
    begins_at: time | None = None,
    place: str = "",
    kind: str = MeetingKind.WORK,
    mode: str = "",
    entry_key: str | None = None,
    by: User | None,
) -> Meeting:
    """Put a meeting into the calendar of both."""
    _require_work(mentorship)
    require_consents(mentorship)
    _require_day(mentorship, happens_on, may_be_ahead=True)
    meeting, made = _one_row(
        mentorship, entry_key, happens_on=happens_on, begins_at=begins_at, place=place, kind=kind, mode=mode
    )
    if made:
        audit.record("meeting.plan", meeting, by=by, fields=["happens_on", "begins_at", "place", "kind", "mode"])
    return meeting


@transaction.atomic
def record_meeting(
    mentorship: Mentorship,
    *,
    happens_on: date,
    state: str,
    mood: str = "",
    minutes: int | None = None,
    kind: str = MeetingKind.WORK,
    mode: str = "",
    text: str = "",
    is_private: bool = False,
    author: Person | None,
    entry_key: str | None = None,
    planned: Meeting | None = None,
    by: User | None,
) -> Meeting:
    """What happened on a day, in one act: the meeting, the mood, the words.

    The same `entry_key` again gives the meeting that is there. `planned` is the meeting of the calendar that this was.
    """
    _require_work(mentorship)
    require_consents(mentorship)
    _require_day(mentorship, happens_on)
    if state == MeetingState.HELD:
        require_training(mentorship)
    values = {"happens_on": happens_on, "mood": mood if state == MeetingState.HELD else "", "minutes": minutes}
    if planned is None:
        meeting, made = _one_row(mentorship, entry_key, kind=kind, mode=mode, **values)
        if not made:
            return meeting
    else:
        meeting = planned
        save_changes(meeting, {**values, "entry_key": entry_key}, version=meeting.version, by=by)
    lifecycle.advance(meeting, STEP_TO[MeetingState(state)], by=by)
    if text and author:
        write_diary(
            mentorship, author=author, happened_on=happens_on, text=text, is_private=is_private, meeting=meeting, by=by
        )
    return meeting


@transaction.atomic
def edit_meeting(
    meeting: Meeting, changes: dict[str, Any], *, state: str | None = None, version: int, by: User | None
) -> Meeting:
    """Correct an entry: day, mood, minutes, place, and also whether the meeting took place."""
    day = changes.get("happens_on", meeting.happens_on)
    if state != MeetingState.CANCELLED:
        require_consents(meeting.mentorship)
    not_held = (state or meeting.state) in (MeetingState.PLANNED, MeetingState.CANCELLED)
    _require_day(meeting.mentorship, day, may_be_ahead=not_held)
    if state == MeetingState.HELD != meeting.state:
        require_training(meeting.mentorship)
    save_changes(meeting, changes, version=version, by=by)
    if state and state != meeting.state:
        lifecycle.advance(meeting, STEP_TO[MeetingState(state)], by=by)
    return meeting


def hold(meeting: Meeting, *, by: User | None) -> Meeting:
    """It took place."""
    require_consents(meeting.mentorship)
    _require_day(meeting.mentorship, meeting.happens_on)
    require_training(meeting.mentorship)
    lifecycle.advance(meeting, "hold", by=by)
    return meeting


def miss_by_mentor(meeting: Meeting, *, by: User | None) -> Meeting:
    """The mentor did not come."""
    _require_day(meeting.mentorship, meeting.happens_on)
    lifecycle.advance(meeting, "miss_by_mentor", by=by)
    return meeting


def miss_by_mentee(meeting: Meeting, *, by: User | None) -> Meeting:
    """The mentee did not come."""
    _require_day(meeting.mentorship, meeting.happens_on)
    lifecycle.advance(meeting, "miss_by_mentee", by=by)
    return meeting


def cancel(meeting: Meeting, *, by: User | None, note: str = "") -> Meeting:
    """It will not take place, or was entered by mistake."""
    lifecycle.advance(meeting, "cancel", by=by, note=note)
    return meeting


def _one_row(mentorship: Mentorship, entry_key: str | None, **values: Any) -> tuple[Meeting, bool]:
    """A new meeting, or the one that the same key made before."""
    same = mentorship.meetings.filter(entry_key=entry_key) if entry_key else mentorship.meetings.none()
    try:
        with transaction.atomic():
            if found := same.first():
                return found, False
            return mentorship.meetings.create(
                organisation_id=mentorship.organisation_id, entry_key=entry_key, **values
            ), True
    except IntegrityError:  # the other of two equal taps was faster
        return same.get(), False


def _require_work(mentorship: Mentorship) -> None:
    if mentorship.state not in AT_WORK:
        raise NotAtWork


def _require_day(mentorship: Mentorship, day: date, *, may_be_ahead: bool = False) -> None:
    if day > clock.today(mentorship.organisation.time_zone) and not may_be_ahead:
        raise InTheFuture(day=spoken(day))
    if mentorship.started_on and day < mentorship.started_on:
        raise BeforeStart(day=spoken(day), start=spoken(mentorship.started_on))
