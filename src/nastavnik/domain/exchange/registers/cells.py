"""Fields of a row as one cell: what is seen is what is given out, and our own reader understands it again."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from nastavnik.domain.exchange.registers.records import Interval, Other, RegisterRow

Cell = str | int | date | None
DAYS = ("", "пн", "вт", "ср", "чт", "пт", "сб", "вс")  # as the reader of lists knows them


def listed(items: Sequence[str]) -> str:
    """«алгебра; физика»: semicolons, because an item may have a comma in it."""
    return "; ".join(items)


def yes_no(answer: bool | None) -> str:
    """«да», «нет», and nothing where nobody knows."""
    return "" if answer is None else _("да") if answer else _("нет")


def hours(when: Sequence[Interval]) -> str:
    """«пн, ср 15:00–17:00, сб 10:00–12:00»: days of the same hours together."""
    days: dict[tuple[int, int], list[str]] = {}
    for day, start, end in when:
        days.setdefault((start, end), []).append(DAYS[day])
    return ", ".join(f"{', '.join(of)} {_clock(start)}–{_clock(end)}" for (start, end), of in days.items())


def wish(row: RegisterRow) -> str:
    """«10–13», «7–9 класс», «10–13; 7–9 класс», «от 14»."""
    ages, grades = _bounds(row.age_wish), _bounds(row.grade_wish)
    return listed([part for part in (ages, f"{grades} класс" if grades else "") if part])


def consent(row: RegisterRow) -> str:
    """Whether the consent that is needed is there; nothing for whom none is needed."""
    return yes_no(row.is_open) if row.needs_consent else ""


def state(row: RegisterRow) -> str:
    """How the person stands in the programme; nobody may be matched while the consent is not there."""
    return str(_("ждёт согласия")) if row.is_ready and row.needs_consent and not row.is_open else row.state


def signed(row: RegisterRow) -> str:
    """«01.09.2026, родитель или опекун»."""
    day = f"{row.signed_on:%d.%m.%Y}" if row.signed_on else ""
    return ", ".join(part for part in (day, *row.signed_by) if part)


def clearance(row: RegisterRow) -> str:
    """«да, 25.08.2026», «нет»; nothing for whom none is needed."""
    if not row.needs_clearance:
        return ""
    if not row.is_cleared:
        return yes_no(False)
    return f"{yes_no(True)}, {row.cleared_on:%d.%m.%Y}" if row.cleared_on else yes_no(True)


def names_of(others: Sequence[Other]) -> str:
    """The other side by name; whose data may not be used is counted and not named."""
    hidden = sum(1 for one in others if not one.is_open)
    named = [one.name for one in others if one.is_open]
    return listed([*named, *([_("без имени, нет согласия: %(n)s") % {"n": hidden}] if hidden else [])])


def places_of(others: Sequence[Other]) -> str:
    """Where the other side works or learns, each place once."""
    return listed(list(dict.fromkeys(one.place for one in others if one.is_open and one.place)))


def states_of(others: Sequence[Other]) -> str:
    """How the pairs stand, each state once."""
    return listed(list(dict.fromkeys(one.state for one in others)))


def _bounds(bounds: tuple[int | None, int | None] | None) -> str:
    low, high = bounds or (None, None)
    if low is not None and high is not None:
        return str(low) if low == high else f"{low}–{high}"
    if low is not None:
        return f"от {low}"
    return f"до {high}" if high is not None else ""


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"
