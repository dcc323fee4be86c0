"""Life cycles: a table and one function, no library. What is not in the table cannot happen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition


@dataclass(frozen=True)
class Lifecycle:
    """`table[state][action]` is the next state."""

    table: Mapping[str, Mapping[str, str]]

    def check(self, state: str, action: str) -> str:
        try:
            return self.table[state][action]
        except KeyError:
            raise ForbiddenTransition(action, state) from None

    def actions(self, state: str) -> tuple[str, ...]:
        """What can be done in a state; templates draw their buttons from it."""
        return tuple(self.table[state])

    def steps(self) -> Iterator[tuple[str, str, str]]:
        """All (from, action, to), for tests and the diagram in docs/map.md."""
        for state, moves in self.table.items():
            for action, after in moves.items():
                yield state, action, after

    def finals(self) -> frozenset[str]:
        return frozenset(state for state, moves in self.table.items() if not moves)


def advance(subject: Any, action: str, *, by: Any, reason: str = "", note: str = "") -> None:
    """Move `subject` along its life cycle and remember who moved it.

    The update is filtered on the old state, so that of two people who press at once one wins on every database.
    """
    before, after = subject.state, subject.lifecycle.check(subject.state, action)
    with transaction.atomic():
        rows: models.QuerySet[Any] = type(subject)._default_manager.filter(pk=subject.pk, state=before)
        if not rows.update(state=after, version=F("version") + 1):
            raise ChangedMeanwhile(subject, action)
        subject.state = after
        subject.version += 1
        subject.state_changes.create(
            action=action, from_state=before, to_state=after, by=by, reason=reason, note=note, at=clock.now()
        )
        audit.record(f"{subject._meta.model_name}.{action}", subject, by=by, fields=["state"])
