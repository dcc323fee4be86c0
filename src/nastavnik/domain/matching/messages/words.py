"""Small words of all sentences: hours, days, names, topics."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.utils.translation import gettext

Titles = Mapping[str, str]
"""Normal form of a topic → the spelling that people see; a topic that is not there is shown as it is."""
SHOWN = 3


def _(text: str) -> str:
    """Marks a text for the catalogue without asking for settings; `spoken` translates it when it is shown."""
    return text


WEEKDAYS = ("", _("пн"), _("вт"), _("ср"), _("чт"), _("пт"), _("сб"), _("вс"))


def spoken(text: str) -> str:
    """The text in the language of the reader; before Django is set up (no server, no database) as it is written."""
    return gettext(text) if text and apps.ready else text


def hours(slots: int) -> str:
    """«полчаса», «1 час», «1,5 часа»."""
    if slots == 1:
        return spoken(_("полчаса"))
    whole, half = divmod(slots, 2)
    if half:
        return spoken(_("%(n)s,5 часа")) % {"n": whole}
    few = whole % 10 in (2, 3, 4) and whole not in (12, 13, 14)
    word = _("час") if whole % 10 == 1 and whole != 11 else _("часа") if few else _("часов")
    return f"{whole}\u00a0{spoken(word)}"


def intervals(when: Sequence[Sequence[int]]) -> str:
    """«вт 14:30–16:00, чт 15:00–16:00»."""
    return ", ".join(f"{spoken(WEEKDAYS[day])}\u00a0{_clock(start)}–{_clock(end)}" for day, start, end in when)


def names(people: Sequence[str]) -> str:
    """The first three, and how many more."""
    more = len(people) - SHOWN
    shown = ", ".join(people[:SHOWN])
    return spoken(_("%(names)s и ещё %(more)s")) % {"names": shown, "more": more} if more > 0 else shown


def topics(value: Any, titles: Titles) -> str:
    """Topics in the spelling of people."""
    if value is None:
        return ""
    return ", ".join(titles.get(one, one) for one in ([value] if isinstance(value, str) else value))


def plural(number: int, one: str, few: str, many: str) -> str:
    """«1 пара, 2 пары, 5 пар»: the form for a number, marked texts given."""
    if number % 10 == 1 and number % 100 != 11:
        return spoken(one)
    return spoken(few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many)


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"
