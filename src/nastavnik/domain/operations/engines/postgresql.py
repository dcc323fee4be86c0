"""PostgreSQL: copied by its own pg_dump from an exported snapshot, so that copy and logical dump are one moment."""

import logging
import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, connections, transaction

from nastavnik.domain.operations.dump import digest, statement
from nastavnik.domain.operations.errors import BackupDamaged, ToolFailed, ToolMissing
from nastavnik.domain.operations.records import Digest

NAME = "PostgreSQL"
FILE = "database.dump"
# Asked once for all tables: Django's introspection, table by table, takes longer than reading the rows.
COLUMNS = """
SELECT c.relname, a.attname, array_position(i.indkey::smallint[], a.attnum)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE c.relkind IN ('f', 'p', 'r') AND pg_table_is_visible(c.oid)
"""
logger = logging.getLogger(__name__)


def snapshot(target: Path) -> dict[str, Digest]:
    """pg_dump in the custom format; the dump is read in the same snapshot, writers are not held up."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            name = cursor.fetchone()[0]
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={name}", f"--file={target}")
        return _dump()


def current() -> dict[str, Digest]:
    """The dump of the database in use, as of one moment."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return _dump()


def inspect(source: Path) -> dict[str, Digest] | None:
    """pg_restore can list it; the rows can only be held against the dump after they are loaded."""
    try:
        _run("pg_restore", "--list", "--file=" + os.devnull, str(source), connected=False)
    except ToolFailed as error:
        raise BackupDamaged(name=source.name, what="база") from error
    return None


def load(source: Path) -> None:
    """Put it back in one transaction: all or nothing."""
    connections.close_all()
    database = f"--dbname={connection.settings_dict['NAME']}"
    options = ("--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction", "--exit-on-error")
    _run("pg_restore", *options, database, str(source))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # measured: without it the planner is wrong until the server looks by itself


def _dump() -> dict[str, Digest]:
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        cursor.execute(COLUMNS)
        described = cursor.fetchall()
    found: dict[str, list[tuple[str, int | None]]] = {table: [] for table in tables}
    for table, column, place in described:
        if table in found:
            found[table].append((column, place))
    return {table: _digest(table, columns) for table, columns in found.items()}


def _digest(table: str, described: list[tuple[str, int | None]]) -> Digest:
    """`described`: the columns, each with its place in the primary key or None."""
    columns = sorted(column for column, _place in described)
    key = [column for place, column in sorted((place, column) for column, place in described if place is not None)]
    with connection.cursor() as cursor:
        cursor.execute(statement(table, columns, key))
        return digest(columns, iter(cursor.fetchone, None))


def _run(tool: str, *arguments: str, connected: bool = True) -> None:
    found = subprocess.run(  # noqa: S603
        [_program(tool), *arguments], env=_environment() if connected else None, capture_output=True, check=False
    )
    if found.returncode:
        said = found.stderr.decode(errors="replace").splitlines()
        # Only the program's own lines: further ones may quote rows.
        logger.error("%s", "; ".join(line[:200] for line in said if line.startswith(tool)))
        raise ToolFailed(tool=tool, code=found.returncode)


def _program(tool: str) -> str:
    """On the path, or where Debian keeps it; the newest, which can talk to older servers."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{tool}"), key=lambda path: int(path.parts[4]))
    found = str(beside[-1]) if beside else shutil.which(tool)
    if not found:
        raise ToolMissing(tool=tool)
    return found


def _environment() -> dict[str, str]:
    """The connection by variables: a password does not belong among the arguments, where every process sees it."""
    known = connection.settings_dict
    wanted = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {variable: str(known[name]) for variable, name in wanted.items() if known.get(name)}
    return {**os.environ, **given, "LC_ALL": "C"}
