"""Putting a copy back, and looking whether a copy is whole without putting it anywhere."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from nastavnik.domain.operations import archive, queries
from nastavnik.domain.operations.actions.backup import backup
from nastavnik.domain.operations.dump import differing
from nastavnik.domain.operations.engines import engine
from nastavnik.domain.operations.errors import BackupDamaged, FromTheFuture, NoRoom, OtherEngine, PlaceNotEmpty
from nastavnik.domain.operations.records import BackupFile, Manifest


@dataclass(frozen=True)
class Restored:
    """What was put back; `before` is the copy of what had been there, `migrated` says that the copy was older."""

    manifest: Manifest
    before: BackupFile | None
    migrated: bool


def verify(source: Path) -> Manifest:
    """Unpack a copy beside the data, hold every file, the database and its logical dump against the manifest.

    Nothing is changed. Raises NotABackup, OtherEngine, BackupDamaged, NoRoom.
    """
    with _unpacked(source) as (manifest, _database, _files):
        return manifest


def restore(source: Path, *, replace: bool = False) -> Restored:
    """Put a copy in the place of what is here; the logical dumps are equal afterwards, or an error is raised.

    Refuses a place with data unless `replace`: then a copy is made first. The server must not be running. Files come
    before the database, superfluous ones go after it, so at no moment does a row miss its file. A copy made by an
    older version is brought up to date at the end.
    """
    if not replace and not queries.is_empty():
        raise PlaceNotEmpty
    with _unpacked(source) as (manifest, database, files):
        before = None if queries.is_empty() else backup()
        _place_files(files, manifest)
        engine().load(database)
        if wrong := differing(manifest.tables, engine().current()):
            raise BackupDamaged(name=source.name, what=", ".join(wrong))
        _remove_other_files(manifest)
    migrated = not _known_migrations() <= set(manifest.migrations)
    if migrated:
        call_command("migrate", interactive=False, verbosity=0)
    return Restored(manifest, before, migrated)


@contextmanager
def _unpacked(source: Path) -> Iterator[tuple[Manifest, Path, Path]]:
    manifest = archive.read_manifest(source)
    _require_fitting(manifest)
    root = Path(settings.DATA_DIR)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    _require_room(manifest, root)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=root) as work:
        database, files = Path(work) / engine().FILE, Path(work) / "files"
        archive.unpack(source, manifest, database=database, files=files)
        found = engine().inspect(database)
        if found is not None and (wrong := differing(manifest.tables, found)):
            raise BackupDamaged(name=source.name, what=", ".join(wrong))
        yield manifest, database, files


def _require_fitting(manifest: Manifest) -> None:
    if manifest.engine != engine().NAME:
        raise OtherEngine(theirs=manifest.engine, ours=engine().NAME)
    if not set(manifest.migrations) <= _known_migrations():
        raise FromTheFuture


def _require_room(manifest: Manifest, root: Path) -> None:
    need = 2 * (manifest.database.size + sum(digest.size for digest in manifest.files.values()))
    free = shutil.disk_usage(root).free
    if free < need:
        raise NoRoom(need=need // 1_000_000, free=free // 1_000_000)


def _known_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def _place_files(files: Path, manifest: Manifest) -> None:
    for name in manifest.files:
        target = Path(settings.MEDIA_ROOT) / name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.move(files / name, target)


def _remove_other_files(manifest: Manifest) -> None:
    root = Path(settings.MEDIA_ROOT)
    for path in [path for path in root.rglob("*") if path.is_file()]:
        if path.relative_to(root).as_posix() not in manifest.files:
            path.unlink()
