"""The tables of the room, one file a noun."""

from nastavnik.domain.exchange.models.people_import import PeopleImport, PeopleImportStateChange
from nastavnik.domain.exchange.models.saved_view import SavedView

__all__ = ["PeopleImport", "PeopleImportStateChange", "SavedView"]
