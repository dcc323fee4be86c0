"""What an uploaded file is, by its content and never by its name; what may harm the next reader is refused."""

import io
import zipfile
from pathlib import PurePath

from nastavnik.domain.files.errors import FileIsEmpty, FileMayHarm, FileTooBig, FileUnknown

MOST_BYTES = 20 * 1024 * 1024
PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
OFFICE = "application/vnd.openxmlformats-officedocument."
PARTS = {
    "word/document.xml": f"{OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{OFFICE}spreadsheetml.sheet",
    "ppt/presentation.xml": f"{OFFICE}presentationml.presentation",
}
OPEN = "application/vnd.oasis.opendocument."
OPEN_KINDS = {f"{OPEN}{kind}" for kind in ("text", "spreadsheet", "presentation")}
MACROS = ("vbaproject.bin", "basic/", "scripts/", "activex/")


def content_type_of(content: bytes, title: str, *, most: int = MOST_BYTES) -> str:
    """The type of a picture, a PDF or an office document without macros.

    `title` is only quoted. Raises FileIsEmpty, FileTooBig, FileMayHarm or FileUnknown, each with its sentence.
    """
    title = PurePath(title).name
    if not content:
        raise FileIsEmpty(title=title)
    if len(content) > most:
        raise FileTooBig(title=title, limit=most // (1024 * 1024))
    for start, kind in PICTURES.items():
        if content.startswith(start):
            return kind
    if content[4:12] in (b"ftypheic", b"ftypmif1"):
        return "image/heic"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"PK\x03\x04"):
        return _office(content, title)
    raise FileUnknown(title=title)


def _office(content: bytes, title: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise FileUnknown(title=title) from None
    if any(mark in name.lower() for name in names for mark in MACROS):
        raise FileMayHarm(title=title)
    if kind in OPEN_KINDS:
        return kind
    for part, found in PARTS.items():
        if part in names:
            return found
    raise FileUnknown(title=title)
