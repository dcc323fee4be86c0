"""What the log asks: whose entry it is, what waits for the other side, who was in the group."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import (
    Meeting,
    MeetingAttendance,
    Mentorship,
    MentorshipMember,
)
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole


def side_of(mentorship: Mentorship, person_id: int | None) -> str:
    """ "mentor", "mentee", or "" for somebody who is not in it; no query where the members are loaded."""
    return next((member.role for member in mentorship.members.all() if member.person_id == person_id), "")


def is_of_other_side(meeting: Meeting, person: Person) -> bool:
    """May the person confirm what was told? An entry of the coordinator is confirmed by either side."""
    mine = side_of(meeting.mentorship, person.pk)
    return bool(mine and meeting.told_by_id and mine != side_of(meeting.mentorship, meeting.told_by_id))


def awaiting_confirmation(mentorship: Mentorship, person: Person) -> list[Meeting]:
    """Held meetings that the other side told and nobody of the person's side has confirmed, the newest first."""
    mine = side_of(mentorship, person.pk)
    if not mine:
        return []
    own_side = [member.person_id for member in mentorship.members.all() if member.role == mine]
    rows = mentorship.meetings.filter(state=MeetingState.HELD, confirmed_by__isnull=True, told_by__isnull=False)
    return list(rows.exclude(told_by__in=own_side).select_related("told_by").order_by("-happens_on", "-id"))


def told_on(mentorship: Mentorship, day: date) -> Meeting | None:
    """The meeting of the day that is written down."""
    gone = (MeetingState.PLANNED, MeetingState.CANCELLED)
    return mentorship.meetings.filter(happens_on=day).exclude(state__in=gone).order_by("id").first()


def group_of(meeting: Meeting) -> list[MentorshipMember]:
    """Mentees who were in the mentorship on the day of the meeting, by name."""
    there = Q(ends_on__isnull=True) | Q(ends_on__gte=meeting.happens_on)
    rows = MentorshipMember.objects.filter(
        there, mentorship=meeting.mentorship_id, role=ParticipationRole.MENTEE, starts_on__lte=meeting.happens_on
    )
    rows = rows.filter(person__erased_on__isnull=True)
    return list(rows.select_related("person").order_by("person__surname", "person__given_name", "id"))


def attendance_of(meeting: Meeting) -> dict[int, MeetingAttendance]:
    """Member id → who came and whose programme was talked about."""
    return {row.member_id: row for row in meeting.attendance.all()}


def with_attendance(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Each with `present`: rows of a group, who came and who did not."""
    rows = MeetingAttendance.objects.select_related("member__person")
    return meetings.prefetch_related(Prefetch("attendance", queryset=rows, to_attr="present"))  # type: ignore[no-redef]
