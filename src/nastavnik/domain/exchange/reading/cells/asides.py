"""What stands beside a name in its cell: a former surname, a class, a remark."""

import re
from dataclasses import dataclass

from nastavnik.domain.exchange.reading.cells.groups import school_class
from nastavnik.domain.people.normal import tidy

LEAD = r"(?:урожд[её]нная|урожд?\.?|ур\.|до (?:замужества|брака)|дев(?:ичья)?\.?|бывш(?:ая|ий|\.)?|ранее|в девичестве)"
WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}"
BRACKETS = re.compile(r"\(([^()]{1,60})\)")
FORMER = re.compile(rf"(?:(?i:(?P<lead>{LEAD}))[\s:–-]*)?(?P<surname>{WORD})")
SURNAME_ENDING = re.compile(r"(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|ко|ук|юк|их|ых|ян|дзе)$")
BEHIND = re.compile(r"[\s,;]+(\d{1,2}\s*[-«\"“]?\s*[А-ЯЁA-Zа-яё]?\s*[»\"”]?(?:\s*(?:класс|кл)\.?)?)\s*$")
REMARK = re.compile(r"\s[-–—]\s([а-яё][а-яё .]{2,40})$")

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Aside:
    """A name by itself and what stood beside it."""

    name: str
    former_surname: str | None = None
    study_group: tuple[str, int] | None = None
    remark: str | None = None


def set_aside(text: str) -> Aside:
    """«Петрова (Сидорова) Анна» → Петрова Анна, formerly Сидорова; «Иванов Пётр, 7Б» → Иванов Пётр of 7Б."""
    if text.startswith("=") or len(text) > LONGEST or not re.search(r"[(\d–—-]", text):
        return Aside(text)
    former = group = remark = None
    for match in BRACKETS.finditer(text):
        inside = tidy(match.group(1))
        found = school_class(inside)
        before = text[: match.start()].split()
        if found:
            group = found
        elif surname := _former(inside, after_surname=len(before) == 1):
            former = surname
        else:
            remark = inside
    name = BRACKETS.sub(" ", text) if former or group or remark else text
    if behind := BEHIND.search(name):
        found = school_class(tidy(behind.group(1)))
        if found and re.search(r"[А-Яа-яЁё]", name[: behind.start()]):
            group, name = found, name[: behind.start()]
    if said := REMARK.search(name):
        remark, name = said.group(1), name[: said.start()]
    return Aside(name, former, group, remark)


def _former(inside: str, *, after_surname: bool) -> str | None:
    match = FORMER.fullmatch(inside)
    if not match:
        return None
    surname: str = match["surname"]
    if match["lead"] or after_surname or SURNAME_ENDING.search(surname.lower()):
        return surname.capitalize() if surname.isupper() else surname
    return None
