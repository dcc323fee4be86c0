"""What the product brings to the catalogues: plain data in our own words; institutions lay their rows over it."""

from nastavnik.domain.programmes.shipped.shape import Entry

SHIPPED: tuple[Entry, ...] = ()

__all__ = ["SHIPPED", "Entry"]
