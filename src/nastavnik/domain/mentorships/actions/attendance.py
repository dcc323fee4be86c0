"""Who of a group came, and whose own programme was talked about."""

from collections.abc import Collection

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.mentorships.models import Meeting, MeetingAttendance
from nastavnik.domain.mentorships.queries.telling import group_of
from nastavnik.domain.people.models import User


@transaction.atomic
def mark_attendance(
    meeting: Meeting, *, came: Collection[int] | None = None, discussed: Collection[int] = (), by: User | None
) -> list[MeetingAttendance]:
    """One row for each mentee who was in the group on the day; `came` and `discussed` are ids of members.

    Without `came` all were there. A pair has one mentee: held says that both came, and nothing is kept.
    """
    members = group_of(meeting)
    if len(members) < 2:
        return []
    rows = [
        MeetingAttendance(
            organisation_id=meeting.organisation_id,
            meeting=meeting,
            member=member,
            came=came is None or member.pk in came,
            is_discussed=member.pk in discussed,
        )
        for member in members
    ]
    MeetingAttendance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["meeting", "member"], update_fields=["came", "is_discussed"]
    )
    audit.record("meeting.attendance", meeting, by=by, fields=["came", "is_discussed"])
    return rows
