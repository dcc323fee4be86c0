"""The tables of the room, one file a noun."""

from nastavnik.domain.scheduling.models.feed import CalendarFeed, Invitation
from nastavnik.domain.scheduling.models.offer import OfferAnswer, TimeOffer, TimeOfferStateChange
from nastavnik.domain.scheduling.models.series import MeetingSeries, MeetingSeriesStateChange, Occurrence
from nastavnik.domain.scheduling.models.timetable import LessonHours

__all__ = [
    "CalendarFeed",
    "Invitation",
    "LessonHours",
    "MeetingSeries",
    "MeetingSeriesStateChange",
    "Occurrence",
    "OfferAnswer",
    "TimeOffer",
    "TimeOfferStateChange",
]
