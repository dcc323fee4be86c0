"""The tables of the room, one file a noun."""

from nastavnik.domain.exchange.models.people_import import (
    ListedRefusal,
    PeopleImport,
    PeopleImportStateChange,
    SavedMapping,
)
from nastavnik.domain.exchange.models.saved_view import SavedView

__all__ = ["ListedRefusal", "PeopleImport", "PeopleImportStateChange", "SavedMapping", "SavedView"]
