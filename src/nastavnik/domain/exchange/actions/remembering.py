"""Columns said once are offered for the next list with the same headings, and forgotten where somebody asks for it."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.exchange.headings_known import fields_by_heading, fingerprint
from nastavnik.domain.exchange.models import PeopleImport, SavedMapping
from nastavnik.domain.exchange.queries import saved_for, table_of


@transaction.atomic
def remember_columns(people_import: PeopleImport, *, by: Any) -> SavedMapping | None:
    """Keep the corrected columns of this list; one that is read as it is guessed needs nothing kept."""
    if not people_import.columns:
        return None
    headings = table_of(people_import).headings
    saved, made = SavedMapping.objects.update_or_create(
        organisation_id=people_import.organisation_id,
        role=people_import.role,
        fingerprint=fingerprint(headings),
        defaults={"fields": fields_by_heading(headings, people_import.columns), "saved_by": by},
    )
    audit.record("savedmapping.add" if made else "savedmapping.edit", saved, by=by, fields=["fields"])
    return saved


@transaction.atomic
def forget_columns(people_import: PeopleImport, *, version: int | None = None, by: Any) -> PeopleImport:
    """Forget what was remembered about such lists and read this one as it is guessed."""
    saved = saved_for(people_import)
    if saved:
        audit.record("savedmapping.remove", saved, by=by)
        saved.delete()
    changes: dict[str, Any] = {"columns": {}, "decisions": {}}
    versions.save_changes(people_import, changes, version=version or people_import.version, by=by)
    return people_import
