"""Who may what with times and meetings."""

from typing import Any

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.mentorships.rules import can_write, leads_or_watches, sees_mentorships, works_on_mentorships
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import somewhere
from nastavnik.domain.scheduling.enums import SeriesState
from nastavnik.domain.scheduling.models import MeetingSeries, TimeOffer

__all__ = [
    "can_answer",
    "can_change",
    "can_change_series",
    "can_tell_missed",
    "can_withdraw",
    "can_write",
    "keeps_timetable",
    "leads_or_watches",
    "sees_mentorships",
    "watches_days",
    "works_on_mentorships",
]
watches_days = somewhere(Permission.MENTORSHIP_SEE)
keeps_timetable = somewhere(Permission.ORGANISATION_EDIT)


def can_answer(user: Any, offer: TimeOffer) -> bool:
    """Members answer, and who leads may for them; not the author."""
    return can_write(user, offer.mentorship) and offer.author.user_id != user.pk


def can_withdraw(user: Any, offer: TimeOffer) -> bool:
    """The author may take the offer back, choose of what a group answered, and so may who leads."""
    return can_write(user, offer.mentorship)


def can_change(user: Any, meeting: Meeting) -> bool:
    """Moved or called off while it lies ahead or was not written down."""
    return meeting.state == MeetingState.PLANNED and can_write(user, meeting.mentorship)


def can_tell_missed(user: Any, meeting: Meeting) -> bool:
    """Who did not come is told from the day of the meeting on."""
    today = clock.today(meeting.organisation.time_zone)
    return meeting.happens_on <= today and can_change(user, meeting)


def can_change_series(user: Any, series: MeetingSeries) -> bool:
    return series.state == SeriesState.RUNNING and can_write(user, series.mentorship)
