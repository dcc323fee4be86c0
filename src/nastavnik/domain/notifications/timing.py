"""When a letter leaves. Pure: moments in, a moment out.

In the quiet hours of the institution letters wait for the morning. Whoever wants one letter a day or a week gets the
first at once, and with the next one all that has come meanwhile.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from nastavnik.domain.notifications.enums import Rhythm

QUIET_FROM, QUIET_UNTIL = time(21, 0), time(8, 0)
MORNING = time(9, 0)
DAYS = {Rhythm.AT_ONCE: 0, Rhythm.DAILY: 1, Rhythm.WEEKLY: 7}


def after_quiet(at: datetime, zone: str, begins: time = QUIET_FROM, ends: time = QUIET_UNTIL) -> datetime:
    """The moment itself by day, else the end of the quiet hours; hours that begin when they end are none."""
    there = at.astimezone(ZoneInfo(zone))
    now = there.time()
    over_night = begins > ends
    is_quiet = (now >= begins or now < ends) if over_night else begins <= now < ends
    if not is_quiet:
        return at
    day = there.date() + timedelta(days=1) if over_night and now >= begins else there.date()
    return datetime.combine(day, ends, ZoneInfo(zone)).astimezone(at.tzinfo)


def next_letter(at: datetime, last: datetime | None, rhythm: str, zone: str) -> datetime:
    """The moment itself where no letter went out in the day or the week, else the morning on which one may."""
    if last is None or rhythm == Rhythm.AT_ONCE:
        return at
    day = last.astimezone(ZoneInfo(zone)).date() + timedelta(days=DAYS[Rhythm(rhythm)])
    if at.astimezone(ZoneInfo(zone)).date() >= day:
        return at
    return datetime.combine(day, MORNING, ZoneInfo(zone)).astimezone(at.tzinfo)
