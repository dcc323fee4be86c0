"""Meetings: planned, held, missed by either side, corrected."""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from django.db import IntegrityError, transaction

from nastavnik.core import audit, lifecycle
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.actions.attendance import mark_attendance
from nastavnik.domain.mentorships.actions.telling import STEP_TO
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.gates import require_consents, require_day, require_training, require_work
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.people.models import User


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
    require_work(mentorship)
    require_consents(mentorship)
    require_day(mentorship, happens_on, may_be_ahead=True)
    meeting, made = _one_row(
        mentorship, entry_key, happens_on=happens_on, begins_at=begins_at, place=place, kind=kind, mode=mode
    )
    if made:
        audit.record("meeting.plan", meeting, by=by, fields=["happens_on", "begins_at", "place", "kind", "mode"])
    return meeting


@transaction.atomic
def edit_meeting(
    meeting: Meeting,
    changes: dict[str, Any],
    *,
    state: str | None = None,
    came: Collection[int] | None = None,
    discussed: Collection[int] = (),
    version: int,
    by: User | None,
) -> Meeting:
    """Correct an entry: day, mood, minutes, type, topic, and also whether the meeting took place and who came."""
    day = changes.get("happens_on", meeting.happens_on)
    if state != MeetingState.CANCELLED:
        require_consents(meeting.mentorship)
    not_held = (state or meeting.state) in (MeetingState.PLANNED, MeetingState.CANCELLED)
    require_day(meeting.mentorship, day, may_be_ahead=not_held)
    if state == MeetingState.HELD != meeting.state:
        require_training(meeting.mentorship)
    save_changes(meeting, changes, version=version, by=by)
    if state and state != meeting.state:
        lifecycle.advance(meeting, STEP_TO[MeetingState(state)], by=by)
    if meeting.state == MeetingState.HELD and came is not None:
        mark_attendance(meeting, came=came, discussed=discussed, by=by)
    return meeting


def hold(meeting: Meeting, *, by: User | None) -> Meeting:
    """It took place."""
    require_consents(meeting.mentorship)
    require_day(meeting.mentorship, meeting.happens_on)
    require_training(meeting.mentorship)
    lifecycle.advance(meeting, "hold", by=by)
    return meeting


def miss_by_mentor(meeting: Meeting, *, by: User | None) -> Meeting:
    """The mentor did not come."""
    require_day(meeting.mentorship, meeting.happens_on)
    lifecycle.advance(meeting, "miss_by_mentor", by=by)
    return meeting


def miss_by_mentee(meeting: Meeting, *, by: User | None) -> Meeting:
    """The mentee did not come."""
    require_day(meeting.mentorship, meeting.happens_on)
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
