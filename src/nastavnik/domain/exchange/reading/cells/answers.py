"""Short answers: yes or no, mode, places, wishes about age, e-mail."""

import re
from datetime import date

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.reading.cells.dates import any_date
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import DASHES, tidy

YES = re.compile(r"(?:да|\+|есть|имеется|получено|подписано|предоставлено|дано|истина|yes|true|1|v|✓|✔|☑)")
NO = re.compile(r"(?:нет|не\b|-|–|—|−|отказ|отсутствует|ложь|no\b|false|0$|✗|☐)")
AFTER_YES = re.compile(r"[\s,.;:()от]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\s+[а-я]+\s+\d{4})?[\s.,)г]*")
EMAIL = re.compile(r"[^\s@,;<>()]{1,64}@[^\s@,;<>()]{1,200}\.[^\s@,;<>().]{2,24}")  # bounded: no long search
ANY = re.compile(r"люб|все\b|всех|не ?важн|без разниц|без огранич|кажд|не имеет значения")
WORDS = {"один": 1, "одного": 1, "два": 2, "двух": 2, "двоих": 2, "три": 3, "трех": 3, "четыре": 4, "пять": 5}
MOST_PLACES = 60


def yes_or_no(cell: Cell, as_of: date) -> Parsed:
    """True, False or None for an empty cell; `answer_unclear` (ask) and None for anything that is neither."""
    if isinstance(cell, bool):
        return Parsed(cell)
    text = tidy(text_of(cell)).lower().rstrip(".!")
    if not text:
        return Parsed(None)
    if NO.match(text):
        return Parsed(False)
    match = YES.match(text)
    if match and AFTER_YES.fullmatch(text[match.end() :]):
        return Parsed(True)
    return Parsed(None, "answer_unclear", {"text": text[:40]}, "ask")


def clearance(cell: Cell, as_of: date) -> Parsed:
    """(cleared, date of the check): «да, 25.08.2026»; a date alone is the date of a check that took place."""
    if isinstance(cell, date):
        return Parsed((True, cell.date() if hasattr(cell, "date") else cell))
    text = tidy(text_of(cell))
    checked = any_date(text, as_of) if text else None
    if checked and re.fullmatch(r"(?:от\s+)?[\d.\-/]+\s*(?:г\.?)?", text.lower()):
        return Parsed((True, checked))
    answer = yes_or_no(cell, as_of)
    return Parsed((answer.value, checked if answer.value else None), answer.code, answer.params, answer.severity)


def modes(cell: Cell) -> Parsed:
    """A set of "in_person" and "online"; None where empty or not understood (`mode_unknown`)."""
    if is_blank(cell):
        return Parsed(None)
    text = text_of(cell).lower()
    found = set()
    if ANY.search(text) or re.search(r"смешан|гибрид|и так", text):
        found = {"in_person", "online"}
    if re.search(r"(?<!за)очн|лично|\bв школе|офлайн|оффлайн", text):
        found.add("in_person")
    if re.search(r"онлайн|он-лайн|online|дистан|удал[её]н|заочн|zoom|видео", text):
        found.add("online")
    return Parsed(frozenset(found)) if found else Parsed(None, "mode_unknown", {"text": text[:40]})


def places(cell: Cell) -> Parsed:
    """How many mentees a mentor takes: 2, «до 3», «1-2» (the larger), «двоих»."""
    if is_blank(cell):
        return Parsed(None)
    text = text_of(cell).lower().replace("ё", "е")
    numbers = [int(number) for number in re.findall(r"(?<![\d.,])\d{1,3}(?![\d,]|\.\d)", text)]
    numbers += [WORDS[word] for word in re.findall(r"[а-я]+", text) if word in WORDS]
    negative = re.match(r"\s*[-−]\s*\d", text)
    if not numbers or negative or max(numbers) > MOST_PLACES or isinstance(cell, date):
        return Parsed(None, "places_unknown", {"text": text[:40]})
    return Parsed(max(numbers))


def wish(cell: Cell) -> Parsed:
    """(age range, grade range, any): «10-13», «7-11 класс», «10-13; 7-11 класс», «от 14», «любой»."""
    if is_blank(cell):
        return Parsed((None, None, False))
    text = DASHES.sub("-", tidy(text_of(cell)).lower()).replace("ё", "е")
    ages, parted, grades = text.partition(";")
    if parted and "кл" in grades and "кл" not in ages and (both := (_bounds(ages), _bounds(grades))) and all(both):
        return Parsed((both[0], _in_school(*both[1]), False))  # type: ignore[misc]
    if ANY.search(text):
        return Parsed((None, None, True))
    if "начальн" in text:
        return Parsed((None, (1, 4), False))
    bounds = None if isinstance(cell, date) else _bounds(text)
    if bounds is None:
        return Parsed((None, None, False), "wish_unknown", {"text": text[:40]})
    in_grades = re.search(r"кл", text) is not None
    return Parsed((None, _in_school(*bounds), False) if in_grades else (bounds, None, False))


def _in_school(low: int, high: int) -> tuple[int, int]:
    return max(low, 1), min(high, 12)


def _bounds(text: str) -> tuple[int, int] | None:
    numbers = [int(number) for number in re.findall(r"\d{1,2}", text)]
    if re.search(r"\d{3,}", text) or not numbers or len(numbers) > 2:
        return None
    if len(numbers) == 2:
        return (numbers[0], numbers[1]) if numbers[0] <= numbers[1] else None
    if re.search(r"от\b|старше|с \d|\d\s*\+|и выше", text):
        return numbers[0], 99
    if re.search(r"до\b|младше|не выше|не старше", text):
        return 0, numbers[0]
    return numbers[0], numbers[0]


def email(cell: Cell) -> Parsed:
    """The first address of a cell, lower case; `email_unknown` where there is text but no address."""
    if is_blank(cell):
        return Parsed(None)
    match = EMAIL.search(text_of(cell))
    return Parsed(match.group().lower()) if match else Parsed(None, "email_unknown", {"text": text_of(cell)[:40]})
