"""Is everything kept, and would it come back?"""

import os
import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from nastavnik.core import clock
from nastavnik.domain.operations import queries
from nastavnik.domain.operations.records import Finding

OLD = timedelta(hours=36)
SPARE = 1_000_000_000


def recent_backup() -> Finding:
    """The newest copy is of last night or later."""
    found = queries.backups()
    hours = int((clock.now() - found[0].made_at).total_seconds() // 3600) if found else None
    return Finding("recent_backup", bool(found) and clock.now() - found[0].made_at <= OLD, {"hours": hours})


def room_left() -> Finding:
    """Room for the data once more, and a gigabyte."""
    free = shutil.disk_usage(settings.DATA_DIR).free
    return Finding("room_left", free >= queries.bytes_of_data() + SPARE, {"free": free // 1_000_000})


def data_is_private() -> Finding:
    """Other accounts of the machine cannot read the folder of the data."""
    folder = Path(settings.DATA_DIR)
    closed = os.name == "nt" or not folder.stat().st_mode & 0o077
    return Finding("data_private", closed, {"folder": str(folder)})


def files_are_whole() -> Finding:
    """Every row has its file."""
    missing = queries.missing_files()
    return Finding("files_whole", not missing, {"missing": missing})


def no_stray_files() -> Finding:
    """Files without a row are swept at night; many of them mean that something goes wrong."""
    stray = len(queries.stray_files())
    return Finding("no_stray_files", stray < 100, {"stray": stray})
