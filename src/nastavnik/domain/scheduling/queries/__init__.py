"""What can be asked, one file an asker."""

from nastavnik.domain.scheduling.queries.agenda import Day, agenda, by_days, offers_waiting, on_day
from nastavnik.domain.scheduling.queries.calendar import entries_of, entries_of_meeting, entries_of_series
from nastavnik.domain.scheduling.queries.free import Proposal, closed_days, present, propose
from nastavnik.domain.scheduling.queries.visible import (
    feed_by,
    feed_of,
    hours_visible_to,
    offers_visible_to,
    series_visible_to,
)

__all__ = [
    "Day",
    "Proposal",
    "agenda",
    "by_days",
    "closed_days",
    "entries_of",
    "entries_of_meeting",
    "entries_of_series",
    "feed_by",
    "feed_of",
    "hours_visible_to",
    "offers_visible_to",
    "offers_waiting",
    "on_day",
    "present",
    "propose",
    "series_visible_to",
]
