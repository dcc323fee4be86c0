"""What a person said when a paper was prepared, as it is kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nastavnik.domain.documents.errors import AnswerMissing, AnswerUnreadable
from nastavnik.domain.documents.kinds import Ask, DocumentKind

# Asks of these codes are kept as columns too: the register and the warnings read them.
TERM = ("valid_from", "valid_until")


def answered(kind: DocumentKind, given: Mapping[str, Any]) -> dict[str, Any]:
    """Answers to the asks of the kind: words without spaces around, days as ISO, numbers whole; empty ones are left
    out. Raises AnswerMissing, AnswerUnreadable."""
    said = {ask.code: _said(ask, given.get(ask.code)) for ask in kind.asks}
    for ask in kind.asks:
        if ask.is_required and said[ask.code] in ("", None):
            raise AnswerMissing(ask=ask.label)
    return {code: answer for code, answer in said.items() if answer not in ("", None)}


def term_of(answers: Mapping[str, Any]) -> dict[str, date | None]:
    """The term of a paper where its kind asks for one."""
    return {code: date.fromisoformat(answers[code]) if answers.get(code) else None for code in TERM}


def _said(ask: Ask, given: Any) -> Any:
    text = "\n".join(line.rstrip() for line in str(given if given is not None else "").splitlines()).strip()
    if not text:
        return ""
    try:
        if ask.answer == "day":
            return given.isoformat() if isinstance(given, date) else date.fromisoformat(text).isoformat()
        if ask.answer == "number":
            return int(text)
    except ValueError:
        raise AnswerUnreadable(ask=ask.label, given=text) from None
    if ask.answer == "choice" and text not in dict(ask.choices):
        raise AnswerUnreadable(ask=ask.label, given=text)
    return text
