"""A cell of a table of counts: a whole number, a share as somebody typed it, a kind of institution. Pure."""

import re
from typing import Any

from nastavnik.domain.exchange.reading.cells import BLANK_WORDS, text_of

WHOLE = re.compile(r"^(-?\d[\d  ]*)(?:[.,]0+)?\s*(?:чел\w*|пар\w*|ед\w*|шт\w*)?\.?$")
SHARE = re.compile(r"^(\d+(?:[.,]\d+)?)\s*%?$")
NOT_KNOWN = BLANK_WORDS | {"нет", "н/д", "нд", "н.д.", "x", "х", "#дел/0!", "#div/0!", "#знач!", "#value!"}
# kind of an institution → what its name or its kind says
KINDS = (
    ("kindergarten", r"детск\w+ сад|\bм?[абк]?доу\b|дошкол"),
    ("college", r"колледж|техникум|училищ|\bг?[абк]?поу\b|\bспо\b|професс"),
    ("supplementary", r"дополнительн|\bм?[абк]?у ?до\b|\bдо[дп]?\b|творчеств|\bдюц\b|\bд[шю]+сш\b|\bсш\b|станци|дворец|"
     r"кванториум|школа искусств|\bдши\b|\bцдт\b|\bддт\b|\bцдо\b|спортивн\w+ школ"),
    ("school", r"школ|гимнази|лице[йяи]|\bсош\b|\bоош\b|\bнош\b|интернат|кадетск|общеобразоват|\bм?[абк]?оу\b"),
)  # fmt: skip
COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in KINDS)


def count(cell: Any) -> tuple[int | None, str]:
    """(the number, "") or (None, what is wrong); an empty cell is (None, ""): not known is not zero."""
    if isinstance(cell, bool):
        return None, "not_a_number"
    if isinstance(cell, int | float):
        if cell != cell or cell != int(cell):
            return None, "not_whole"
        return (int(cell), "") if cell >= 0 else (None, "negative")
    text = text_of(cell).lower()
    if text in NOT_KNOWN:
        return None, ""
    found = WHOLE.match(text)
    if not found:
        return None, "not_a_number"
    value = int(re.sub(r"\s", "", found[1]))
    return (value, "") if value >= 0 else (None, "negative")


def contradicts(cell: Any, numerator: int, denominator: int) -> bool:
    """Whether a typed share is not the one of these numbers, rounded as far as it was typed. What is no number says
    nothing. Up to 1 it may be meant of one or of a hundred."""
    if isinstance(cell, bool) or text_of(cell).lower() in NOT_KNOWN:
        return False
    found = SHARE.match(repr(float(cell)) if isinstance(cell, int | float) else text_of(cell))
    if not found:
        return True
    text = found[1].replace(",", ".")
    typed, digits = float(text), len(text.partition(".")[2].rstrip("0"))
    is_text = isinstance(cell, str)
    scales = (100.0,) if typed > 1 or (is_text and "%" in cell) else (100.0, 1.0)
    true = numerator / denominator
    return all(abs(typed - true * scale) > 0.5 * 10**-digits + 1e-9 for scale in scales)


def kind_of(text: str) -> str:
    """The kind of institution that a name, a kind or a title says; "" where it says none."""
    plain = text.lower().replace("ё", "е")
    return next((kind for kind, pattern in COMPILED if pattern.search(plain)), "")
