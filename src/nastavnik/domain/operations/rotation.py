"""Which copies are kept: all of the last two days, then the newest of each day, week and month. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

RECENT = timedelta(days=2)
DAYS, WEEKS, MONTHS = 7, 5, 12


def superfluous(moments: Sequence[datetime]) -> list[datetime]:
    """The moments whose copies may go, seen from the newest; the newest never goes."""
    if not moments:
        return []
    newest_first = sorted(moments, reverse=True)
    kept = {moment for moment in newest_first if newest_first[0] - moment <= RECENT}
    kept |= _newest_of_each(newest_first, DAYS, lambda moment: moment.date())
    kept |= _newest_of_each(newest_first, WEEKS, lambda moment: moment.isocalendar()[:2])
    kept |= _newest_of_each(newest_first, MONTHS, lambda moment: (moment.year, moment.month))
    return sorted(set(moments) - kept)


def _newest_of_each(
    newest_first: Sequence[datetime], how_many: int, span: Callable[[datetime], object]
) -> set[datetime]:
    newest: dict[object, datetime] = {}
    for moment in newest_first:
        newest.setdefault(span(moment), moment)
    return set(list(newest.values())[:how_many])
