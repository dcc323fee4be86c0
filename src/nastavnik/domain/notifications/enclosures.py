"""What goes with a letter. The room that knows stands above this one, so it leaves its maker here when the app starts.

A maker that returns None says that the occasion may no longer be told of: the letter is withheld.
"""

from collections.abc import Callable
from dataclasses import dataclass

from nastavnik.domain.notifications.models import Message


@dataclass(frozen=True)
class Enclosure:
    """A file beside the words. `content_type` names its charset."""

    name: str
    content_type: str
    content: bytes


Maker = Callable[[Message], Enclosure | None]
_makers: dict[str, Maker] = {}


def enclose_with(kind: str, maker: Maker) -> None:
    """Leave the maker for letters of a kind."""
    _makers[kind] = maker


def maker_of(kind: str) -> Maker | None:
    return _makers.get(kind)
