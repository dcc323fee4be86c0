"""The calendar of a story: acts are played in the order of their moments, with the clock standing at each."""

import heapq
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from nastavnik.core import clock

ZONE = "Europe/Moscow"
Act = Callable[[], object]
SATURDAY = 5


class Timeline:
    """Days are counted back from today; an act may ask for later acts. Journals so come out in true order."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._acts: list[tuple[datetime, int, Act]] = []
        self._order = count()

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def school_day(self, days_ago: int) -> date:
        """The same day, or the Friday before where it is a weekend."""
        day = self.day(days_ago)
        return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))

    def today_in_story(self) -> date:
        """The day at which the clock of the story stands."""
        return clock.today(ZONE)

    def on(self, day: date, act: Act, *, hour: int = 10, minute: int = 0) -> None:
        moment = datetime.combine(day, time(hour, minute), tzinfo=ZoneInfo(ZONE))
        heapq.heappush(self._acts, (moment, next(self._order), act))

    def play(self) -> None:
        while self._acts:
            moment, _number, act = heapq.heappop(self._acts)
            with clock.fixed(moment.astimezone(UTC)):
                act()
