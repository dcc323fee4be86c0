"""The square code of a paper: what it says, as a drawing or as a picture."""

import io
from functools import lru_cache
from threading import Lock

import segno

INK = "#1d2430"
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
    """The code as a picture; nothing where only its drawing was kept."""
    if not square or square.startswith(DRAWN):
        return b""
    target = io.BytesIO()
    _drawn(square).save(target, kind="png", border=0, dark=INK, scale=8)
    return target.getvalue()


def _drawn(square: str) -> segno.QRCode:
    """DOCX and PDF of a paper are made side by side: the later one waits and has it for nothing."""
    with ENCODING:
        return _code(square)


@lru_cache(maxsize=2048)
def _code(square: str) -> segno.QRCode:
    """Encoding is what takes time, and every paper is drawn twice, in a batch three times; a code is a kilobyte."""
    return segno.make(square, error="m", micro=False)
