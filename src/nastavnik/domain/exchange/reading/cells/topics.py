"""Topics in one cell, parted by semicolons or commas: needs, competences, interests."""

import re
from collections.abc import Iterable
from functools import lru_cache

from nastavnik.domain.exchange.reading.cells import is_blank, text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import tidy

SEPARATORS = re.compile("[;,\n]")
NUMBERING = re.compile(r"^(?:\d{1,2}\s*[.)]|[-–—•*·])\s*")


def topics(cell: Cell) -> tuple[str, ...]:
    """The topics of a cell in their order, lower case, without repeats; brackets keep their commas."""
    if is_blank(cell):
        return ()
    return _topics(text_of(cell))


@lru_cache(maxsize=4096)
def _topics(text: str) -> tuple[str, ...]:
    return distinct(_canonical(piece) for piece in _pieces(text))


def distinct(items: Iterable[str]) -> tuple[str, ...]:
    """Without empty ones and repeats (ё = е), the first spelling stays."""
    found: dict[str, str] = {}
    for item in items:
        if item:
            found.setdefault(item.replace("ё", "е"), item)
    return tuple(found.values())


def _canonical(piece: str) -> str:
    return NUMBERING.sub("", tidy(piece)).strip(" .,;").lower()


def _pieces(text: str) -> list[str]:
    if "(" not in text:
        return SEPARATORS.split(text)
    pieces, depth = [""], 0
    for char in text:
        depth = max(0, depth + (char == "(") - (char == ")"))
        if char in ";\n" or (char == "," and not depth):
            pieces.append("")
            depth = 0
            continue
        pieces[-1] += char
    return pieces
