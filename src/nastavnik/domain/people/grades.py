"""Which group follows a group: 5А → 6А, 2 курс → 3 курс. Pure."""

import re
from dataclasses import dataclass

LAST_GRADE = {"school": 11, "college": 4}
MOVE, LEAVE, KEEP = "move", "leave", "keep"


@dataclass(frozen=True)
class Next:
    """What becomes of a group: `move` to `title`, `leave` (its people finish), `keep` (nothing is done)."""

    step: str
    title: str = ""
    grade: int | None = None


def next_of(title: str, grade: int | None, kind: str) -> Next:
    """The usual step of a group of an institution of this `kind`; what has no grade stays where it is.

    A title that begins with its grade changes («5А» → «6А»), another one stays («ИС-21», второй курс → третий).
    """
    if grade is None:
        return Next(KEEP)
    if grade >= LAST_GRADE.get(kind, 11):
        return Next(LEAVE)
    return Next(MOVE, renamed(title, grade, grade + 1), grade + 1)


def renamed(title: str, grade: int, following: int) -> str:
    """The title with its leading grade replaced."""
    found = re.match(r"(\d+)(?!\d)", title)
    if found is None or int(found[1]) != grade:
        return title
    return f"{following}{title[found.end() :]}"


def grade_of(title: str) -> int | None:
    """The grade that a title begins with."""
    found = re.match(r"(\d{1,2})(?!\d)", title)
    return int(found[1]) if found else None
