"""Storing and removing files."""

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import place
from nastavnik.domain.organisations.models import Organisation


@transaction.atomic
def store(organisation: Organisation, *, title: str, content: bytes, content_type: str, by: Any) -> StoredFile:
    """Keep a file. It is on the disk before its row is committed; a file without a row is swept by `doctor`."""
    file = StoredFile(
        organisation=organisation,
        title=title[:200],
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by=by,
    )
    _write(place(file), content)
    file.save(force_insert=True)
    return file


@transaction.atomic
def remove(file: StoredFile) -> None:
    """Forget a file; its bytes go when the transaction is through."""
    where = place(file)
    file.delete()
    transaction.on_commit(lambda: where.unlink(missing_ok=True))


def _write(where: Path, content: bytes) -> None:
    where.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(where, os.O_WRONLY | os.O_CREAT | os.O_EXCL, settings.FILE_UPLOAD_PERMISSIONS)
    with os.fdopen(handle, "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    _sync_folder(where.parent)


def _sync_folder(folder: Path) -> None:
    """The name of a new file is only safe from a power cut when its folder is on the disk as well."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
