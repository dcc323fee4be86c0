"""Memos that the product brings: plain data in our own words; institutions lay their rows over them."""

from nastavnik.domain.library.shipped.beginning import BEGINNING
from nastavnik.domain.library.shipped.care import CARE
from nastavnik.domain.library.shipped.mistakes import DO_IT_YOURSELF, MISTAKES
from nastavnik.domain.library.shipped.shape import Shipped
from nastavnik.domain.library.shipped.strength import STRENGTH
from nastavnik.domain.library.shipped.trouble import TROUBLE
from nastavnik.domain.library.shipped.ways import WAYS
from nastavnik.domain.library.shipped.working import WORKING

SHIPPED: tuple[Shipped, ...] = (*BEGINNING, *WORKING, MISTAKES, DO_IT_YOURSELF, *CARE, *TROUBLE, *STRENGTH, *WAYS)

__all__ = ["SHIPPED", "Shipped"]
