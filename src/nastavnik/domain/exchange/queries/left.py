"""What of an import can be undone, and who stays as they are now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nastavnik.domain.consents.models import ConsentSignature
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries.standing import Hindrance, between, hindrances
from nastavnik.domain.exchange.staying import Stay, Ties, stay
from nastavnik.domain.exchange.traced import BY_TABLE, TRACED, Traced
from nastavnik.domain.exchange.traces import Run, Trace, trace_of
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Guardianship, User

MENTORSHIPS = {
    "mentorships.mentorship": "pk",
    "mentorships.mentorshipmember": "mentorship_id",
    "mentorships.mentorshipapproval": "member__mentorship_id",
    "mentorships.mentorshipstatechange": "mentorship_id",
}


@dataclass(frozen=True)
class Undoing:
    """`goes` is the part of the trace that can be undone; `kept` are the people who stay → why, by code of a hindrance,
    none for who only belongs to somebody who stays."""

    goes: Trace
    kept: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    hindrances: tuple[Hindrance, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Something of what concerns people would go."""
        shared = {one.table for one in TRACED if one.shared}
        return any(rows for table, rows in self.goes.made.items() if table not in shared) or any(
            self.goes.filled.values()
        )


def undoing(people_import: PeopleImport) -> Undoing:
    """Everything goes that nobody has worked with since."""
    trace = trace_of(people_import.trace)
    found = hindrances(people_import)
    if not found:
        return Undoing(trace)
    why: dict[int, list[str]] = defaultdict(list)
    for one in found:
        for pk in one.numbers:
            why[pk].append(one.code)
    staying = stay(why, _ties(trace))
    kept = {pk: tuple(why.get(pk, ())) for pk in sorted(staying.people)}
    return Undoing(_without(trace, staying), kept, tuple(found))


def _ties(trace: Trace) -> Ties:
    guardians = [*_rows(trace, Guardianship, "child_id", "guardian_id")]
    guardians += [
        (child, who) for child, who in _rows(trace, ConsentSignature, "consent__person_id", "signer_id") if who
    ]
    pairs: dict[int, set[int]] = defaultdict(set)
    for mentorship, member in _rows(trace, MentorshipMember, "mentorship_id", "person_id"):
        pairs[mentorship].add(member)
    return Ties(guardians, pairs)


def _rows(trace: Trace, model: Any, *names: str) -> Iterable[tuple[Any, ...]]:
    for chosen in between(trace.spans(model._meta.label_lower)):
        yield from model._default_manager.filter(chosen).order_by("pk").values_list(*names)


def _without(trace: Trace, staying: Stay) -> Trace:
    """The trace but for every row of who stays."""
    goes = Trace()
    for table in trace.made:
        one = BY_TABLE[table]
        goes.add_made(table, ((pk, 0) for pk in trace.numbers(table) - _kept(one, trace.spans(table), staying)))
    for table, rows in trace.filled.items():
        spans: list[Run] = [[pk, pk, 0] for pk in rows]
        stays = _kept(BY_TABLE[table], spans, staying)
        goes.add_filled(table, {pk: filled for pk, filled in rows.items() if pk not in stays})
    return goes


def _kept(one: Traced, spans: list[Run], staying: Stay) -> set[int]:
    if one.shared:
        return set()
    if one.table in MENTORSHIPS:
        owner, who = MENTORSHIPS[one.table], staying.mentorships
    else:
        owner = "persons__pk" if one.model is User else "user__persons__pk" if one.by == "user" else one.owner
        who = staying.people
    found: set[int] = set()
    for chosen in between(spans):
        rows = one.model._default_manager.filter(chosen).order_by().values_list("pk", owner)
        found |= {pk for pk, number in rows if number in who}
    return found
