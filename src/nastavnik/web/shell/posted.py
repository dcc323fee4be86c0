"""Whole numbers that came with a form outside its fields: ids of ticked rows, the version a button was drawn from."""

from django.http import HttpRequest

DIGITS = 18  # as many as fit into a column of the database


def number(request: HttpRequest, name: str) -> int | None:
    """The number posted under the name; None for anything else."""
    return _whole(request.POST.get(name, ""))


def numbers(request: HttpRequest, name: str) -> list[int]:
    """All numbers posted under the name, whatever is none left out."""
    found = (_whole(text) for text in request.POST.getlist(name))
    return [one for one in found if one is not None]


def _whole(text: str) -> int | None:
    # «²» is a digit to Python and no number.
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None
