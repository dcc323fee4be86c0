"""Which persons were erased, kept beside the database: a copy made before an erasure must not bring the data back.

A line tells the row by its id and the moment it was made, which together no other row has, as a digest under a key:
who finds the file learns nothing from it. The file lies with the data and with the copies; either is enough.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from nastavnik.domain.people.models import Person

NAME = "erased.jsonl"


def places() -> tuple[Path, ...]:
    """Where the file lies."""
    return (Path(settings.DATA_DIR) / NAME, Path(settings.BACKUP_DIR) / NAME)


def digest(person: Person) -> str:
    """What tells the row of a person from all others; nothing of the person is in it."""
    return hashlib.sha256(f"{person.organisation_id}/{person.pk}/{person.created_at.isoformat()}".encode()).hexdigest()


def remember(person: Person, *, reason: str, erased_on: str) -> None:
    """Write the line, on the disk before the erasure is committed: rather one too many than one too few."""
    line = json.dumps({"row": digest(person), "reason": reason, "on": erased_on}) + "\n"
    for place in places():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w") as target:
            target.write(line)
            target.flush()
            os.fsync(target.fileno())


def remembered() -> dict[str, tuple[str, str]]:
    """Digest → reason and day, from all places; a line cut short by a power failure is passed over."""
    found: dict[str, tuple[str, str]] = {}
    for line in _lines(places()):
        try:
            told = json.loads(line)
            found[told["row"]] = (told["reason"], told["on"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _lines(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        if file.exists():
            yield from file.read_text().splitlines()
