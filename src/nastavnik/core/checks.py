"""Checked at every start: the database really has the settings on which durability was measured."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection

WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@register(Tags.database)
def sqlite_settings(
    *, app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """WAL, FULL and foreign keys are on, as measured; a network file system for instance cannot keep WAL."""
    if not databases or connection.vendor != "sqlite" or connection.settings_dict["NAME"] == ":memory:":
        return []
    found = {}
    with connection.cursor() as cursor:
        for name in WANTED:
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    return [
        Error(f"SQLite {name} is {found[name]!r}, wanted {wanted!r}", id="nastavnik.E001")
        for name, wanted in WANTED.items()
        if found[name] != wanted and found["journal_mode"] != "memory"
    ]
