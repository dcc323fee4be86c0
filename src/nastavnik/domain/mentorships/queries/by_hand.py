"""Whom a coordinator can put together without matching, and what keeps the others out."""

from dataclasses import dataclass
from datetime import date

from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries import groups_of, with_gates


@dataclass(frozen=True)
class Place:
    """Somebody ready in a module. `lacks` is "consent", "clearance", "taken" or empty: who lacks nothing can be chosen;
    `group` is the study group or post, `open_now` how many mentorships of the module they are in."""

    participation: Participation
    group: str
    open_now: int
    lacks: str

    @property
    def name(self) -> str:
        return self.participation.person.list_name


def places(module: Module, on: date) -> tuple[list[Place], list[Place]]:
    """Mentors and mentees of a module who are ready, by name; three queries whatever the number."""
    rows = Participation.objects.filter(module=module, state=ParticipationState.READY)
    people = list(with_gates(rows.select_related("person"), on).order_by("person__normal_name", "id"))
    groups, busy = groups_of([one.person_id for one in people], on), _open_now(module)
    with_children = any(one.is_minor for one in people if one.role == ParticipationRole.MENTEE)
    found = [
        Place(
            one,
            groups.get(one.person_id, ("", None))[0] or one.person.post,
            busy.get(one.pk, 0),
            _lacking(one, KINDS[module.kind].exclusive and one.pk in busy, with_children),
        )
        for one in people
    ]
    sides = (ParticipationRole.MENTOR, ParticipationRole.MENTEE)
    mentors, mentees = ([place for place in found if place.participation.role == role] for role in sides)
    return mentors, mentees


def _open_now(module: Module) -> dict[int, int]:
    """Participation id → how many open mentorships."""
    found: dict[int, int] = {}
    rows = MentorshipMember.objects.filter(module=module, ends_on__isnull=True)
    for pk in rows.values_list("participation_id", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return found


def _lacking(one: Participation, is_taken: bool, with_children: bool) -> str:
    if not one.is_agreed:
        return "consent"
    if one.role == ParticipationRole.MENTEE:
        return "taken" if is_taken else ""
    return "clearance" if with_children and not one.is_minor and not one.is_cleared else ""
