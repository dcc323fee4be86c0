"""Several people in one cell, each with what stands behind the name: «1) Иванов Пётр, 7Б; 2) Носова Анна (8А)»."""

import re
from dataclasses import dataclass

from nastavnik.domain.exchange.reading.cells.asides import set_aside
from nastavnik.domain.exchange.reading.cells.groups import school_class
from nastavnik.domain.exchange.reading.cells.names import KNOWN, NAME_WORD, PATRONYMIC
from nastavnik.domain.people.normal import tidy

HARD = re.compile(r"[\n;|&+]|\s/\s|(?:(?<=\s)|(?<=^))\d{1,2}[.)]\s*(?=[А-ЯЁA-Z])")
AND = re.compile(r"\s+и\s+(?=[А-ЯЁ][^\s]+\s+[А-ЯЁ])")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One person of a cell: the name as written, and the words behind it («учитель физики»)."""

    name: str
    words: str = ""


def people_in(text: str) -> tuple[Mentioned, ...]:
    """The people of a cell in their order; a cell of one person gives one, an empty cell none."""
    found: list[Mentioned] = []
    for piece in HARD.split(text[:LONGEST]):
        for one in AND.split(piece):
            _add(found, one)
    return tuple(found)


def _add(found: list[Mentioned], text: str) -> None:
    for number, piece in enumerate(_commas(text)):
        plain = tidy(piece).strip(" ,.;")
        if not plain:
            continue
        if found and (_is_behind(plain, found[-1], same_line=number > 0)):
            found[-1] = _with(found[-1], plain)
        else:
            found.append(Mentioned(tidy(piece).strip(" ,;")))


def _commas(text: str) -> list[str]:
    return re.split(r",(?![^()]*\))", text)


def _is_behind(piece: str, last: Mentioned, *, same_line: bool) -> bool:
    """A class, words in small letters, or the rest of a name whose surname stands alone."""
    if school_class(piece) or piece.startswith("(") or (same_line and not piece[0].isupper()):
        return True
    words = set_aside(piece).name.split()
    if len(words) == 1:
        return bool(PATRONYMIC.match(words[0])) or words[0].lower() in KNOWN
    is_lone = len(last.name.split()) == 1 and NAME_WORD.fullmatch(last.name) is not None
    return is_lone and words[0].lower() in KNOWN


def _with(last: Mentioned, piece: str) -> Mentioned:
    if school_class(piece):
        return Mentioned(f"{last.name} ({piece})", last.words)
    if piece[0].isupper() or piece.startswith("("):
        return Mentioned(f"{last.name} {piece}", last.words)
    return Mentioned(last.name, f"{last.words}, {piece}".strip(", "))
