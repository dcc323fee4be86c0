"""The 15-second log: what happened on a day, told by one side, confirmed by the other."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from nastavnik.core import audit, clock, lifecycle
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.actions.attendance import mark_attendance
from nastavnik.domain.mentorships.actions.diary import write_diary
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.errors import AlreadyTold
from nastavnik.domain.mentorships.gates import require_consents, require_day, require_training, require_work
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.mentorships.queries.telling import is_of_other_side
from nastavnik.domain.mentorships.words import outcome, spoken
from nastavnik.domain.people.models import Person, User

STEP_TO = {
    MeetingState.HELD: "hold",
    MeetingState.MISSED_BY_MENTOR: "miss_by_mentor",
    MeetingState.MISSED_BY_MENTEE: "miss_by_mentee",
    MeetingState.CANCELLED: "cancel",
}
WRONG_CLOCK = timedelta(days=1)  # a telephone that is further ahead tells nothing


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
    session_type: str = "",
    topic: str = "",
    methods: Sequence[str] = (),
    works: Sequence[str] = (),
    came: Collection[int] | None = None,
    text: str = "",
    is_private: bool = False,
    author: Person | None,
    entry_key: str | None = None,
    told_at: datetime | None = None,
    planned: Meeting | None = None,
    again: bool = False,
    by: User | None,
) -> Meeting:
    """What happened on a day, in one act: the meeting, the mood, the words.

    The same `entry_key` again gives the meeting that is there, and so does a second tap on the day of a meeting that
    was told already: of the other side it confirms, with another mood it raises AlreadyTold; `again` says that they met
    once more. `planned` is the meeting of the calendar that this was; `came` the ids of the members of a group.
    """
    require_work(mentorship)
    require_consents(mentorship)
    require_day(mentorship, happens_on)
    if state == MeetingState.HELD:
        require_training(mentorship)
    # Two telephones at once: the second waits here and then sees what the first has written.
    Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    if same := _by_key(mentorship, entry_key):
        return same
    if planned is None and not again:
        if there := _of_day(mentorship, happens_on).exclude(state=MeetingState.PLANNED).first():
            _told_again(there, state=state, mood=mood, author=author, by=by)
            _write(there, text=text, is_private=is_private, author=author, by=by)
            return there
        planned = _of_day(mentorship, happens_on).filter(state=MeetingState.PLANNED).first()
    values = {
        "happens_on": happens_on,
        "mood": mood if state == MeetingState.HELD else "",
        "minutes": minutes,
        "entry_key": entry_key,
        "told_by": author,
        "told_at": told_at if told_at and told_at <= clock.now() + WRONG_CLOCK else None,
    }
    details = {
        "kind": kind, "mode": mode, "session_type": session_type, "topic": topic, "methods": list(methods),
        "works": list(works),
    }  # fmt: skip
    meeting, made = _row(mentorship, planned, values, details, by)
    if not made:
        return meeting
    lifecycle.advance(meeting, STEP_TO[MeetingState(state)], by=by)
    if state == MeetingState.HELD:
        mark_attendance(meeting, came=came, by=by)
    _write(meeting, text=text, is_private=is_private, author=author, by=by)
    return meeting


@transaction.atomic
def confirm_meeting(meeting: Meeting, *, person: Person, mood: str = "", by: User | None) -> Meeting:
    """The other side says that it was so, and how it was for them; once more changes the mood."""
    require_consents(meeting.mentorship)
    if not is_of_other_side(meeting, person):
        raise _already(meeting)
    if meeting.confirmed_by_id not in (None, person.pk):
        return meeting
    if meeting.confirmed_by_id is None or meeting.second_mood != mood:
        changes = {"confirmed_by": person, "confirmed_at": clock.now(), "second_mood": mood}
        save_changes(meeting, changes, version=meeting.version, by=by)
    return meeting


def _told_again(there: Meeting, *, state: str, mood: str, author: Person | None, by: User | None) -> None:
    if there.state != state:
        raise _already(there)
    if state == MeetingState.HELD and author and is_of_other_side(there, author):
        confirm_meeting(there, person=author, mood=mood, by=by)
    elif mood and state == MeetingState.HELD and mood != there.mood:
        raise _already(there)


def _already(meeting: Meeting) -> AlreadyTold:
    return AlreadyTold(meeting=meeting, day=spoken(meeting.happens_on), how=outcome(meeting))


def _of_day(mentorship: Mentorship, day: date) -> QuerySet[Meeting]:
    return mentorship.meetings.filter(happens_on=day).exclude(state=MeetingState.CANCELLED).order_by("id")


def _by_key(mentorship: Mentorship, entry_key: str | None) -> Meeting | None:
    return mentorship.meetings.filter(entry_key=entry_key).first() if entry_key else None


def _row(
    mentorship: Mentorship, planned: Meeting | None, values: dict[str, Any], details: dict[str, Any], by: User | None
) -> tuple[Meeting, bool]:
    """The planned meeting, or a new one; not made where the other of two equal taps was faster."""
    if planned is not None:
        save_changes(planned, values, version=planned.version, by=by)
        return planned, True
    try:
        with transaction.atomic():
            made = mentorship.meetings.create(organisation_id=mentorship.organisation_id, **values, **details)
    except IntegrityError:
        if same := _by_key(mentorship, values["entry_key"]):
            return same, False
        raise
    audit.record("meeting.tell", made, by=by, fields=["happens_on", "mood", "minutes"])
    return made, True


def _write(meeting: Meeting, *, text: str, is_private: bool, author: Person | None, by: User | None) -> None:
    """The words, once: an entry that is sent a second time brings the same ones."""
    words = text.strip()
    if not words or author is None or meeting.entries.filter(author=author, text=words).exists():
        return
    write_diary(
        meeting.mentorship,
        author=author,
        happened_on=meeting.happens_on,
        text=words,
        is_private=is_private,
        meeting=meeting,
        by=by,
    )
