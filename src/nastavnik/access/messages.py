"""Error → sentence, in one place."""

from nastavnik.core.errors import DomainError


def sentence(error: DomainError) -> str:
    """What a person reads: what happened, where, what to do."""
    return str(error.sentence) % error.params if error.params else str(error.sentence)
