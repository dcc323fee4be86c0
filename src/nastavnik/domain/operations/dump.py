"""The logical dump: every table of a database ordered by its key. Two databases with equal dumps hold the same."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from nastavnik.domain.operations.records import Digest


def digest(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Digest:
    """Number and SHA-256 of rows as raw values, in the order they come; the names of the columns count."""
    total, number = hashlib.sha256(), 0
    total.update(_line(columns))
    for row in rows:
        total.update(_line(row))
        number += 1
    return Digest(number, total.hexdigest())


def statement(table: str, columns: Sequence[str], key: Sequence[str]) -> str:
    """Reads a table in the order of its key; names come from the database itself."""
    names = ", ".join(quoted(column) for column in columns)
    order = ", ".join(quoted(column) for column in key or columns)
    return f"SELECT {names} FROM {quoted(table)} ORDER BY {order}"  # noqa: S608


def quoted(name: str) -> str:
    """A name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def differing(wanted: Mapping[str, Digest], found: Mapping[str, Digest]) -> list[str]:
    """Names of the tables that are not equal, missing ones included."""
    return sorted(table for table in {*wanted, *found} if wanted.get(table) != found.get(table))


def _line(values: Sequence[Any]) -> bytes:
    return json.dumps(list(values), ensure_ascii=False, sort_keys=True, default=_plain).encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)
