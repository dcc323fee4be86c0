"""The steps of a participation; `states.PARTICIPATION` says which is possible when."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.inserting import insert_lines
from nastavnik.core.lifecycle import advance
from nastavnik.domain.programmes.models import Participation, ParticipationStateChange


def admit(participation: Participation, *, by: Any, reason: str = "") -> Participation:
    """Trained and checked: can be matched. `intake` calls this too; `reason` says how where it was not `intake`."""
    advance(participation, "admit", by=by, reason=reason)
    return participation


@transaction.atomic
def admit_many(participations: Sequence[Participation], *, by: Any, reason: str = "") -> list[Participation]:
    """The same for many people of one module, by four queries: `advance` one by one takes seconds for a school."""
    if not participations:
        return []
    before = participations[0].state
    after = Participation.lifecycle.check(before, "admit")
    rows = Participation.objects.filter(pk__in=[p.pk for p in participations], state=before)
    if rows.update(state=after, version=F("version") + 1) != len(participations):
        raise ChangedMeanwhile(participations[0], "admit")
    at, by_id = clock.now(), getattr(by, "pk", None)
    step = {"action": "admit", "from_state": before, "to_state": after, "by_id": by_id, "at": at, "reason": reason}
    insert_lines(ParticipationStateChange, ("participation_id",), ((p.pk,) for p in participations), **step)
    for participation in participations:
        participation.state = after
        participation.version += 1
    audit.record("participation.admit_many", participations[0].module, by=by, fields=["state"])
    return list(participations)


def suspend(participation: Participation, *, by: Any, note: str = "") -> Participation:
    """Not now: left out of matching, the place in the programme is kept."""
    advance(participation, "suspend", by=by, note=note)
    return participation


def resume(participation: Participation, *, by: Any) -> Participation:
    """Back again."""
    advance(participation, "resume", by=by)
    return participation


def finish(participation: Participation, *, by: Any) -> Participation:
    """The last mentorship was completed; rooms above call this."""
    advance(participation, "finish", by=by)
    return participation


def leave(participation: Participation, *, by: Any, reason: str = "", note: str = "") -> Participation:
    """Takes part no more. Open mentorships are ended first by the room above, which asks for it."""
    advance(participation, "leave", by=by, reason=reason, note=note)
    return participation
