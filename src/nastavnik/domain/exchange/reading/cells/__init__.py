"""One cell to one value: dates, names, groups, answers, topics, free time. Each returns a `Parsed`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from nastavnik.domain.exchange.records import Severity


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value of a cell and, where something is wrong with it, a code for `messages`."""

    value: Any
    code: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity = "note"


BLANK_WORDS = frozenset(
    {"", "-", "–", "—", "_", ".", "?", "нет данных", "не указано", "не знаю", "n/a", "#н/д", "#n/a"}
)


def text_of(cell: Any) -> str:
    """A cell as the text a reader sees, without outer space; "" for an empty one."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y}" if not (cell.hour or cell.minute) else f"{cell:%d.%m.%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    return str(cell).strip()


def is_blank(cell: Any) -> bool:
    """Empty, or one of the marks people put for «nothing»."""
    return text_of(cell).lower() in BLANK_WORDS
