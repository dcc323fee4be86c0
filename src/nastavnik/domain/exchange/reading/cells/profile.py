"""What a profile says of a person beyond topics and time: how they open up, how sure they are, which languages."""

import re

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.reading.cells.answers import WORDS
from nastavnik.domain.exchange.reading.cells.topics import topics
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import tidy

OPENNESS = (
    ("with_few", r"узк|немног|близк|малой|небольш|наедине|один на один"),
    ("with_time", r"времен|постепен|не сразу|медлен|нужно время|привык"),
    ("at_once", r"сразу|легко|быстро|открыт"),
)
LEVELS = (
    (5, r"глубоко|эксперт|отлично|свободно"),
    (4, r"объясн|хорошо|уверенно владе"),
    (3, r"без помощи|самостоятельно|\bуверен"),
    (2, r"с помощью|средн|удовлетвор"),
    (1, r"немного|слабо|плохо|базов"),
    (0, r"начина|не знаю|не знает|нулев|с нуля"),
)
MASTERY = (
    (3, r"методик|опытн|больш\w* опыт|много лет"),
    (1, r"впервые|прошел обучени|прошла обучени|обучен|пробу"),
    (2, r"уже был|был наставник|была наставник|есть|имеет|^да$|\bлет\b|\bгод"),
    (0, r"^нет|не было|отсутств|пока нет"),
)
SCALES = {"level": (LEVELS, 5), "mastery": (MASTERY, 3)}
MOST_WANTED = 5


def openness(cell: Cell) -> Parsed:
    """A code of `programmes.Openness`; None where empty or not understood (`profile_unknown`)."""
    if is_blank(cell):
        return Parsed(None)
    plain = _plain(cell)
    found = next((code for code, pattern in OPENNESS if code == plain or re.search(pattern, plain)), None)
    return Parsed(found) if found else _unknown(cell)


def level(cell: Cell) -> Parsed:
    """Standing in the subject, 0–5: the number, «4 — может объяснить», or the words alone."""
    return _on_scale(cell, "level")


def mastery(cell: Cell) -> Parsed:
    """Experience of mentoring, 0–3: the number or the words."""
    return _on_scale(cell, "mastery")


def wanted_mentors(cell: Cell) -> Parsed:
    """How many mentors a mentee needs, 1–5."""
    if is_blank(cell):
        return Parsed(None)
    number = _leading_number(cell)
    if number is None:
        number = next((WORDS[word] for word in re.findall(r"[а-я]+", _plain(cell)) if word in WORDS), None)
    return Parsed(number) if number is not None and 1 <= number <= MOST_WANTED else _unknown(cell)


def shift(cell: Cell) -> Parsed:
    """1 or 2: the half of the day in which somebody has lessons."""
    if is_blank(cell):
        return Parsed(None)
    match = re.fullmatch(r"(?:(1|i|перв\w+)|(2|ii|втор\w+))(?:-?[яюй])?(?:\s*смен\w*)?\.?", _plain(cell))
    if not match:
        return _unknown(cell)
    return Parsed(1 if match.group(1) else 2)


def languages(cell: Cell) -> frozenset[str]:
    """Languages in lower case, without the word itself: «Русский, татарский язык»."""
    found = (re.sub(r"\s*\bязыки?\b\s*", " ", one).strip() for one in topics(cell))
    pieces = (piece.strip() for one in found for piece in re.split(r"\s+и\s+|/", one))
    return frozenset(piece for piece in pieces if piece)


def text(cell: Cell) -> str | None:
    """A short text in single spaces, None where there is none."""
    return None if is_blank(cell) else tidy(text_of(cell))


def _on_scale(cell: Cell, name: str) -> Parsed:
    if is_blank(cell):
        return Parsed(None)
    words, most = SCALES[name]
    number = _leading_number(cell)
    if number is not None:
        return Parsed(number) if 0 <= number <= most else _unknown(cell)
    found = next((value for value, pattern in words if re.search(pattern, _plain(cell))), None)
    return _unknown(cell) if found is None else Parsed(found)


def _leading_number(cell: Cell) -> int | None:
    match = re.match(r"(\d{1,3})(?:\.0+)?(?:\s*[-–—:.)]|\s*$|\s*из\b|\s*балл)", text_of(cell))
    return int(match.group(1)) if match else None


def _plain(cell: Cell) -> str:
    return tidy(text_of(cell)).lower().replace("ё", "е")


def _unknown(cell: Cell) -> Parsed:
    return Parsed(None, "profile_unknown", {"text": text_of(cell)[:40]})
