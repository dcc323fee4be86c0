"""What one text says otherwise than another, line by line. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Change:
    """Lines that went and lines that came in their place; either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """What is different, in the order of the text."""
    return tuple(_changes(before, after))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(tuple(before[first:last]), tuple(after[start:end]))
