"""What can be done: make a copy, put one back, look whether one is whole, throw old ones away, tidy up."""

from nastavnik.domain.operations.actions.backup import ask_backup, backup, rotate
from nastavnik.domain.operations.actions.restore import Restored, restore, verify
from nastavnik.domain.operations.actions.tidy import tidy

__all__ = ["Restored", "ask_backup", "backup", "restore", "rotate", "tidy", "verify"]
