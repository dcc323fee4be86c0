"""Where a file lies and what is in it. Rights are asked of the row that owns the file, never of the file."""

import hashlib
from pathlib import Path

from django.conf import settings

from nastavnik.domain.files.errors import FileLost
from nastavnik.domain.files.models import StoredFile


def place(file: StoredFile) -> Path:
    """The path on the disk: by organisation and by the first letters of the random name."""
    name = file.uid.hex
    return Path(settings.MEDIA_ROOT) / str(file.organisation_id) / name[:2] / name


def read(file: StoredFile) -> bytes:
    """The bytes, held against the digest that was taken when they came."""
    try:
        content = place(file).read_bytes()
    except FileNotFoundError:
        raise FileLost(title=file.title) from None
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileLost(title=file.title)
    return content
