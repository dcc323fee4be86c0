"""The one source of time. Dates of events are entered by people; this is only «now»."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Where nothing says which organisation is meant. In UTC the day would begin three hours late in most schools, and a
# consent or a guardian of today would not count yet.
USUAL_ZONE = "Europe/Moscow"
_fixed: ContextVar[datetime | None] = ContextVar("fixed_time", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _fixed.get() or datetime.now(UTC)


def today(time_zone: str = USUAL_ZONE) -> date:
    """The calendar day in a place: an organisation's «today» is the day of its own time zone."""
    return now().astimezone(ZoneInfo(time_zone)).date()


@contextmanager
def fixed(at: datetime) -> Iterator[None]:
    """Stop the clock at a moment (tests, the demo's story)."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    token = _fixed.set(at)
    try:
        yield
    finally:
        _fixed.reset(token)
