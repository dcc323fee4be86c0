"""The same human being twice? Certain by name and birth date; what only looks alike is asked. Pure."""

from dataclasses import dataclass
from datetime import date

SAME, POSSIBLY, DIFFERENT = "same", "possibly", "different"


@dataclass(frozen=True)
class Named:
    """A name in its comparable form (`people.normal.comparable_name`) and a birth date, if known."""

    name: str
    born: date | None


def compare(one: Named, other: Named) -> str:
    """Equal names and equal birth dates are one human being. Where something is missing or differs by a slip, ask."""
    if one.born and one.born == other.born:
        if one.name == other.name:
            return SAME
        return POSSIBLY if _names_fit(one.name, other.name) or _one_slip(one.name, other.name) else DIFFERENT
    if not _names_fit(one.name, other.name):
        return DIFFERENT
    if one.born is None or other.born is None:
        return POSSIBLY
    return POSSIBLY if one.name == other.name and _dates_alike(one.born, other.born) else DIFFERENT


def _names_fit(one: str, other: str) -> bool:
    """Equal as far as both are written: a patronymic may be missing, a given name may be its first letter."""
    mine, theirs = one.split(), other.split()
    if len(mine) < 2 or len(theirs) < 2 or mine[0] != theirs[0]:
        return False
    return all(_part_fits(a, b) for a, b in zip(mine[1:], theirs[1:], strict=False))


def _part_fits(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or another, or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def _dates_alike(one: date, other: date) -> bool:
    """Two of day, month and year are equal."""
    return sum((one.day == other.day, one.month == other.month, one.year == other.year)) == 2
