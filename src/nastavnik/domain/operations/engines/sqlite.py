"""SQLite: copied by its backup interface in one step. `cp` gave a broken copy in half of the measured cases."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from nastavnik.domain.operations.dump import digests
from nastavnik.domain.operations.errors import BackupDamaged
from nastavnik.domain.operations.records import Digest

NAME = "SQLite"
FILE = "database.sqlite3"


def snapshot(target: Path) -> dict[str, Digest]:
    """One step (pages=-1) sees one moment; page by page a writer would make it begin anew for ever."""
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    with _opened(target) as opened:
        return digests(opened)


def inspect(source: Path) -> dict[str, Digest] | None:
    """The dump of a snapshot that SQLite itself finds whole."""
    try:
        with closing(sqlite3.connect(source)) as copy:
            answer = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BackupDamaged(name=source.name, what="база") from error
    if answer != "ok":
        raise BackupDamaged(name=source.name, what="база")
    with _opened(source) as opened:
        return digests(opened)


def load(source: Path) -> None:
    """Write the snapshot over the database in one transaction of SQLite: after a crash it is the old or the new one."""
    place = connection.settings_dict["NAME"]
    connections.close_all()
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(place, timeout=20)) as database:
        copy.backup(database, pages=-1)
        database.execute("PRAGMA journal_mode=WAL")


@contextmanager
def _opened(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """The file as a connection of Django's that leaves no WAL beside it."""
    alias = f"copy {path}"
    connections.settings[alias] = {**connection.settings_dict, "NAME": str(path), "OPTIONS": {}, "CONN_MAX_AGE": 0}
    try:
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]
