"""The parts of accepting a list of pairs: who is on which side, into the programme, the pairs themselves."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.exchange.actions.taking import Taken
from nastavnik.domain.exchange.actions.tracing import traced, watch
from nastavnik.domain.exchange.filling import profile_of
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import PairsPreview, today_of
from nastavnik.domain.exchange.traces import trace_of
from nastavnik.domain.mentorships.actions import FormerPair, TakenOver, take_over
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import AdmittedHow, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation

WAITS = ("consent", "clearance", "not_ready")  # what may come about later; the rest is settled
Sides = Mapping[str, Sequence[Person]]


def sides_of(taken: Taken, found: PairsPreview) -> Sides:
    """Role → the persons who have it; in `taken`, who is helped and since when everybody takes part."""
    people = {record.row: person for record, person in taken.people}
    sides = {
        role: [person for number, person in people.items() if role in found.sides[number]]
        for role in ParticipationRole.values
    }
    taken.learners = {person.pk for person in sides[ParticipationRole.MENTEE]}
    for line in found.lines:
        for number in (*line.mentors, *line.mentees):
            if number in people:
                pk = people[number].pk
                taken.since[pk] = min(taken.since.get(pk, line.term.starts_on), line.term.starts_on)
    return sides


def enrol_sides(taken: Taken, sides: Sides, declined: set[int]) -> None:
    """Into the programme and ready for it, but for who said no."""
    records = {person.pk: record for record, person in taken.people}
    for role, people in sides.items():
        rows = programmes.enrol_many(
            taken.people_import.module,
            role=role,
            entries=[(person, profile_of(records[person.pk])) for person in people],
            joined_on=taken.on,
            own_days=taken.own_days,
            by=taken.by,
            admit=False,
        )
        waiting = [p for p in rows if p.state == ParticipationState.ENROLLED and p.person_id not in declined]
        programmes.admit_many(waiting, by=taken.by, reason=AdmittedHow.LISTED)


def take_pairs(taken: Taken, found: PairsPreview) -> dict[str, Any]:
    """Write down the pairs of the list; numbers, and those that wait as ids and days."""
    module = taken.people_import.module
    people = {record.row: person.pk for record, person in taken.people}
    rows = Participation.objects.filter(module=module, person__in=people.values()).select_related("person")
    ready = {(p.role, p.person_id): p for p in rows}
    lines = [line for line in found.lines if not line.why]
    wanted = [
        FormerPair(
            tuple(ready[ParticipationRole.MENTOR, people[number]] for number in line.mentors),
            tuple(ready[ParticipationRole.MENTEE, people[number]] for number in line.mentees),
            line.term.starts_on,
            line.term.ends_on,
        )
        for line in lines
    ]
    answers = take_over(module, wanted, on=taken.on, by=taken.by)
    waiting = [
        _waiting(pair, line.pair.row, answer.why)
        for pair, line, answer in zip(wanted, lines, answers, strict=True)
        if answer.why
    ]
    left_out = [{"row": line.pair.row, "why": line.why} for line in found.lines if line.why not in ("", "held")]
    return {**_counted(wanted, answers, taken.on), "waiting_pairs": waiting, "left_out_pairs": left_out}


def _counted(pairs: Sequence[FormerPair], answers: Sequence[TakenOver], on: date) -> dict[str, int]:
    made = [pair.is_over(on) for pair, answer in zip(pairs, answers, strict=True) if answer.mentorship]
    return {"pairs": len(made), "running": made.count(False), "over": made.count(True)}


def _waiting(pair: FormerPair, row: int, why: str) -> dict[str, Any]:
    return {
        "row": row,
        "why": why,
        "mentors": [p.pk for p in pair.mentors],
        "mentees": [p.pk for p in pair.mentees],
        "starts_on": pair.starts_on.isoformat(),
        "ends_on": pair.ends_on.isoformat() if pair.ends_on else "",
    }


@transaction.atomic
def take_waiting(people_import: PeopleImport, *, by: Any, version: int | None = None) -> int:
    """Write down the pairs that waited for a consent, a clearance or an admission and wait no longer; how many."""
    people_import.lifecycle.check(people_import.state, "undo")
    organisation = Organisation.objects.select_for_update().get(pk=people_import.organisation_id)
    outcome, on = dict(people_import.outcome), today_of(people_import)
    waiting = [one for one in outcome.get("waiting_pairs", []) if one["why"] in WAITS]
    numbers = {pk for one in waiting for pk in (*one["mentors"], *one["mentees"])}
    rows = Participation.objects.filter(module=people_import.module_id).select_related("person").in_bulk(numbers)
    waiting = [one for one in waiting if all(pk in rows for pk in (*one["mentors"], *one["mentees"]))]
    pairs = [_again(one, rows) for one in waiting]
    watched = watch(organisation, [p.person_id for p in rows.values()])
    answers = take_over(people_import.module, pairs, on=on, by=by, finishing=False)
    for one, answer in zip(waiting, answers, strict=True):
        one["why"] = answer.why
    outcome["waiting_pairs"] = [one for one in outcome.get("waiting_pairs", []) if one["why"]]
    counted = _counted(pairs, answers, on)
    outcome |= {name: outcome.get(name, 0) + number for name, number in counted.items()}
    trace = trace_of(people_import.trace)
    for table, runs in traced(watched, [p.person for p in rows.values()]).made.items():
        trace.made[table] = [*trace.made.get(table, []), *runs]
    changes = {"outcome": outcome, "trace": trace.to_plain()}
    versions.save_changes(people_import, changes, version=version or people_import.version, by=by)
    audit.record("peopleimport.take_waiting", people_import, by=by)
    return counted["pairs"]


def _again(one: Mapping[str, Any], rows: Mapping[int, Participation]) -> FormerPair:
    return FormerPair(
        tuple(rows[pk] for pk in one["mentors"]),
        tuple(rows[pk] for pk in one["mentees"]),
        date.fromisoformat(one["starts_on"]),
        date.fromisoformat(one["ends_on"]) if one["ends_on"] else None,
    )
