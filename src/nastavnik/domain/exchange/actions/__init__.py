"""What can be done with a list: load, correct its columns, decide about repeats, accept, cancel, undo."""

from nastavnik.domain.exchange.actions.accepting import accept
from nastavnik.domain.exchange.actions.pairs import take_waiting
from nastavnik.domain.exchange.actions.remembering import forget_columns, remember_columns
from nastavnik.domain.exchange.actions.steps import cancel, check, choose_sheet, decide, set_columns, upload
from nastavnik.domain.exchange.actions.undoing import undo

__all__ = [
    "accept",
    "cancel",
    "check",
    "choose_sheet",
    "decide",
    "forget_columns",
    "remember_columns",
    "set_columns",
    "take_waiting",
    "undo",
    "upload",
]
