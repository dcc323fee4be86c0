"""What can be asked in the room."""

from nastavnik.domain.library.queries.choosing import Choice, choices, themes
from nastavnik.domain.library.queries.reader import Reader, audiences_of, reader_of, situations_in
from nastavnik.domain.library.queries.sheets import (
    Sheet,
    files_of,
    known_links,
    matching,
    memo,
    memos,
    titles,
)
from nastavnik.domain.library.queries.sites import allowed
from nastavnik.domain.library.queries.visible import (
    files_visible_to,
    sites_visible_to,
    themes_visible_to,
)

__all__ = [
    "Choice",
    "Reader",
    "Sheet",
    "allowed",
    "audiences_of",
    "choices",
    "files_of",
    "files_visible_to",
    "known_links",
    "matching",
    "memo",
    "memos",
    "reader_of",
    "sites_visible_to",
    "situations_in",
    "themes",
    "themes_visible_to",
    "titles",
]
