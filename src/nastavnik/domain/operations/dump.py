"""The logical dump: every table of a database ordered by its key. Two databases with equal dumps hold the same."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from nastavnik.domain.operations.records import Digest

AT_ONCE = 2000


def digests(connection: BaseDatabaseWrapper) -> dict[str, Digest]:
    """Rows and SHA-256 of every table, as raw columns; independent of the models and of the order on the disk."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    return {table: _digest(connection, table) for table in tables}


def differing(wanted: Mapping[str, Digest], found: Mapping[str, Digest]) -> list[str]:
    """Names of the tables that are not equal, missing ones included."""
    return sorted(table for table in {*wanted, *found} if wanted.get(table) != found.get(table))


def _digest(connection: BaseDatabaseWrapper, table: str) -> Digest:
    total, rows = hashlib.sha256(), -1  # the first line are the names of the columns
    for row in _rows(connection, table):
        total.update(json.dumps(row, ensure_ascii=False, sort_keys=True, default=_plain).encode() + b"\n")
        rows += 1
    return Digest(rows, total.hexdigest())


def _rows(connection: BaseDatabaseWrapper, table: str) -> Iterator[tuple[Any, ...]]:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        columns = sorted(column.name for column in connection.introspection.get_table_description(cursor, table))
        key = connection.introspection.get_primary_key_columns(cursor, table) or columns
        order = ", ".join(quote(column) for column in key)
        names = ", ".join(quote(column) for column in columns)
        yield tuple(columns)
        # Names come from the database itself and are quoted by its backend.
        cursor.execute(f"SELECT {names} FROM {quote(table)} ORDER BY {order}")  # noqa: S608
        while chunk := cursor.fetchmany(AT_ONCE):
            yield from chunk


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)
