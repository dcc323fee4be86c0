"""What can be done with a list: load, correct its columns, decide about repeats, accept, cancel."""

from nastavnik.domain.exchange.actions.accepting import accept
from nastavnik.domain.exchange.actions.steps import cancel, check, decide, set_columns, upload

__all__ = ["accept", "cancel", "check", "decide", "set_columns", "upload"]
