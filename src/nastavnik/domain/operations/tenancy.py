"""On PostgreSQL the database itself keeps a row from pointing into another organisation.

Every foreign key between two tenant tables gets a twin over (organisation_id, x_id) → (organisation_id, id). SQLite
has no way to add one to a table that exists; there the rule stands on `visible_to` and its tests alone.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, OneToOneField

LONGEST_NAME = 63
MARK = "_tenant_fk"


@dataclass(frozen=True)
class TenantKey:
    """One twin: a table's column that points to another tenant table."""

    table: str
    column: str
    target: str

    @property
    def name(self) -> str:
        plain = f"{self.table}_{self.column}"
        if len(plain) + len(MARK) > LONGEST_NAME:
            plain = plain[: LONGEST_NAME - len(MARK) - 9] + "_" + hashlib.sha256(plain.encode()).hexdigest()[:8]
        return plain + MARK


def tenant_keys(apps: Any) -> Iterator[TenantKey]:
    """Every foreign key from a tenant table to a tenant table; `apps` as it is now, or as a migration knows it."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields if _is_tenant(model) else ():
            if isinstance(field, ForeignKey | OneToOneField) and _is_tenant(field.related_model):
                yield TenantKey(model._meta.db_table, field.column, field.related_model._meta.db_table)


def add_missing(apps: Any, schema_editor: Any) -> None:
    """Forward step of a migration: adds the twins that are not there yet. Run it again after new foreign keys."""
    if schema_editor.connection.vendor != "postgresql":
        return
    present = names_present(schema_editor.connection)
    quote = schema_editor.quote_name
    for key in tenant_keys(apps):
        if key.name not in present:
            schema_editor.execute(
                f"ALTER TABLE {quote(key.table)} ADD CONSTRAINT {quote(key.name)} "
                f"FOREIGN KEY (organisation_id, {quote(key.column)}) "
                f"REFERENCES {quote(key.target)} (organisation_id, id) DEFERRABLE INITIALLY DEFERRED"
            )


def remove(apps: Any, schema_editor: Any) -> None:
    """Backward step: takes the twins away."""
    if schema_editor.connection.vendor != "postgresql":
        return
    present = names_present(schema_editor.connection)
    quote = schema_editor.quote_name
    for key in tenant_keys(apps):
        if key.name in present:
            schema_editor.execute(f"ALTER TABLE {quote(key.table)} DROP CONSTRAINT {quote(key.name)}")


def names_present(connection: Any) -> set[str]:
    """Names of the foreign keys of the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'f'")
        return {name for (name,) in cursor.fetchall()}


def _is_tenant(model: Any) -> bool:
    """The row belongs to exactly one organisation."""
    if model._meta.label_lower == "organisations.organisation":
        return False
    field = next((one for one in model._meta.local_fields if one.name == "organisation"), None)
    return isinstance(field, ForeignKey) and not field.null
