"""Free time as a grid: columns are days, days with hours, or hours; cells are times, lessons or ticks."""

import re
from collections.abc import Iterable
from functools import lru_cache

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.reading.cells.free_time import clocks_with_colons, free_time, merged, tokens_of
from nastavnik.domain.exchange.records import Cell, Interval
from nastavnik.domain.people.normal import DASHES, tidy

LEAD = re.compile(
    r"^(?:(?:(?:удобн|свобод|предпочт|желаем|возможн|врем|встреч|занят|занима|расписан|общени|недел|може|могу|можно)\w*"
    r"|день|дни|график|когда|в какие|для|в)[\s:(/.?\[\-]+)+"
)
TICK = re.compile(r"(?:да|\+|v|х|x|✓|✔|☑|☒|1|true|свобод\w*|могу|можно|удобно)", re.IGNORECASE)
NO_TICK = re.compile(r"(?:нет|-|–|—|0|☐|□|false|не могу|занят\w*|неудобно)", re.IGNORECASE)
LESSONS_ONLY = re.compile(r"\d(?:\s*(?:[-,]|и)\s*\d){0,7}")
LONGEST_HEADING = 60

Slot = tuple[tuple[int, ...], tuple[tuple[int, int], ...]]  # days of the week, hours that the heading names itself


@lru_cache(maxsize=4096)
def slot_of(heading: str) -> Slot | None:
    """The day or days a heading names, with its hours if it names them: «Пн», «Удобное время: среда», «Вт 15:00–16:00».

    None for a heading that is anything else.
    """
    text = DASHES.sub("-", tidy(heading).lower()).replace("ё", "е")
    if not text or len(text) > LONGEST_HEADING:
        return None
    tokens = tokens_of(LEAD.sub("", f"{text} ", count=1).strip(" )]."))
    if not tokens:
        return None
    days = tuple(day for kind, numbers in tokens if kind == "days" for day in numbers)
    hours = tuple((numbers[0], numbers[1]) for kind, numbers in tokens if kind == "time")
    return (days, hours) if days and tokens[0][0] == "days" else None


def interval_of(cell: Cell, slot: Slot) -> Parsed:
    """The hours of one cell under its heading: none for a dash, None where it is empty, `time_unknown` otherwise."""
    days, hours = slot
    text = tidy(text_of(cell))
    if not text:
        return Parsed(None)
    if NO_TICK.fullmatch(text) or is_blank(cell):
        return Parsed(())
    if TICK.fullmatch(text) and (hours or text != "1"):
        return Parsed(_each(days, hours or ((8 * 60, 21 * 60),)))
    if hours:
        return Parsed(None, "time_unknown", {"text": text[:60]})
    lessons = f"{text} урок" if LESSONS_ONLY.fullmatch(DASHES.sub("-", text)) else text
    if re.fullmatch(r"\d{1,2}[:.]\d{2}", text):
        return Parsed(None, "time_unknown", {"text": text[:60]})
    own = tokens_of(clocks_with_colons(DASHES.sub("-", text.lower()))) or []
    if len(days) > 1 and any(kind == "days" for kind, _ in own):
        return free_time(text)
    names = ", ".join(("пн", "вт", "ср", "чт", "пт", "сб", "вс")[day - 1] for day in days)
    parsed = free_time(f"{names} {clocks_with_colons(DASHES.sub('-', lessons.lower()))}")
    return Parsed(parsed.value, parsed.code, {"text": text[:60]} if parsed.code else {})


def week_of(parts: Iterable[Parsed]) -> Parsed:
    """All cells of a grid together; unknown as a whole where one of them is not understood."""
    cells = list(parts)
    wrong = next((one for one in cells if one.code == "time_unknown"), None)
    if wrong:
        return wrong
    if all(one.value is None for one in cells):
        return Parsed(None)
    told = next((one for one in cells if one.code), Parsed(None))
    whole: list[Interval] = [interval for one in cells for interval in one.value or ()]
    return Parsed(merged(whole) or None, told.code, told.params)


def _each(days: tuple[int, ...], hours: tuple[tuple[int, int], ...]) -> tuple[Interval, ...]:
    return tuple((day, start, end) for day in days for start, end in hours)
