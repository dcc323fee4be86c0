"""The head's word on a programme. It is usual, and never a wall: who has no head launches straight away."""

from typing import Any

from django.db import transaction

from nastavnik.core import clock, lifecycle
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import holding, person_of
from nastavnik.domain.programmes.errors import NoteMissing
from nastavnik.domain.programmes.models import Programme


@transaction.atomic
def propose(programme: Programme, *, by: Any) -> Programme:
    """Put the programme before the heads; they are told. Raises HeadMissing."""
    programme.lifecycle.check(programme.state, "propose")
    today = clock.today(programme.organisation.time_zone)
    heads = Person.objects.filter(holding([RoleCode.HEAD], today), organisation=programme.organisation_id)
    if not heads.exists():
        raise HeadMissing
    lifecycle.advance(programme, "propose", by=by)
    for head in heads.order_by("id"):
        _tell("programme_proposed", head, programme)
    return programme


@transaction.atomic
def agree(programme: Programme, *, by: Any) -> Programme:
    """The head agrees, here or by the order that introduces the programme; who proposed it is told."""
    proposed_by = _who_proposed(programme)
    lifecycle.advance(programme, "agree", by=by)
    if proposed_by:
        _tell("programme_agreed", proposed_by, programme)
    return programme


@transaction.atomic
def send_back(programme: Programme, *, note: str, by: Any) -> Programme:
    """Back to preparing, with words about what to change; who proposed it is told."""
    if not note.strip():
        raise NoteMissing
    proposed_by = _who_proposed(programme)
    lifecycle.advance(programme, "send_back", by=by, note=note.strip())
    if proposed_by:
        _tell("programme_sent_back", proposed_by, programme)
    return programme


def reopen(programme: Programme, *, by: Any) -> Programme:
    """What was agreed is changed: the head will be asked again."""
    lifecycle.advance(programme, "reopen", by=by)
    return programme


@transaction.atomic
def ask_again(programme: Programme, *, by: Any) -> Programme:
    """Take up again what was agreed and put it before the heads, in one step. Raises HeadMissing."""
    return propose(reopen(programme, by=by), by=by)


def _who_proposed(programme: Programme) -> Person | None:
    step = programme.state_changes.filter(action="propose").select_related("by").last()
    return person_of(step.by, programme.organisation) if step and step.by else None


def _tell(kind: str, person: Person, programme: Programme) -> None:
    # A programme may come before the head more than once.
    key = f"{kind}:{programme.pk}:{programme.version}:{person.pk}"
    notify(kind, to=person, context={"programme": programme.pk}, key=key)
