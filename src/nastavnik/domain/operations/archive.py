"""The file of a copy: a .tar.gz with `manifest.json` first, then the database, then the files; for its owner alone."""

import gzip
import hashlib
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from nastavnik.domain.operations.errors import BackupDamaged, NotABackup
from nastavnik.domain.operations.records import Digest, Manifest

FORMAT = 1
MANIFEST = "manifest.json"
FILES = "files/"
LARGEST_MANIFEST = 200_000_000
CHUNK = 1 << 20
UNREADABLE = (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, UnicodeDecodeError, ValueError, KeyError)


def file_digest(path: Path) -> Digest:
    """Size and SHA-256 of a file's bytes."""
    with path.open("rb") as source:
        return Digest(path.stat().st_size, hashlib.file_digest(source, "sha256").hexdigest())


def pack(target: Path, manifest: Manifest, *, database: Path, files: Mapping[str, Path]) -> None:
    """Write a copy. It appears under its name when it is complete and on the disk, never before."""
    partial = target.with_suffix(".partial")
    with (
        _private(partial) as raw,
        gzip.GzipFile("", "wb", 3, raw, 0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        _add_bytes(archive, MANIFEST, json.dumps(_as_json(manifest), ensure_ascii=False, indent=1).encode())
        _add_file(archive, database.name, database)
        for name, path in files.items():
            _add_file(archive, FILES + name, path)
    partial.replace(target)


def read_manifest(source: Path) -> Manifest:
    """What a copy says it holds; raises NotABackup for anything that is no copy."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            first = archive.next()
            if first is None or first.name != MANIFEST or first.size > LARGEST_MANIFEST:
                raise NotABackup(name=source.name)
            content = archive.extractfile(first)
            return _from_json(json.loads(content.read() if content else b""))
    except UNREADABLE as error:
        raise NotABackup(name=source.name) from error


def unpack(source: Path, manifest: Manifest, *, database: Path, files: Path) -> None:
    """Write the members that the manifest names, and no others; each is held against its digest on the way."""
    wanted = {FILES + name: (files / name, digest) for name, digest in manifest.files.items()}
    wanted[database.name] = (database, manifest.database)
    try:
        with tarfile.open(source, "r:gz") as archive:
            for member in archive:
                if member.name in wanted and member.isreg():
                    path, digest = wanted.pop(member.name)
                    _extract(archive, member, path, digest)
    except UNREADABLE as error:
        raise BackupDamaged(name=source.name, what="архив") from error
    if wanted:
        raise BackupDamaged(name=source.name, what="состав")


def _extract(archive: tarfile.TarFile, member: tarfile.TarInfo, path: Path, digest: Digest) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    total, content = hashlib.sha256(), archive.extractfile(member)
    assert content is not None
    with _private(path) as target:
        for chunk in _chunks(content):
            total.update(chunk)
            target.write(chunk)
    if Digest(member.size, total.hexdigest()) != digest:
        raise BackupDamaged(name=Path(archive.name or "").name, what=member.name.partition("/")[0])


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(CHUNK):
        yield chunk


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    """A new file that only its owner reads, on the disk when the block is left."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as target:
        yield target
        target.flush()
        os.fsync(target.fileno())


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    archive.addfile(member, io.BytesIO(content))


def _add_file(archive: tarfile.TarFile, name: str, path: Path) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = path.stat().st_size, 0o600
    with path.open("rb") as source:
        archive.addfile(member, source)


def _as_json(manifest: Manifest) -> dict[str, Any]:
    return {"format": FORMAT, **asdict(manifest), "made_at": manifest.made_at.isoformat()}


def _from_json(data: dict[str, Any]) -> Manifest:
    if data.pop("format") != FORMAT:
        raise ValueError("another format")
    return Manifest(
        made_at=datetime.fromisoformat(data["made_at"]),
        product=data["product"],
        engine=data["engine"],
        migrations=tuple(data["migrations"]),
        tables={name: Digest(**digest) for name, digest in data["tables"].items()},
        database=Digest(**data["database"]),
        files={_safe(name): Digest(**digest) for name, digest in data["files"].items()},
        lost=data["lost"],
    )


def _safe(name: str) -> str:
    path = Path(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError("a path that leads out")
    return name
