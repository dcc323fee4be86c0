"""Once a night: who is no longer needed is erased, where the institution lets the term do it."""

from datetime import datetime

from django.db import connection, transaction

from nastavnik.core.jobs import job, standing
from nastavnik.domain.privacy.actions.keeping import erase_past_term
from nastavnik.domain.privacy.queries import erasing_by_themselves

HOUR_UTC = 1


@job("privacy.erase_past_term")
def erase_all_past_term() -> None:
    for organisation in erasing_by_themselves():
        with transaction.atomic():
            erase_past_term(organisation)


@standing("privacy.erase_past_term")
def erasing_is_due(at: datetime) -> str | None:
    return f"privacy.erase_past_term/{at:%Y-%m-%d}" if at.hour >= HOUR_UTC else None


@job("privacy.overwrite", atomic=False)
def overwrite() -> None:
    """After an erasure: on SQLite the log is written into the file, where erased pages are zeros, and is emptied; on
    PostgreSQL dead rows are cleared away."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "postgresql" else "PRAGMA wal_checkpoint(TRUNCATE)")
