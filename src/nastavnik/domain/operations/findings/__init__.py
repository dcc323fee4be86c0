"""The doctor: one function a finding. Quick ones are shown on the page; deep ones read all data."""

from collections.abc import Callable

from nastavnik.domain.operations.findings import database, installation, storage, work
from nastavnik.domain.operations.records import Finding

Check = Callable[[], Finding]

QUICK: tuple[Check, ...] = (
    database.migrations_applied,
    database.durable,
    work.worker_is_awake,
    work.jobs_succeed,
    work.letters_leave,
    storage.recent_backup,
    storage.room_left,
    storage.data_is_private,
    installation.secret_key_is_private,
    installation.no_demo_with_people,
    installation.static_files_collected,
    installation.fonts_of_papers,
)
DEEP: tuple[Check, ...] = (
    database.whole,
    database.audit_is_whole,
    storage.files_are_whole,
    storage.no_stray_files,
)


def examine(*, deep: bool = False) -> list[Finding]:
    """Every finding in a fixed order. Without tables only the first is asked, the others could not answer."""
    first, *others = QUICK
    found = first()
    if not found.is_well:
        return [found]
    return [found, *(check() for check in others), *(check() for check in DEEP if deep)]
