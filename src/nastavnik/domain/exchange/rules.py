"""Who may load lists."""

from typing import Any

from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, imports_people

__all__ = ["can_import", "imports_people"]


def can_import(user: Any, people_import: PeopleImport) -> bool:
    return holds(user, Permission.PEOPLE_IMPORT, people_import.organisation_id)
