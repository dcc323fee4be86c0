"""What an import made and filled in, so small that it can be kept: runs of row numbers and names of fields. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Run = list[int]  # first number, last number, version of all of them (0: the table has none)
Filled = tuple[int, tuple[str, ...]]  # version after, fields that were empty before


@dataclass
class Trace:
    """By table («people.person»): the runs of rows that were made, the rows in which empty fields were filled."""

    made: dict[str, list[Run]] = field(default_factory=dict)
    filled: dict[str, dict[int, Filled]] = field(default_factory=dict)

    def add_made(self, table: str, rows: Iterable[tuple[int, int]]) -> None:
        """`rows` are (number, version)."""
        runs = list(_runs(rows))
        if runs:
            self.made[table] = runs

    def add_filled(self, table: str, rows: Mapping[int, Filled]) -> None:
        if rows:
            self.filled[table] = {**self.filled.get(table, {}), **rows}

    def numbers(self, table: str) -> set[int]:
        """All rows of the table that were made."""
        return {number for first, last, _version in self.made.get(table, []) for number in range(first, last + 1)}

    def versions(self, table: str) -> dict[int, int]:
        """Row that was made → the version it had when the import was through."""
        return {
            number: version for first, last, version in self.made.get(table, []) for number in range(first, last + 1)
        }

    def spans(self, table: str) -> list[Run]:
        """The runs of the table whatever their versions: as few as can be."""
        return list(_runs((number, 0) for number in self.numbers(table)))

    def to_plain(self) -> dict[str, Any]:
        filled = {
            table: {str(number): [version, list(names)] for number, (version, names) in rows.items()}
            for table, rows in self.filled.items()
        }
        return {"made": self.made, "filled": filled}


def trace_of(plain: Mapping[str, Any]) -> Trace:
    """A trace as it was kept; of an import before traces were kept it is empty."""
    filled = {
        table: {int(number): (version, tuple(names)) for number, (version, names) in rows.items()}
        for table, rows in plain.get("filled", {}).items()
    }
    return Trace(dict(plain.get("made", {})), filled)


def _runs(rows: Iterable[tuple[int, int]]) -> Iterator[Run]:
    run: Run = []
    for number, version in sorted(set(rows)):
        if run and number == run[1] + 1 and version == run[2]:
            run[1] = number
            continue
        if run:
            yield run
        run = [number, number, version]
    if run:
        yield run
