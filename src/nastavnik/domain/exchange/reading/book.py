"""A file opened once: what it is, its checksum, its sheets as plain rows."""

import hashlib
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import isolated, sniff


@dataclass(frozen=True, slots=True)
class Book:
    """`sheets` are as `workbook.sheets_of` describes them."""

    kind: str
    sha256: str
    sheets: list[dict[str, Any]]


def open_book(content: bytes, file_name: str = "", *, hidden: bool = False) -> Book:
    """The sheets of a file, parsed in a process of its own; hidden ones only if asked. Raises UnreadableFile."""
    kind = sniff.kind_of(content, file_name)
    sheets = isolated.sheets_of(content, kind, hidden=hidden)
    return Book(kind, hashlib.sha256(content).hexdigest(), sheets)


def open_book_whole(content: bytes, file_name: str = "") -> Book:
    """With hidden sheets, to count them; where one of them is too heavy, without."""
    try:
        return open_book(content, file_name, hidden=True)
    except UnreadableFile as error:
        if error.code not in ("too_heavy", "too_many_rows", "too_many_columns", "broken"):
            raise
        return open_book(content, file_name)
