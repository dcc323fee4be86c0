"""Why a scan is not read: a code, of which the room makes a sentence."""


class Unreadable(Exception):
    """broken, locked, too_heavy, too_many, not_read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
