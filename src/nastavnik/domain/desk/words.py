"""Numbers, days and names in the sentences of this room."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

NBSP = "\u00a0"


def counted(number: int, one: str, few: str, many: str) -> str:
    """1 пара, 2 пары, 5 пар, 21 пара."""
    tail, tens = number % 10, number % 100
    few_or_many = few if 2 <= tail <= 4 and not 12 <= tens <= 14 else many
    word = one if tail == 1 and tens != 11 else few_or_many
    return f"{number}{NBSP}{word}"


def pairs(number: int) -> str:
    return counted(number, _("пара"), _("пары"), _("пар"))


def spoken(day: date, on: date) -> str:
    """«23 ноября», with the year only where it is another one."""
    return date_format(day, f"j{NBSP}E" if day.year == on.year else f"j{NBSP}E{NBSP}Y")


def some(names: Sequence[str], shown: int = 3) -> str:
    """The first names, and how many more: «А, Б, В и ещё 4»."""
    said = ", ".join(names[:shown])
    more = len(names) - shown
    return said if more <= 0 else _("%(names)s и ещё %(more)s") % {"names": said, "more": more}
