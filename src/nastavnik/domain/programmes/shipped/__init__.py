"""What the product brings to the catalogues: plain data in our own words; institutions lay their rows over it."""

from nastavnik.domain.programmes.shipped.kinds import KINDS
from nastavnik.domain.programmes.shipped.shape import Entry

SHIPPED: tuple[Entry, ...] = (*KINDS,)

__all__ = ["SHIPPED", "Entry"]
