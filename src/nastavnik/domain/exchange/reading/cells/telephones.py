"""Telephones as they stand in tables: slashes, low lines, letters for noughts, numbers that Excel made of them."""

import re

from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import phones

WHOLE_FLOAT = re.compile(r"(\d{10,11})\.0+")
LETTER_FOR_NOUGHT = re.compile(r"(?<=\d)[OoОо](?![A-Za-zА-Яа-яёЁ])")
INNER_SIGN = re.compile(r"(?<=\d)[/_](?=\d)")
LONGEST = 1_000


def telephones(cell: Cell) -> tuple[tuple[str, ...], bool]:
    """All Russian numbers of a cell as +7XXXXXXXXXX, and whether every number was understood."""
    text = LETTER_FOR_NOUGHT.sub("0", text_of(cell)[:LONGEST])
    found, understood = phones(text)
    if understood or not text:
        return found, understood
    plain = WHOLE_FLOAT.sub(r"\1", text)
    plain = re.sub(r"(?<!\d)00(?=7\d)|\+\s+(?=7)", "+", plain)
    return max((phones(INNER_SIGN.sub(sign, plain)) for sign in ("-", " ")), key=lambda one: (one[1], len(one[0])))
