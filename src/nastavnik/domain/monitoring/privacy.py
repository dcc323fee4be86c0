"""Small groups. What leaves the house must not tell what happened to one child. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nastavnik.domain.monitoring.records import Figure

THRESHOLD = 5


def withheld(counts: Mapping[str, int], threshold: int = THRESHOLD) -> frozenset[str]:
    """Parts of a whole that may not be shown when the whole is known.

    A part of 1 to `threshold` − 1 is withheld; if what is withheld could be had by subtraction (a single part, or
    fewer than `threshold` together), the next smallest part goes with it. Zeros hide nobody and stay.
    """
    parts = sorted((number, code) for code, number in counts.items() if number)
    hidden = [part for part in parts if part[0] < threshold]
    shown = [part for part in parts if part[0] >= threshold]
    while hidden and shown and (len(hidden) == 1 or sum(number for number, _code in hidden) < threshold):
        hidden.append(shown.pop(0))
    return frozenset(code for _number, code in hidden)


def protect(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The parts of one whole, those that could tell of one child marked as withheld and emptied."""
    hidden = withheld({figure.code: figure.numerator or 0 for figure in figures})
    return tuple(
        replace(figure, numerator=None, is_withheld=True) if figure.code in hidden else figure for figure in figures
    )
