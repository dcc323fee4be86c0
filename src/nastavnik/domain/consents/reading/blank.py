"""Is there anything on a page? The backs of sheets come through the feeder with the fronts."""

from PIL import Image

MARGIN = 0.05  # the shadow of the lid
DARK = 128  # ink that shines through from the front is lighter
INK = 0.0003  # of the area; a signature alone is five times as much


def is_blank(page: Image.Image) -> bool:
    """Less dark than a single signature would be. `page` is grey."""
    width, height = page.size
    inner = page.crop(
        (int(width * MARGIN), int(height * MARGIN), int(width * (1 - MARGIN)), int(height * (1 - MARGIN)))
    )
    counts = inner.histogram()
    return sum(counts[:DARK]) < INK * max(1, sum(counts))
