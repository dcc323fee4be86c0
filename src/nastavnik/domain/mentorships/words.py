"""How dates and names are said in the sentences of this room."""

from datetime import date

from django.utils.formats import date_format


def spoken(day: date) -> str:
    """«23 ноября 2026»."""
    return date_format(day, "j E Y")
