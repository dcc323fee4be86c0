"""Memos that the product brings: plain data in our own words; institutions lay their rows over them."""

from nastavnik.domain.library.shipped.mistakes import MISTAKES
from nastavnik.domain.library.shipped.shape import Shipped

SHIPPED: tuple[Shipped, ...] = (MISTAKES,)

__all__ = ["SHIPPED", "Shipped"]
