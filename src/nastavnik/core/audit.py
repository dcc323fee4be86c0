"""The trail: one chain of hashes an organisation, ids and field names only."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction

from nastavnik.core import clock
from nastavnik.core.models import AuditEntry

FIRST = "0" * 64


def record(
    action: str, subject: Any, *, by: Any = None, fields: Iterable[str] = (), organisation_id: int | None = None
) -> AuditEntry:
    """Append one entry; call it inside the transaction of the change itself."""
    if organisation_id is None:
        organisation_id = getattr(subject, "organisation_id", None) or 0
    with transaction.atomic():
        _take_turn(organisation_id)
        last = AuditEntry.objects.filter(organisation_id=organisation_id).order_by("-number").first()
        entry = AuditEntry(
            organisation_id=organisation_id,
            number=last.number + 1 if last else 1,
            at=clock.now(),
            actor_id=getattr(by, "pk", None),
            action=action,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            fields=sorted(fields),
            previous_hash=last.hash if last else FIRST,
        )
        entry.hash = _hash(entry)
        entry.save(force_insert=True)
    return entry


def broken_links(organisation_id: int) -> Iterator[int]:
    """Numbers of the entries whose hash or link does not hold; nothing is yielded by an untouched chain."""
    previous = FIRST
    entries = AuditEntry.objects.filter(organisation_id=organisation_id).order_by("number")
    for number, entry in enumerate(entries.iterator(), start=1):
        if entry.number != number or entry.previous_hash != previous or entry.hash != _hash(entry):
            yield entry.number
        previous = entry.hash


def _hash(entry: AuditEntry) -> str:
    body = [
        entry.organisation_id, entry.number, entry.at.isoformat(), entry.actor_id, entry.action,
        entry.subject_type, entry.subject_id, entry.fields, entry.previous_hash,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()


def _take_turn(organisation_id: int) -> None:
    # SQLite has one writer by itself; on PostgreSQL two appends to one chain must not read the same last link.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [7301, organisation_id % 2**31])
