"""Working days of a notice. Pure.

ТК РФ ст. 351.8: mentoring of a worker by a worker is ended early by a notice at least three working days ahead; a term
in days begins on the day after the notice (ст. 14). Five working days a week are counted: where six are worked, the
notice is the more careful for it. What the government moves each year comes in `days_off`.
"""

from collections.abc import Collection
from datetime import date, timedelta

NOTICE_DAYS = 3
SATURDAY = 6
# (month, day) of the public holidays of ТК РФ ст. 112 that fall on fixed days.
PUBLIC_HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})


def is_working_day(day: date, days_off: Collection[date] = ()) -> bool:
    return day.isoweekday() < SATURDAY and (day.month, day.day) not in PUBLIC_HOLIDAYS and day not in days_off


def three_working_days(notice_on: date, days_off: Collection[date] = ()) -> date:
    """The earliest last day of work: the third working day after the day of the notice."""
    day, left = notice_on, NOTICE_DAYS
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, days_off)
    return day
