"""The head's word on a programme. It is usual, and never a wall: who has no head launches straight away."""

from typing import Any

from django.db import transaction

from nastavnik.core import lifecycle
from nastavnik.domain.programmes.errors import NoteMissing
from nastavnik.domain.programmes.models import Programme


def propose(programme: Programme, *, by: Any) -> Programme:
    """Put the programme before the head."""
    lifecycle.advance(programme, "propose", by=by)
    return programme


def agree(programme: Programme, *, by: Any) -> Programme:
    """The head agrees, here or by the order that introduces the programme."""
    lifecycle.advance(programme, "agree", by=by)
    return programme


@transaction.atomic
def send_back(programme: Programme, *, note: str, by: Any) -> Programme:
    """Back to preparing, with words about what to change."""
    if not note.strip():
        raise NoteMissing
    lifecycle.advance(programme, "send_back", by=by, note=note.strip())
    return programme


def reopen(programme: Programme, *, by: Any) -> Programme:
    """What was agreed is changed: the head will be asked again."""
    lifecycle.advance(programme, "reopen", by=by)
    return programme
