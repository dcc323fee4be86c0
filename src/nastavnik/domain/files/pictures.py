"""A picture without what a camera writes into it: place, time, telephone. Pure: bytes in, bytes out.

JPEG: all application segments but JFIF and Adobe's (they tell how to show colours) and all comments go; how the picture
is turned stays, in a segment of our own. PNG: only the chunks that draw it stay.
"""

import struct
from collections.abc import Iterator

WITHOUT_PLACE = frozenset({"image/jpeg", "image/png"})
PNG = b"\x89PNG\r\n\x1a\n"
DRAWS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
APP0, APP1, APP14, COMMENT, SCAN, END = 0xE0, 0xE1, 0xEE, 0xFE, 0xDA, 0xD9
ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
ORIENTATION = 0x0112
TURNS = range(2, 9)


def bare(content: bytes) -> bytes:
    """The same picture; what is neither JPEG nor PNG comes back as it is."""
    if content.startswith(PNG):
        return PNG + b"".join(chunk for name, chunk in _chunks(content) if name in DRAWS)
    if content.startswith(b"\xff\xd8"):
        return _bare_jpeg(content)
    return content


def _bare_jpeg(content: bytes) -> bytes:
    kept, turned = [], 0
    for marker, segment in _segments(content):
        if marker == APP1:
            turned = turned or _orientation(segment[4:])
        elif marker in (APP0, APP14, None) or not (APP0 <= marker <= 0xEF or marker == COMMENT):
            kept.append(segment)
    return b"\xff\xd8" + (_turn(turned) if turned in TURNS else b"") + b"".join(kept)


def _segments(content: bytes) -> Iterator[tuple[int | None, bytes]]:
    """(marker, whole segment) after the first two bytes; the picture itself, up to its end, has no marker.

    What stands behind the end of the picture (a telephone may hide a film or a second picture there) is left out.
    """
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in ALONE:
            at += 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        if marker == SCAN:
            end = _end_of_picture(content, at)
            yield None, content[at:end]
            return
        yield marker, content[at : at + 2 + length]
        at += 2 + max(length, 2)


def _end_of_picture(content: bytes, at: int) -> int:
    """Just behind the end marker; inside a picture a byte FF is followed by 00, so the first FF D9 is the end."""
    end = content.find(bytes((0xFF, END)), at)
    return len(content) if end < 0 else end + 2


def _orientation(exif: bytes) -> int:
    """How the picture is turned, 0 where nothing is said."""
    if not exif.startswith(b"Exif\0\0") or len(exif) < 16:
        return 0
    tiff = exif[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for number in range(count):
            tag, _kind, _many, value = struct.unpack_from(order + "HHIH", tiff, first + 2 + 12 * number)
            if tag == ORIENTATION:
                return int(value)
    except struct.error:
        return 0
    return 0


def _turn(orientation: int) -> bytes:
    """A segment that says how the picture is turned and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, orientation, 0, 0)
    body = b"Exif\0\0" + tiff
    return bytes((0xFF, APP1)) + struct.pack(">H", len(body) + 2) + body


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at : at + 12 + length]
        at += 12 + length
