"""Taking a checked list in: one transaction, a number of queries that does not grow with the list."""

from typing import Any

from django.db import transaction

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.core.memory import collector_waiting
from nastavnik.domain.exchange.actions.pairs import enrol_sides, sides_of, take_pairs
from nastavnik.domain.exchange.actions.refusals import remember_refusals
from nastavnik.domain.exchange.actions.steps import drop_file
from nastavnik.domain.exchange.actions.taking import Taken, take_consents, take_groups, take_guardians, take_people
from nastavnik.domain.exchange.actions.tracing import Watch, traced, watch
from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.errors import NobodyToAccept
from nastavnik.domain.exchange.filling import profile_of
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import Preview, preview, preview_pairs, today_of
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.actions import record_clearances
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import AdmittedHow, ParticipationState


@collector_waiting()
@transaction.atomic
def accept(
    people_import: PeopleImport,
    *,
    by: Any,
    version: int | None = None,
    admit: bool = True,
    own_signatures: bool = False,
) -> PeopleImport:
    """Take in everybody who is read without an error and about whom nothing is left to ask.

    New people become persons with guardians, groups and the role of the list; who is there already gets empty fields
    filled. `admit` makes them ready for matching at once, but for those who said no, in this list or in one before;
    `own_signatures` says that the papers hold the signatures of the children themselves where their age asks for it.
    Who presses second is told so: one effect. What was written is kept as a trace, so that it can be undone.
    """
    if version is not None and version != people_import.version:
        raise ChangedMeanwhile(people_import, "accept")
    advance(people_import, "accept", by=by)
    # Two lists with the same people, accepted at once, must not add them twice (SQLite has one writer anyway).
    Organisation.objects.select_for_update().get(pk=people_import.organisation_id)
    if people_import.role == ListRole.PAIRS:
        return accept_pairs(people_import, by=by, own_signatures=own_signatures)
    found = preview(people_import)
    if not found.comparison.entries:
        raise NobodyToAccept
    watched = watch(people_import.organisation, list(found.persons))
    taken = take_people(people_import, found, on=today_of(people_import), by=by)
    take_groups(taken)
    take_guardians(taken)
    consents = take_consents(taken, own_signatures=own_signatures)
    cleared = record_clearances(taken.clearances(), organisation=taken.organisation, by=by)
    refused = remember_refusals(taken)
    _enrol(taken, refused.in_force, admit=admit)
    watched.people, watched.taken_back = taken.gained, refused.taken_back
    return close(people_import, _outcome(found, taken, consents, len(cleared), refused.in_force), watched, taken)


def accept_pairs(people_import: PeopleImport, *, by: Any, own_signatures: bool) -> PeopleImport:
    """The people of a list of pairs and, where the gates are open, their pairs: at work or as history."""
    found = preview_pairs(people_import)
    if not any(not line.why for line in found.lines):
        raise NobodyToAccept
    watched = watch(people_import.organisation, list(found.persons))
    taken = take_people(people_import, found.people, on=today_of(people_import), by=by)
    sides = sides_of(taken, found)
    take_groups(taken)
    take_guardians(taken)
    consents = take_consents(taken, own_signatures=own_signatures)
    cleared = record_clearances(taken.clearances(), organisation=taken.organisation, by=by)
    refused = remember_refusals(taken)
    enrol_sides(taken, sides, refused.in_force)
    pairs = take_pairs(taken, found)
    watched.people, watched.taken_back = taken.gained, refused.taken_back
    outcome = _outcome(found.people, taken, consents, len(cleared), refused.in_force)
    rows = [line.pair.row for line in found.lines if line.why == "held"]
    outcome |= {**pairs, "refused": sorted(found.reading.refused_rows), "held": rows, "merged": 0}
    return close(people_import, outcome, watched, taken)


def close(people_import: PeopleImport, outcome: dict[str, Any], watched: Watch, taken: Taken) -> PeopleImport:
    """Keep what happened and how to take it back; the list itself goes."""
    people_import.outcome, people_import.trace = outcome, traced(watched, taken.everybody).to_plain()
    PeopleImport.objects.filter(pk=people_import.pk).update(outcome=outcome, trace=people_import.trace)
    drop_file(people_import)
    return people_import


def _enrol(taken: Taken, declined: set[int], *, admit: bool) -> None:
    """Into the programme; ready for matching is who did not say no to it."""
    rows = programmes.enrol_many(
        taken.people_import.module,
        role=taken.people_import.role,
        entries=[(person, profile_of(record)) for record, person in taken.people],
        joined_on=taken.on,
        own_days=taken.own_days,
        by=taken.by,
        admit=False,
    )
    new = {row.pk: row for row in rows if row.state == ParticipationState.ENROLLED and row.person_id not in declined}
    if admit:
        programmes.admit_many(list(new.values()), by=taken.by, reason=AdmittedHow.LISTED)


def _outcome(found: Preview, taken: Taken, consents: int, cleared: int, declined: set[int]) -> dict[str, Any]:
    """What happened, in numbers, ids and names of fields: the list itself is gone."""
    return {
        "accepted": len(taken.people),
        "new": len(taken.new),
        "known": len(taken.people) - len(taken.new),
        "filled": len(taken.gained),
        "refused": sorted(found.reading.refused_rows),
        "held": sorted(found.comparison.held),
        "merged": sum(len(one.rows) - 1 for one in found.comparison.merged),
        "guardians": taken.guardians_added,
        "groups": taken.groups_added,
        "consents": consents,
        "clearances": cleared,
        "clearances_undated": taken.undated,
        "declined": sorted(declined),
        "differences": [
            {"person": person.pk, "fields": [difference.field for difference in listed]}
            for person, _row, listed in found.differences
        ],
    }
