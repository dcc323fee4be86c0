"""Many files in one archive, named so that they open on every system. Pure."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import date

from nastavnik.domain.documents.rendering.archive import EARLIEST

LONGEST = 120  # letters of a name: a folder of Windows holds paths of 260
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
SPACES = re.compile(r"\s+")
DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)


def safe_name(text: str) -> str:
    """The words as a name of a file (without its ending) that Windows, macOS and Linux take alike."""
    flat = FORBIDDEN.sub("-", SPACES.sub(" ", unicodedata.normalize("NFC", text)))
    tidy = flat[:LONGEST].strip(" .")
    return f"_{tidy}" if DEVICES.match(tidy) else tidy or "_"


def zipped(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """An archive of (path, content) in their order, stamped with a day; the same files give the same bytes.

    Of two equal paths, also such as differ only in case, the later one is numbered. What is inside is packed already
    (DOCX, PDF), so it is stored as it is.
    """
    stamp = max(day, EARLIEST)
    taken: set[str] = set()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(_free(path, taken), (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def _free(path: str, taken: set[str]) -> str:
    stem, dot, ending = path.rpartition(".")
    free, number = path, 1
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}){dot}{ending}"
    taken.add(free.casefold())
    return free
