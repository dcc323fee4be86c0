"""How a programme stands with the head: who put it forward, who agreed, what was changed since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nastavnik.core.models import AuditEntry
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Module, Programme

MATTERS = frozenset({"title", "goal", "starts_on", "ends_on", "modules"})
"""What a head agrees to; other words of a programme may change without asking again."""
STEPS = ("propose", "agree", "send_back", "reopen")


@dataclass(frozen=True)
class Step:
    """One step of the agreement; `person` is None where the account has no person in the institution."""

    action: str
    at: datetime
    person: Person | None
    note: str


@dataclass(frozen=True)
class Agreement:
    """All steps, the oldest first; `changed` are fields that were changed after the head agreed."""

    steps: tuple[Step, ...]
    changed: tuple[str, ...]

    @property
    def last(self) -> Step | None:
        return self.steps[-1] if self.steps else None

    @property
    def agreed(self) -> Step | None:
        """The head's yes, unless it was taken back since."""
        return self.last if self.last and self.last.action == "agree" else None

    @property
    def returned(self) -> Step | None:
        """The words with which the programme came back, while nothing was done about it."""
        return self.last if self.last and self.last.action == "send_back" else None


def agreement(programme: Programme) -> Agreement:
    """At most four queries."""
    rows = list(programme.state_changes.filter(action__in=STEPS).order_by("at", "id"))
    users = {row.by_id for row in rows if row.by_id}
    people = {
        person.user_id: person
        for person in Person.objects.filter(user__in=users, organisation=programme.organisation_id).order_by("-id")
    }
    steps = tuple(Step(row.action, row.at, people.get(row.by_id), row.note) for row in rows)
    return Agreement(steps, _changed_since(programme, rows))


def is_agreed(programme: Programme) -> bool:
    """`agreement(programme).agreed`, where nobody asks who and when; one query."""
    last = programme.state_changes.filter(action__in=STEPS).order_by("-at", "-id").values_list("action", flat=True)
    return last.first() == "agree"


def _changed_since(programme: Programme, rows: list[Any]) -> tuple[str, ...]:
    if programme.state not in (ProgrammeState.AGREED, ProgrammeState.RUNNING) or not rows:
        return ()
    if rows[-1].action != "agree":
        return ()
    entries = AuditEntry.objects.filter(organisation_id=programme.organisation_id, at__gt=rows[-1].at)
    own = entries.filter(action="programme.edit", subject_id=str(programme.pk)).values_list("fields", flat=True)
    found = {name for fields in own for name in fields}
    modules = [str(pk) for pk in Module.objects.filter(programme=programme).values_list("pk", flat=True)]
    if entries.filter(action__in=("module.add", "module.edit"), subject_id__in=modules).exists():
        found.add("modules")
    return tuple(sorted(found & MATTERS))
