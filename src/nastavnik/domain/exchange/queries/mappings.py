"""Columns remembered from earlier lists."""

from collections.abc import Sequence

from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.headings_known import columns_by_letter, fingerprint
from nastavnik.domain.exchange.mapping import FIELDS
from nastavnik.domain.exchange.models import PeopleImport, SavedMapping
from nastavnik.domain.exchange.queries.read_again import table_of
from nastavnik.domain.exchange.reading.pair_columns import KNOWN


def saved_mapping(people_import: PeopleImport, headings: Sequence[str]) -> SavedMapping | None:
    """What was remembered about a list of this role with the same headings."""
    rows = SavedMapping.objects.filter(organisation_id=people_import.organisation_id, role=people_import.role)
    return rows.filter(fingerprint=fingerprint(headings)).first()


def saved_for(people_import: PeopleImport) -> SavedMapping | None:
    """The same for the list as it lies in the file."""
    return saved_mapping(people_import, table_of(people_import).headings)


def remembered_columns(saved: SavedMapping, headings: Sequence[str]) -> dict[str, str | None]:
    """Letter → field, of this table."""
    return columns_by_letter(headings, saved.fields, KNOWN if saved.role == ListRole.PAIRS else FIELDS)
