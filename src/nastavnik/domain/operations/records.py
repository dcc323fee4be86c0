"""Values of the room: what stands in a copy, what the doctor found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Digest:
    """How much there is and its SHA-256: rows of a table, or bytes of a file."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The first member of a copy: what the others are. It holds no personal data.

    `tables` are the logical dump (operations/dump.py), `files` stand by their path under the folder of files,
    `lost` counts the files that had already been missing when the copy was made.
    """

    made_at: datetime
    product: str
    engine: str
    migrations: tuple[str, ...]
    tables: Mapping[str, Digest]
    database: Digest
    files: Mapping[str, Digest]
    lost: int = 0

    @property
    def rows(self) -> int:
        return sum(table.size for table in self.tables.values())


@dataclass(frozen=True)
class BackupFile:
    """A copy as it lies in the folder of copies."""

    path: Path
    made_at: datetime
    size: int

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def megabytes(self) -> float:
        return round(self.size / 1_000_000, 1)


@dataclass(frozen=True)
class Finding:
    """One line of the doctor: a code with parameters; the sentence is made in `messages`."""

    code: str
    is_well: bool
    params: Mapping[str, Any] = field(default_factory=dict)
