"""What can be done in the room."""

from nastavnik.domain.library.actions.memos import (
    Words,
    add_file,
    remove_file,
    restore_memo,
    show_memo,
    write_memo,
)
from nastavnik.domain.library.actions.sites import withdraw_site
from nastavnik.domain.library.actions.themes import ThemeWords, add_theme, edit_theme, show_theme

__all__ = [
    "ThemeWords",
    "Words",
    "add_file",
    "add_theme",
    "edit_theme",
    "remove_file",
    "restore_memo",
    "show_memo",
    "show_theme",
    "withdraw_site",
    "write_memo",
]
