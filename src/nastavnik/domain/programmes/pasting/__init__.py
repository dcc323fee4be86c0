"""A roadmap from the clipboard of Word or Excel, or from a file. Pure: text → rows and what was not understood."""

from nastavnik.domain.programmes.pasting.files import CannotRead, text_of
from nastavnik.domain.programmes.pasting.reading import read
from nastavnik.domain.programmes.pasting.rows import people_in
from nastavnik.domain.programmes.pasting.shape import (
    MOST_LETTERS,
    MOST_ROWS,
    Column,
    Field,
    Issue,
    Pasted,
    PastedRow,
    StageSpan,
)

__all__ = [
    "MOST_LETTERS",
    "MOST_ROWS",
    "CannotRead",
    "Column",
    "Field",
    "Issue",
    "Pasted",
    "PastedRow",
    "StageSpan",
    "people_in",
    "read",
    "text_of",
]
