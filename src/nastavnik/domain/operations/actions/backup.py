"""Making copies and throwing old ones away."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

import nastavnik
from nastavnik.core import audit, clock, jobs
from nastavnik.core.models import Job
from nastavnik.domain.operations import archive, queries, rotation
from nastavnik.domain.operations.engines import engine
from nastavnik.domain.operations.errors import NoRoom, NothingHere
from nastavnik.domain.operations.records import BackupFile, Manifest

SPARE = 100_000_000


@transaction.atomic
def ask_backup(*, by: Any, key: str | None = None) -> Job:
    """Have the worker make a copy; the page does not wait for it."""
    job = jobs.enqueue("operations.backup", key=key)
    audit.record("operations.ask_backup", job, by=by)
    return job


def backup(*, folder: Path | None = None) -> BackupFile:
    """Copy database and files as of one moment while people work. Raises NothingHere, NoRoom, ToolMissing, ToolFailed.

    Files never change and lie under random names, so they are gathered first and completed after the snapshot: every
    row of the snapshot finds its file, unless that had been lost before (`Manifest.lost`).
    """
    if not queries.has_tables():
        raise NothingHere
    folder = folder or Path(settings.BACKUP_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _require_room(folder)
    target = folder / queries.name_at(clock.now())
    with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as work:
        manifest = _gather(Path(work))
        files = {name: Path(work) / "files" / name for name in manifest.files}
        archive.pack(target, manifest, database=Path(work) / engine().FILE, files=files)
    return BackupFile(target, manifest.made_at, target.stat().st_size)


def rotate(*, folder: Path | None = None) -> list[str]:
    """Throw away what the rule of `rotation` no longer keeps; returns the names. The newest always stays."""
    found = {one.made_at: one for one in queries.backups(folder)}
    gone = [found[moment] for moment in rotation.superfluous(list(found))]
    for one in gone:
        one.path.unlink(missing_ok=True)
    return [one.name for one in gone]


def _gather(work: Path) -> Manifest:
    made_at, database = clock.now(), work / engine().FILE
    staged = work / "files"
    before = queries.file_names()
    for name in before:
        _stage(name, staged)
    tables = engine().snapshot(database)
    names = sorted({*before, *queries.file_names()})
    files = {name: archive.file_digest(staged / name) for name in names if _stage(name, staged)}
    return Manifest(
        made_at=made_at,
        product=nastavnik.__version__,
        engine=engine().NAME,
        migrations=queries.applied_migrations(),
        tables=tables,
        database=archive.file_digest(database),
        files=files,
        lost=len(names) - len(files),
    )


def _stage(name: str, staged: Path) -> bool:
    """A second name for the same bytes where the file system allows it, else a copy; False where there is no file."""
    source, target = Path(settings.MEDIA_ROOT) / name, staged / name
    if target.exists():
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(source, target)
    return True


def _require_room(folder: Path) -> None:
    need, free = queries.bytes_of_data() + SPARE, shutil.disk_usage(folder).free
    if free < need:
        raise NoRoom(need=need // 1_000_000, free=free // 1_000_000)
