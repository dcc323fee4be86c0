"""Which pages make one sheet: neighbours with one square code, and blank backs. Runs inside the limited process."""

import io
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from nastavnik.domain.consents.reading import limits, pages
from nastavnik.domain.consents.reading.blank import is_blank

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
LONGEST = 300  # an address of ours has 60 signs
SMALL = 1_400  # dots of the longer side under which a page is enlarged for another look


@dataclass(frozen=True)
class Sheet:
    """Pages of one paper, counted from nought. `said` are the different square codes on them, none or several."""

    first: int
    last: int
    said: tuple[str, ...]


def squares_on(page: Image.Image) -> tuple[str, ...]:
    """What the square codes of a page say, each once. A page with ink that gives none is looked at again: with more
    contrast, and larger where it is small."""
    said = _read(page)
    if said or is_blank(page):
        return said
    if said := _read(ImageOps.autocontrast(page, cutoff=2)):
        return said
    if max(page.size) > SMALL:
        return ()
    return _read(page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC))


def _read(page: Image.Image) -> tuple[str, ...]:
    found = zxingcpp.read_barcodes(page, formats=QR)
    return tuple(dict.fromkeys(one.text for one in found if 0 < len(one.text) <= LONGEST))


def sheets_of(content: bytes, kind: str) -> list[Sheet]:
    """The sheets of a file in its order. Unreadable."""
    found: list[Sheet] = []
    for number, page in enumerate(pages.pages_of(content, kind)):
        said = squares_on(page)
        before = found[-1] if found else None
        if before and (is_blank(page) if not said else said == before.said):
            found[-1] = Sheet(before.first, number, before.said)
        else:
            found.append(Sheet(number, number, said))
    return found


def cut(content: bytes, sheets: list[Sheet]) -> list[bytes]:
    """A PDF a sheet, its pages as they came. Whose paper it is keeps nobody else's."""
    source = pages.opened(content)
    parts = []
    for sheet in sheets:
        part, target = pypdfium2.PdfDocument.new(), io.BytesIO()
        part.import_pages(source, pages=list(range(sheet.first, sheet.last + 1)))
        part.save(target)
        part.close()
        parts.append(target.getvalue())
    return parts


def preview(content: bytes, kind: str, number: int) -> bytes:
    """A page for the eyes, as a JPEG. Unreadable; IndexError where there is no such page."""
    if kind == pages.PDF:
        page = pages.drawn(pages.opened(content)[number], limits.PREVIEW)
    else:
        page = next(iter([pages.picture(content, limits.PREVIEW)]))
    target = io.BytesIO()
    page.save(target, "JPEG", quality=75)
    return target.getvalue()
