"""A paper as plain data, kept as JSON for as long as the paper is: an issued paper never changes."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from nastavnik.domain.documents.rendering import blocks
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.words import plain

TYPE = "is"
TYPES = {
    kind.__name__: kind
    for kind in (
        blocks.Blank,
        blocks.Bullets,
        blocks.Cell,
        blocks.Column,
        blocks.Columns,
        blocks.Fields,
        blocks.Heading,
        blocks.PageBreak,
        blocks.Paper,
        blocks.Paragraph,
        blocks.Point,
        blocks.Points,
        blocks.Section,
        blocks.Signatures,
        blocks.Stamp,
        blocks.Table,
    )
}


def to_plain(paper: Paper) -> dict[str, Any]:
    """The paper as dictionaries, lists and strings, free of what XML forbids; each piece names its type."""
    written: dict[str, Any] = _written(paper)
    return written


def from_plain(data: Mapping[str, Any]) -> Paper:
    """The paper out of what `to_plain` gave, also after a journey through JSON. Raises ValueError."""
    paper = _read(data)
    if not isinstance(paper, Paper):
        raise ValueError("this is no paper")
    return paper


def _written(value: Any) -> Any:
    if is_dataclass(value):
        pieces = {field.name: _written(getattr(value, field.name)) for field in fields(value)}
        return {TYPE: type(value).__name__, **pieces}
    if isinstance(value, list | tuple):
        return [_written(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _written(item) for key, item in value.items()}
    return plain(value)


def _read(value: Any) -> Any:
    if isinstance(value, Mapping):
        pieces = {key: _read(item) for key, item in value.items() if key != TYPE}
        return TYPES[value[TYPE]](**pieces) if value.get(TYPE) in TYPES else pieces
    return tuple(_read(item) for item in value) if isinstance(value, list | tuple) else value
