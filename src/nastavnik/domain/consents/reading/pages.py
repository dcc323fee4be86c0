"""A scan as grey pages, one after another. Runs inside the limited process of `isolated`."""

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from nastavnik.domain.consents.reading import limits
from nastavnik.domain.consents.reading.refused import Unreadable

PDF = "application/pdf"
READ = ("image/jpeg", "image/png", "image/gif")
FORMATS = ("JPEG", "PNG", "GIF")
IMAGE_OBJECT = 3  # FPDF_PAGEOBJ_IMAGE


def opened(content: bytes) -> Any:
    """A PDF with no more pages than are read. Unreadable: broken, locked, too_many."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("locked" if "assword" in str(error) else "broken") from None
    if len(document) > limits.PAGES:
        raise Unreadable("too_many")
    if not len(document):
        raise Unreadable("broken")
    return document


def drawn(page: Any, side: int = limits.DRAWN) -> Image.Image:
    """A page of a PDF, `side` dots on its longer side. Unreadable: too_heavy."""
    for part in page.get_objects(filter=(IMAGE_OBJECT,), max_depth=3):
        width, height = part.get_px_size()
        if width * height > limits.PIXELS:
            raise Unreadable("too_heavy")
    scale = min(side / max(1.0, *page.get_size()), limits.DRAWN_AT_MOST)
    grey: Image.Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    return grey.convert("L")


def picture(content: bytes, side: int = limits.DRAWN) -> Image.Image:
    """A photograph the right way up, grey, made smaller where it is larger. Unreadable: broken, too_heavy."""
    try:
        found = Image.open(io.BytesIO(content), formats=FORMATS)
        if found.width * found.height > limits.PIXELS:
            raise Unreadable("too_heavy")
        found.draft("L", (side, side))  # a JPEG of a telephone is unpacked at the size that is needed
        upright = ImageOps.exif_transpose(found).convert("L")
    except Image.DecompressionBombError:
        raise Unreadable("too_heavy") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise Unreadable("broken") from None
    upright.thumbnail((side, side))
    return upright


def pages_of(content: bytes, kind: str) -> Iterator[Image.Image]:
    """The pages of a PDF, or the one page of a picture. Unreadable: not_read beside the above."""
    if kind in READ:
        yield picture(content)
        return
    if kind != PDF:
        raise Unreadable("not_read")
    document = opened(content)
    for number in range(len(document)):
        page = document[number]
        yield drawn(page)
        page.close()
