"""Zip containers (.xlsx, .ods and what only looks like them), judged without unpacking them."""

import io
import re
import struct
import zipfile
import zlib
from typing import Literal

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import limits

END_OF_DIRECTORY = b"PK\x05\x06"
ENCRYPTED_FLAG = 0x1
PROLOGUE_BYTES = 64 * 1024
TABLE_FILES = (".xlsx", ".xls", ".ods", ".csv", ".xlsm")
MACROS = "vbaproject.bin"
ROOT_ELEMENT = re.compile(rb"<[A-Za-z_]")
DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def kind_of(content: bytes) -> Literal["xlsx", "ods"]:
    """The kind of workbook in a zip container; raises UnreadableFile for bombs, other documents and broken files."""
    _check_directory(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            kind = _kind(archive, [part.filename for part in parts])
            _check_parts(parts)
            _check_prologues(archive, parts)
            return kind
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, LookupError) as error:
        raise UnreadableFile("broken") from error
    except (NotImplementedError, RuntimeError, RecursionError, MemoryError) as error:
        raise UnreadableFile("broken") from error


def _check_directory(content: bytes) -> None:
    """Refuse a directory too long to be read at all, before zipfile reads it."""
    at = content.rfind(END_OF_DIRECTORY, max(0, len(content) - 66_000))
    if at < 0 or len(content) < at + 22:
        raise UnreadableFile("broken")
    entries, size = struct.unpack_from("<HI", content, at + 10)
    if entries > limits.ZIP_PARTS or size > limits.ZIP_DIRECTORY_BYTES:
        raise UnreadableFile("swollen")


def _kind(archive: zipfile.ZipFile, names: list[str]) -> Literal["xlsx", "ods"]:
    present = set(names)
    if "xl/workbook.xml" in present or _declares(archive, present, b"spreadsheetml.sheet.main"):
        return "xlsx"
    if "mimetype" in present:
        return _open_document(archive)
    if "xl/workbook.bin" in present:
        raise UnreadableFile("binary_workbook")
    if "word/document.xml" in present:
        raise UnreadableFile("word_document")
    if "ppt/presentation.xml" in present:
        raise UnreadableFile("presentation")
    if "Index/Document.iwa" in present or "index.apxl" in present:
        raise UnreadableFile("numbers_document")
    nested = any(name.lower().endswith(TABLE_FILES) for name in names)
    raise UnreadableFile("archive_of_tables" if nested else "archive")


def _declares(archive: zipfile.ZipFile, present: set[str], content_type: bytes) -> bool:
    if "[Content_Types].xml" not in present:
        return False
    with archive.open("[Content_Types].xml") as part:
        return content_type in part.read(PROLOGUE_BYTES)


def _open_document(archive: zipfile.ZipFile) -> Literal["ods"]:
    with archive.open("mimetype") as part:
        mimetype = part.read(200).strip()
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        _refuse_encrypted_open_document(archive)
        return "ods"
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        raise UnreadableFile("word_document")
    raise UnreadableFile("not_a_table")


def _refuse_encrypted_open_document(archive: zipfile.ZipFile) -> None:
    if "META-INF/manifest.xml" not in archive.namelist():
        return
    with archive.open("META-INF/manifest.xml") as part:
        if b"encryption-data" in part.read(PROLOGUE_BYTES):
            raise UnreadableFile("encrypted")


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Number, declared sizes and ratio of the parts: what would be unpacked, from the directory alone."""
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise UnreadableFile("encrypted")
    if any(part.filename.lower().endswith(MACROS) for part in parts):
        raise UnreadableFile("unsafe")  # never run here, but the file is kept and may be opened by somebody else
    if len(parts) > limits.ZIP_PARTS or sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        raise UnreadableFile("swollen")
    if len({part.filename for part in parts}) != len(parts):
        raise UnreadableFile("unsafe")
    for part in parts:
        _check_part(part)


def _check_part(part: zipfile.ZipInfo) -> None:
    packed = max(part.compress_size, 1)
    if part.file_size > limits.RATIO_MATTERS_FROM and part.file_size / packed > limits.UNPACK_RATIO:
        raise UnreadableFile("swollen")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile("unsafe")
    if part.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part.filename):
        raise UnreadableFile("unsafe")
    if part.filename.lower().endswith((".zip", *TABLE_FILES)) and "embeddings/" not in part.filename.lower():
        raise UnreadableFile("unsafe")


def _check_prologues(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """No part may declare a document type or entities; they can stand before the root element only."""
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels", ".rdf", ".vml")) or not part.file_size:
            continue
        with archive.open(part) as stream:
            head = stream.read(PROLOGUE_BYTES).replace(b"\x00", b"")
        root = ROOT_ELEMENT.search(head)
        if DECLARATION.search(head[: root.start()] if root else head):
            raise UnreadableFile("unsafe")
        if root is None and part.file_size > PROLOGUE_BYTES:
            raise UnreadableFile("unsafe")
