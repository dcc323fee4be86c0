"""The stored file read again at every step. What was read last is remembered for a moment, in this process only.

Ten thousand rows take seconds to read and every page of the wizard needs them. Nothing of the list is written anywhere;
what is remembered goes when the list is accepted or cancelled, when two other lists are read, or with the process.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, TypeVar

from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.mapping import resolve
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.pairing import people_of
from nastavnik.domain.exchange.queries.lists import today_of
from nastavnik.domain.exchange.reading.pair_columns import resolve_pairs
from nastavnik.domain.exchange.reading.pairs import pairs_of
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import ListReading, PairsReading, Table
from nastavnik.domain.files.queries import read

Kept = TypeVar("Kept")
REMEMBERED = 2
UNCLEAR = ("no_name_column", "ambiguous_column", "no_pair_columns")
_tables: OrderedDict[Any, Table] = OrderedDict()
_readings: OrderedDict[Any, ListReading] = OrderedDict()
_lock = Lock()


def table_of(people_import: PeopleImport) -> Table:
    """The list as it lies in the stored file."""
    assert people_import.file is not None
    file, role = people_import.file, people_import.role
    key = _key(people_import)

    def fresh() -> Table:
        return read_table(read(file), people_import.file_name, sheet=people_import.sheet or None, role=role)  # type: ignore[arg-type]

    return _remembered(_tables, key, fresh)


def reading_of(people_import: PeopleImport, columns: Mapping[str, str | None] | None) -> ListReading:
    """The list with these columns corrected (letter → field), None for as they are guessed."""
    on = today_of(people_import)
    key = (*_key(people_import), on, tuple(sorted((columns or {}).items())))

    def fresh() -> ListReading:
        if people_import.role == ListRole.PAIRS:
            return people_of(pairs_reading_of(people_import, columns)).reading
        return read_people(table_of(people_import), people_import.role, columns or None, as_of=on)  # type: ignore[arg-type]

    return _remembered(_readings, key, fresh)


def _key(people_import: PeopleImport) -> tuple[Any, ...]:
    one = people_import
    return one.pk, one.sha256, one.sheet, one.role, one.file_name


def pairs_reading_of(people_import: PeopleImport, columns: Mapping[str, str | None] | None) -> PairsReading:
    """A list of pairs with these columns corrected."""
    return pairs_of(table_of(people_import), today_of(people_import), columns or None)


def lists_in(people_import: PeopleImport) -> tuple[str, ...]:
    """The sheets of the file that look like such a list, the likeliest first."""
    table = table_of(PeopleImport(**_same_file(people_import)))
    return (table.sheet, *table.other_sheets)


def _same_file(people_import: PeopleImport) -> dict[str, Any]:
    """The import as if no sheet had been chosen."""
    return {name: getattr(people_import, name) for name in ("pk", "sha256", "role", "file_name", "file")}


def guessed_columns(people_import: PeopleImport) -> tuple[dict[str, str], bool]:
    """Letter → field as the headings alone say it, and whether that is clear without a person's answer."""
    table = table_of(people_import)
    if people_import.role == ListRole.PAIRS:
        columns, issues = resolve_pairs(table.headings, table.rows)
    else:
        columns, issues = resolve(table.headings, table.rows, people_import.role)  # type: ignore[arg-type]
    unclear = any(issue.row is None and issue.code in UNCLEAR for issue in issues)
    return {column.letter: column.field for column in columns if column.field}, not unclear


def forget(people_import: PeopleImport) -> None:
    """Nothing of the list stays in memory."""
    with _lock:
        for store in (_tables, _readings):
            for key in [key for key in store if key[0] == people_import.pk]:
                del store[key]


def _remembered(store: OrderedDict[Any, Kept], key: Any, fresh: Callable[[], Kept]) -> Kept:
    with _lock:
        if key in store:
            store.move_to_end(key)
            return store[key]
    made = fresh()
    with _lock:
        store[key] = made
        while len(store) > REMEMBERED:
            store.popitem(last=False)
    return made
