"""Is the database as it should be?"""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from nastavnik.core import audit
from nastavnik.core.checks import sqlite_settings
from nastavnik.core.models import AuditEntry
from nastavnik.domain.operations.records import Finding


def migrations_applied() -> Finding:
    """Tables fit the code."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Finding("migrations_applied", not waiting, {"waiting": len(waiting)})


def durable() -> Finding:
    """What was confirmed survives a power cut: WAL with FULL on SQLite, fsync and synchronous commits on PostgreSQL."""
    if connection.vendor == "sqlite":
        return Finding("durable", not sqlite_settings(databases=["default"]))
    wanted = ("fsync", "full_page_writes", "synchronous_commit")
    off = [name for name in wanted if _shown(name) == "off"]
    return Finding("durable", not off, {"off": ", ".join(off)})


def whole() -> Finding:
    """SQLite's own examination of every page; PostgreSQL says whether it keeps checksums."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            return Finding("database_whole", cursor.fetchone()[0] == "ok")
    return Finding("database_checksums", _shown("data_checksums") == "on")


def audit_is_whole() -> Finding:
    """No entry of the trail was changed, taken out or put between."""
    chains = AuditEntry.objects.values_list("organisation_id", flat=True).distinct().order_by("organisation_id")
    broken = [chain for chain in chains if next(audit.broken_links(chain), None) is not None]
    return Finding("audit_whole", not broken, {"broken": len(broken)})


def _shown(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])
