"""What is this file, by its content and never by its name; refusals say what it is and what to send instead."""

import re
from typing import Literal

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import container, limits
from nastavnik.domain.exchange.reading.encodings import unmarked_utf_16

Kind = Literal["xlsx", "ods", "xls", "csv"]

PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|table|div|meta)\b", re.I | re.S)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(content: bytes, file_name: str = "") -> Kind:
    """The kind of table in `content`, after all limits that need no parsing.

    `file_name` is only quoted in refusals. Raises UnreadableFile.
    """
    if not content:
        raise UnreadableFile("empty_file")
    if len(content) > limits.FILE_BYTES:
        raise UnreadableFile("too_big", limit=limits.FILE_BYTES // (1024 * 1024))
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return container.kind_of(content)
    if content.startswith(COMPOUND):
        return _kind_of_compound(content)
    _refuse_known(content)
    return _text(content)


def _refuse_known(content: bytes) -> None:
    """Files that people send by mistake."""
    head = content[:4096]
    if _is_picture(head):
        raise UnreadableFile("picture")
    if b"%PDF-" in head[:1024]:
        raise UnreadableFile("pdf")
    if head.startswith(ARCHIVES) or content[257:262] == b"ustar":
        raise UnreadableFile("archive")
    if head.startswith(b"{\\rtf"):
        raise UnreadableFile("word_document")
    _refuse_markup(head)


def _is_picture(head: bytes) -> bool:
    if head.startswith(b"BM"):
        return CONTROL.search(head[:64]) is not None  # «BM» may also begin a text
    riff = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    heic = head[4:8] == b"ftyp"
    return head.startswith(PICTURES) or riff or heic


def _refuse_markup(head: bytes) -> None:
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if MARKUP.match(plain) or plain.startswith(b"MIME-Version:"):
        raise UnreadableFile("web_page")
    if re.match(rb"\s*<(\?xml|\?mso|!DOCTYPE|Workbook|office:)", plain):
        raise UnreadableFile("web_page" if re.search(rb"<html\b", plain, re.IGNORECASE) else "xml_table")


def _kind_of_compound(content: bytes) -> Kind:
    """The old binary container: a workbook, a Word document or an encrypted new workbook."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise UnreadableFile("encrypted")
    if holds("WordDocument"):
        raise UnreadableFile("word_document")
    if holds("PowerPoint Document"):
        raise UnreadableFile("presentation")
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise UnreadableFile("not_a_table")


def _text(content: bytes) -> Kind:
    if content.startswith(TEXT_MARKS) or unmarked_utf_16(content):
        return "csv"
    if CONTROL.search(content):
        raise UnreadableFile("not_a_table")
    return "csv"
