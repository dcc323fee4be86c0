"""A database with all tables, made by the migrations once for a state of the code and copied wherever one is needed.

The steps of one `make test` share it: it is kept under the digest of all that migrations are made of and Django's
version. What is restored is still held against the migrations. That they run on nothing is shown by the journeys
(SQLite) and by the first database of the run on PostgreSQL.
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import django
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".pytest_cache" / "tables"
SOURCE = ROOT / "src" / "nastavnik"
TABLES = {"migrations", "models", "models.py", "enums.py", "operations", "core", "settings.py"}  # make or describe them
KEPT = 4  # states of the code whose tables stay
ON_SERVER = "nastavnik_prepared"  # the same on a PostgreSQL server, for as long as it runs


def sources():
    """The files that the tables depend on."""
    return [path for path in sorted(SOURCE.rglob("*.py")) if TABLES & set(path.relative_to(SOURCE).parts)]


def kept_file():
    """Where the tables of this state of the code are, or will be."""
    state = hashlib.sha256(django.get_version().encode())
    for path in sources():
        state.update(str(path).encode() + path.read_bytes())
    return FOLDER / f"{state.hexdigest()[:24]}.sqlite3"


def keep(made, file):
    """Remember an open SQLite database that has tables and no people yet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(half)) as copy:
        made.backup(copy)
    half.replace(file)
    for old in sorted(FOLDER.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)


def copy_to(file, folder):
    """An installation that keeps its data in `folder` finds all tables there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nastavnik.sqlite3").write_bytes(file.read_bytes())


@pytest.fixture(scope="session")
def prepared_database(tmp_path_factory):
    """A SQLite file with all tables; to be copied, not to be written to."""
    file = kept_file()
    if not file.exists():
        folder = tmp_path_factory.mktemp("tables")
        environment = {**os.environ, "NASTAVNIK_DATA_DIR": str(folder), "NASTAVNIK_DATABASE_URL": ""}
        migrate = [sys.executable, "-m", "nastavnik.cli.main", "manage", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, env=environment, check=True)
        with closing(sqlite3.connect(folder / "nastavnik.sqlite3")) as made:
            keep(made, file)
    return file


@pytest.fixture(scope="session")
def prepared_tables(request, django_db_setup):
    """What an installation is begun from: such a file, or on a PostgreSQL server the name of such a database."""
    return request.getfixturevalue("prepared_database") if connection.vendor == "sqlite" else ON_SERVER


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, monkeypatch_session):
    """The database of the tests: tables are copied where they are kept, and kept where they had to be made."""
    creation, file = connection.creation, kept_file()
    empty, full = creation._create_test_db, creation.create_test_db

    def begun(*args, **kwargs):
        name = empty(*args, **kwargs)
        if connection.vendor == "sqlite" and file.exists():
            connection.settings_dict["NAME"] = name
            connection.ensure_connection()
            with closing(sqlite3.connect(file)) as kept:
                kept.backup(connection.connection)
        return name

    def made(*args, **kwargs):
        name = full(*args, **kwargs)
        if connection.vendor == "postgresql":
            _keep_on_server(name)
        elif not file.exists():
            keep(connection.connection, file)
        return name

    monkeypatch_session.setattr(creation, "_create_test_db", begun)
    monkeypatch_session.setattr(creation, "create_test_db", made)


@pytest.fixture(scope="session")
def monkeypatch_session():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def _keep_on_server(name):
    connection.close()
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{ON_SERVER}"')
        cursor.execute(f'CREATE DATABASE "{ON_SERVER}" TEMPLATE "{name}"')
