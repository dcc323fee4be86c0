"""One side of a term: a day, a month, a part of a month, a quarter, a half of the school year."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.programmes.terms.shape import last_of_month

STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH = r"(?P<month>янв\w*|фев\w*|мар(?:т\w{0,2})?|апр\w*|ма[йяе]|июн\w*|июл\w*|авг\w*|сен\w*|окт\w*|ноя\w*|дек\w*)\.?"
YEAR = r"(?P<year>20\d\d)"
NTH = r"(?P<nth>i{1,3}|iv|[1-4]|перв\w+|втор\w+|трет\w+|четверт\w+)"
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4}
QUARTERS = ((1, 3), (4, 6), (7, 9), (10, 12))
# Of a school year.
HALVES = ((9, 12), (1, 5))
TERMS = ((9, 10), (11, 12), (1, 3), (4, 5))
TENTHS = {"нач": (1, 10), "сер": (11, 20), "кон": (21, None)}


class NotATerm(ValueError):
    """No term could be read. `code`: empty, unclear, no_such_day, ends_before_start."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Part:
    """What one side says; what it does not say is None. Without days it is one month, or several up to `last_month`."""

    year: int | None = None
    month: int | None = None
    last_month: int | None = None
    first_day: int | None = None
    last_day: int | None = None

    @property
    def is_months(self) -> bool:
        return self.first_day is None

    @property
    def begin(self) -> tuple[int, int]:
        """Month and day on which it begins, in any year."""
        return self.month or 0, self.first_day or 1

    @property
    def end(self) -> tuple[int, int]:
        return self.last_month or self.month or 0, self.last_day or 31

    def begins(self) -> date:
        """The first day; raises NotATerm where the calendar has no such day."""
        return _day(self.year, self.month, self.first_day or 1)

    def ends(self) -> date:
        """The last day; raises NotATerm where the calendar has no such day."""
        month = self.last_month or self.month
        if self.last_day is None:
            return last_of_month(_day(self.year, month, 1))
        return _day(self.year, month, self.last_day)


def part(words: str) -> Part:
    """The side that the words say, plain small letters; raises NotATerm."""
    words = words.strip(" .,;")
    for pattern, make in FORMS:
        if found := pattern.fullmatch(words):
            return make(found)
    raise NotATerm("unclear")


def _numbers(found: re.Match[str]) -> Part:
    day, year = int(found["day"]), found["year"]
    return Part(int(year) % 100 + 2000 if year else None, int(found["number"]), None, day, day)


def _day_of_month(found: re.Match[str]) -> Part:
    return Part(_year(found), _month(found), None, int(found["day"]), int(found["day"]))


def _tenth(found: re.Match[str]) -> Part:
    first, last = TENTHS[found["tenth"][:3]]
    return Part(_year(found), _month(found), None, first, last)


def _some_months(of: tuple[tuple[int, int], ...]) -> Callable[[re.Match[str]], Part]:
    def make(found: re.Match[str]) -> Part:
        number = _nth(found)
        if number > len(of):
            raise NotATerm("unclear")
        return Part(_year(found), *of[number - 1])

    return make


def _nth(found: re.Match[str]) -> int:
    text = found["nth"]
    return int(text) if text.isdecimal() else NUMBERS[text[:4]]


def _month(found: re.Match[str]) -> int:
    return next(number for number, stem in enumerate(STEMS, 1) if _begins(found["month"], stem))


def _begins(word: str, stem: str) -> bool:
    # «март» begins with «ма» too.
    return word.startswith(stem) and not (stem == "ма" and word.startswith("мар"))


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _day(year: int | None, month: int | None, day: int) -> date:
    try:
        return date(year or 0, month or 0, day)
    except ValueError:
        raise NotATerm("no_such_day") from None


OPTIONAL_YEAR = rf"(?: {YEAR})?"
FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Part]], ...] = (
    (re.compile(r"(?P<day>\d{1,2})[./](?P<number>\d{1,2})(?:[./](?P<year>20\d\d|\d\d))?"), _numbers),
    (re.compile(rf"(?P<month>0?[1-9]|1[0-2])[./]{YEAR}"), lambda found: Part(_year(found), int(found["month"]))),
    (re.compile(rf"(?P<day>\d{{1,2}}) ?{MONTH}{OPTIONAL_YEAR}"), _day_of_month),
    (re.compile(rf"{MONTH}{OPTIONAL_YEAR}"), lambda found: Part(_year(found), _month(found))),
    (re.compile(rf"(?:в )?(?P<tenth>начал\w|середин\w|кон(?:ец|ца|це)) {MONTH}{OPTIONAL_YEAR}"), _tenth),
    (re.compile(r"(?P<day>\d{1,2})"), lambda found: Part(None, None, None, int(found["day"]), int(found["day"]))),
    (re.compile(rf"{NTH} ?кв(?:\.|артал\w*){OPTIONAL_YEAR}"), _some_months(QUARTERS)),
    (re.compile(rf"{NTH} ?(?:полугоди\w|п/?г){OPTIONAL_YEAR}"), _some_months(HALVES)),
    (re.compile(rf"{NTH} ?четверт\w{{1,2}}{OPTIONAL_YEAR}"), _some_months(TERMS)),
)
