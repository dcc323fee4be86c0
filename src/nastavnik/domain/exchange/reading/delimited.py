"""Text tables (.csv): encoding, separator, rows. Runs inside the limited process of `isolated`."""

import csv
import io
import itertools
import re
import string
from collections import Counter
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.formulas import unguarded
from nastavnik.domain.exchange.reading import encodings, limits
from nastavnik.domain.people.normal import LATIN_TWINS

MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
ONE_BYTE = ("windows-1251", "koi8-r", "cp866")
SEPARATORS = ";,\t|"
SAMPLE_BYTES = 200_000
WORD = re.compile("[А-Яа-яЁё]+")
WELL_CASED = re.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
EXPECTED = frozenset("«»№–—“”„…\xa0°§ ")
FREQUENT = frozenset("оеаинтсрвлк")
# Latin letters that look Russian stand in Russian words of careless lists; others there mean a wrong encoding.
ODD_LATIN = f"[{''.join(sorted(set(string.ascii_letters) - {chr(code) for code in LATIN_TWINS}))}]"
MIXED = re.compile(f"{ODD_LATIN}[А-Яа-яЁё]|[А-Яа-яЁё]{ODD_LATIN}")
UNUSUAL = re.compile("[ъьыЪЬЫ][ъьыЪЬЫ]")


def sheets_of(content: bytes) -> list[dict[str, Any]]:
    """The one sheet of a text table, in the same shape as `workbook.sheets_of`."""
    text = decoded(content)
    if len(text) > limits.TEXT_CHARACTERS:
        raise UnreadableFile("too_heavy")
    separator, body = _separator(text)
    return [{"name": "", "visible": True, "rows": _rows(body, separator), "merged": [], "unvalued": []}]


def decoded(content: bytes) -> str:
    """The text of `content`: UTF-8, UTF-16, or the most Russian-looking of three old encodings.

    Raises UnreadableFile("unknown_encoding") where nothing reads as Russian or plain Latin text.
    """
    for mark, encoding in MARKED:
        if content.startswith(mark):
            return _strict(content, encoding)
    if (wide := encodings.unmarked_utf_16(content)) is not None:
        return _strict(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = content[:SAMPLE_BYTES]
    best = max(ONE_BYTE, key=lambda encoding: russian_share(sample.decode(encoding, errors="replace")))
    if russian_share(sample.decode(best, errors="replace")) < 0.8:
        raise UnreadableFile("unknown_encoding")
    return content.decode(best, errors="replace")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile("unknown_encoding") from error


def russian_share(text: str) -> float:
    """How Russian the non-Latin part of `text` looks, 0 to 1: letters, case inside words, frequent letters."""
    foreign = [char for char in text if ord(char) > 127]
    if not foreign:
        return 0.0
    words = WORD.findall(text)
    letters = sum(len(word) for word in words)
    if not letters:
        return 0.0
    known = (letters + sum(1 for char in foreign if char in EXPECTED)) / len(foreign)
    cased = sum(len(word) for word in words if WELL_CASED.fullmatch(word)) / letters
    frequent = sum(1 for word in words for char in word.lower() if char in FREQUENT) / letters
    strange = sum(1 for word in words if UNUSUAL.search(word)) + len(MIXED.findall(text))
    return min(known, 1.0) * cased * min(1.0, frequent / 0.45) * max(0.0, 1 - strange / len(words))


def _separator(text: str) -> tuple[str, str]:
    """The separator and the text without Excel's own «sep=;» line."""
    declared = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if declared:
        return declared.group(1), text[declared.end() :]
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator)), text


def _regularity(text: str, separator: str) -> tuple[float, int, float]:
    """(how many of the first lines agree on a number of columns above one, that number, how few signs are prose)."""
    try:
        head = itertools.islice(csv.reader(io.StringIO(text[:SAMPLE_BYTES], newline=""), delimiter=separator), 60)
        widths = Counter(len(cells) for cells in head if any(cell.strip() for cell in cells))
    except csv.Error:
        return 0.0, 0, 0.0
    wide = Counter({width: count for width, count in widths.items() if width > 1})
    if not wide:
        return 0.0, 0, 0.0
    width, count = wide.most_common(1)[0]
    sample = text[:SAMPLE_BYTES]
    prose = sample.count(f"{separator} ") / max(sample.count(separator), 1)
    return round(count / sum(widths.values()), 1), width, -prose


def _rows(text: str, separator: str) -> list[list[Any]]:
    csv.field_size_limit(limits.CELL_CHARACTERS)
    rows: list[list[Any]] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            if number > limits.TEXT_LINES:
                raise UnreadableFile("too_heavy")
            plain = [unguarded(cell) if cell.strip() else None for cell in cells]
            while plain and plain[-1] is None:
                plain.pop()
            if plain:
                _check_size(len(rows), len(plain))
                rows.append([number, plain])
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", row=number + 1) from error
    return rows


def _check_size(rows: int, columns: int) -> None:
    if columns > limits.COLUMNS:
        raise UnreadableFile("too_many_columns", limit=limits.COLUMNS)
    if rows >= limits.ROWS:
        raise UnreadableFile("too_many_rows", limit=limits.ROWS)
