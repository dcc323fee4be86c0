"""SQLite: copied by its backup interface in one step. `cp` gave a broken copy in half of the measured cases."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection, connections

from nastavnik.domain.operations.dump import digest, quoted, statement
from nastavnik.domain.operations.errors import BackupDamaged
from nastavnik.domain.operations.records import Digest

NAME = "SQLite"
FILE = "database.sqlite3"


def snapshot(target: Path) -> dict[str, Digest]:
    """One step (pages=-1) sees one moment; page by page a writer would make it begin anew for ever."""
    if connection.in_atomic_block:
        raise RuntimeError("a copy cannot be made inside a transaction: SQLite would wait for itself")
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
        return _dump(copy)


def current() -> dict[str, Digest]:
    """The dump of the database in use."""
    connection.ensure_connection()
    with closing(_in_use()) as database:
        return _dump(database)


def inspect(source: Path) -> dict[str, Digest] | None:
    """The dump of a snapshot that SQLite itself finds whole."""
    try:
        with closing(sqlite3.connect(source)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise BackupDamaged(name=source.name, what="база")
            return _dump(copy)
    except sqlite3.DatabaseError as error:
        raise BackupDamaged(name=source.name, what="база") from error


def load(source: Path) -> None:
    """Write the snapshot over the database in one transaction of SQLite: after a crash it is the old or the new one."""
    place = connection.settings_dict["NAME"]
    connections.close_all()
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(place, timeout=20)) as database:
        copy.backup(database, pages=-1)
        database.execute("PRAGMA journal_mode=WAL")


def _in_use() -> sqlite3.Connection:
    name = str(connection.settings_dict["NAME"])
    return sqlite3.connect(name, timeout=20, uri=name.startswith("file:"))


def _dump(database: sqlite3.Connection) -> dict[str, Digest]:
    """Every table in one transaction: one moment."""
    database.execute("BEGIN")
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
    return {name: _digest(database, name) for (name,) in database.execute(names).fetchall()}


def _digest(database: sqlite3.Connection, table: str) -> Digest:
    described = database.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    columns = sorted(row[1] for row in described)
    key = [row[1] for row in sorted(described, key=lambda row: row[5]) if row[5]]
    return digest(columns, database.execute(statement(table, columns, key)))
