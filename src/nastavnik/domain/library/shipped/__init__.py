"""Memos that the product brings: plain data in our own words; institutions lay their rows over them."""

from nastavnik.domain.library.shipped.beginning import BEGINNING
from nastavnik.domain.library.shipped.care import CARE
from nastavnik.domain.library.shipped.mistakes import DO_IT_YOURSELF, MISTAKES
from nastavnik.domain.library.shipped.shape import Shipped
from nastavnik.domain.library.shipped.working import WORKING

SHIPPED: tuple[Shipped, ...] = (*BEGINNING, *WORKING, MISTAKES, DO_IT_YOURSELF, *CARE)

__all__ = ["SHIPPED", "Shipped"]
