"""Who may what with times and meetings."""

from typing import Any

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.mentorships.rules import (
    AT_WORK,
    can_lead,
    can_write,
    leads_or_watches,
    sees_mentorships,
    works_on_mentorships,
)
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.scheduling.enums import SeriesState
from nastavnik.domain.scheduling.models import MeetingSeries, TimeOffer

__all__ = [
    "AT_WORK",
    "can_answer",
    "can_change",
    "can_change_series",
    "can_tell_missed",
    "can_withdraw",
    "can_write",
    "can_write_meeting",
    "can_write_offer",
    "keeps_timetable",
    "leads_or_watches",
    "missed_by_me",
    "runs",
    "sees_mentorships",
    "watches_days",
    "works_on_mentorships",
]
watches_days = somewhere(Permission.MENTORSHIP_SEE)
keeps_timetable = somewhere(Permission.ORGANISATION_EDIT)


def can_answer(user: Any, offer: TimeOffer) -> bool:
    """Members answer, and who leads may for them; not the author."""
    return can_write(user, offer.mentorship) and offer.author.user_id != user.pk


def can_write_offer(user: Any, offer: TimeOffer) -> bool:
    """Opens the page of the offer."""
    return can_write(user, offer.mentorship)


def can_withdraw(user: Any, offer: TimeOffer) -> bool:
    """The author may take the offer back, choose of what a group answered, and so may who leads."""
    mine = offer.author.user_id == user.pk
    return can_write(user, offer.mentorship) and (mine or can_lead(user, offer.mentorship))


def can_change(user: Any, meeting: Meeting) -> bool:
    """Moved or called off while it lies ahead or was not written down."""
    return meeting.state == MeetingState.PLANNED and can_write(user, meeting.mentorship)


def can_tell_missed(user: Any, meeting: Meeting) -> bool:
    """Who did not come is told from the day of the meeting on."""
    today = clock.today(meeting.organisation.time_zone)
    return meeting.happens_on <= today and can_change(user, meeting)


def can_change_series(user: Any, series: MeetingSeries) -> bool:
    return series.state == SeriesState.RUNNING and can_write(user, series.mentorship)


def can_write_meeting(user: Any, meeting: Meeting) -> bool:
    return can_write(user, meeting.mentorship)


def missed_by_me(user: Any, meeting: Meeting) -> bool:
    """Did the side of the reader not come?"""
    role = "mentor" if meeting.state == MeetingState.MISSED_BY_MENTOR else "mentee"
    return meeting.mentorship.members.filter(role=role, person__user=user).exists()


def runs(user: Any, organisation: Any) -> bool:
    return holds(user, Permission.ORGANISATION_EDIT, organisation.pk)
