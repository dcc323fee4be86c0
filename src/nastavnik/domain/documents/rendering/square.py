"""The square code of a paper: what it says, as a drawing or as a picture."""

import io
import struct
import zlib
from functools import lru_cache
from threading import Lock

import segno

INK = "#1d2430"
PALETTE = bytes.fromhex("ffffff" + INK[1:])
ENCODING = Lock()
DRAWN = "<svg"  # papers of former days keep the drawing itself


def svg(square: str) -> str:
    """The code as a drawing; nothing for nothing."""
    if not square or square.startswith(DRAWN):
        return square
    target = io.BytesIO()
    _drawn(square).save(target, kind="svg", border=0, dark=INK, xmldecl=False)
    return target.getvalue().decode()


def png(square: str) -> bytes:
    """The code as a picture; nothing where only its drawing was kept. A module is eight dots wide: one byte a row."""
    if not square or square.startswith(DRAWN):
        return b""
    modules = _drawn(square).matrix
    rows = b"".join(b"\0" + bytes(0xFF if dark else 0 for dark in row) for row in modules for _line in range(8))
    side = 8 * len(modules)
    header = struct.pack(">IIBBBBB", side, side, 1, 3, 0, 0, 0)  # two colours of a palette
    parts = ((b"IHDR", header), (b"PLTE", PALETTE), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _drawn(square: str) -> segno.QRCode:
    """DOCX and PDF of a paper are made side by side: the later one waits and has it for nothing."""
    with ENCODING:
        return _code(square)


@lru_cache(maxsize=2048)
def _code(square: str) -> segno.QRCode:
    """Encoding is what takes time, and every paper is drawn twice, in a batch three times; a code is a kilobyte."""
    return segno.make(square, error="m", micro=False)
