"""What may go wrong before a list can be read at all."""

from nastavnik.core.errors import DomainError


class UnreadableFile(DomainError):
    """The file is no table that can be read; `code` and `params` find their sentence in `messages`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(**params)
        self.args = (code,)
        self.code = code
