"""An import taken back: what it made goes, what it filled in is empty again. With whom somebody has worked since stays
as they are, whole; nothing else is touched."""

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.core.memory import collector_waiting
from nastavnik.domain.exchange.errors import ImportStoodUpon
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import undoing
from nastavnik.domain.exchange.queries.standing import admitted_before, between, relations_to, standing_on
from nastavnik.domain.exchange.traced import BY_TABLE, TRACED, Traced, empty
from nastavnik.domain.exchange.traces import Run, Trace, trace_of
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.models import Participation

NUMBERS = ("accepted", "new", "known", "filled", "merged", "guardians", "groups", "consents", "clearances", "pairs")


@collector_waiting()
@transaction.atomic
def undo(people_import: PeopleImport, *, by: Any, version: int | None = None) -> PeopleImport:
    """Take an accepted list back but for those with whom somebody has worked since: `outcome["kept"]` names them and
    why. Raises ImportStoodUpon where nobody is left who could go."""
    if version is not None and version != people_import.version:
        raise ChangedMeanwhile(people_import, "undo")
    advance(people_import, "undo", by=by)
    trace = trace_of(people_import.trace)
    _lock(people_import, trace)
    found = undoing(people_import)
    if found.hindrances and not (found.kept and found.is_possible):
        raise ImportStoodUpon
    trace = found.goes
    _restore(trace)
    for one in TRACED:
        _remove(one, trace)
    outcome = {name: people_import.outcome[name] for name in NUMBERS if name in people_import.outcome}
    outcome["kept"] = [{"person": pk, "why": list(codes)} for pk, codes in found.kept.items()]
    PeopleImport.objects.filter(pk=people_import.pk).update(outcome=outcome, trace={})
    people_import.outcome, people_import.trace = outcome, {}
    return people_import


def _lock(people_import: PeopleImport, trace: Trace) -> None:
    """From here on nobody adds anything to the people of the list (SQLite has one writer anyway)."""
    Organisation.objects.select_for_update().get(pk=people_import.organisation_id)
    for chosen in between(trace.spans("people.person")):
        list(Person.objects.select_for_update().filter(chosen).values_list("pk"))


def _restore(trace: Trace) -> None:
    for table, rows in trace.filled.items():
        model = BY_TABLE[table].model
        together: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for pk, (_version, names) in rows.items():
            together[names].append(pk)
        for names, numbers in together.items():
            values: dict[str, Any] = {name: empty(model, name) for name in names}
            model._default_manager.filter(pk__in=numbers).update(**values, version=F("version") + 1)
        if model is Person:
            _name_again(list(rows))
    states: dict[str, list[int]] = defaultdict(list)
    for pk, state in admitted_before(trace).items():
        states[state].append(pk)
    for state, numbers in states.items():
        Participation.objects.filter(pk__in=numbers).update(state=state, version=F("version") + 1)


def _name_again(numbers: list[int]) -> None:
    """What people are searched by follows the name that is left."""
    people = list(Person.objects.filter(pk__in=numbers))
    for person in people:
        person.normal_name = comparable_name(person.full_name)
    Person.objects.bulk_update(people, ["normal_name"], batch_size=200)


def _remove(one: Traced, trace: Trace) -> None:
    """The rows that were made. Nothing leads to them any more, so nothing is collected row by row."""
    runs = _unused(one, trace) if one.shared else trace.spans(one.table)
    for chosen in between(runs):
        rows = one.model._default_manager.filter(chosen)
        rows._raw_delete(rows.db)


def _unused(one: Traced, trace: Trace) -> list[Run]:
    """A class or a topic that others use by now stays."""
    made = trace.numbers(one.table)
    used = {number for field in relations_to(one) for _row, number in standing_on(one, field, made, Trace())}
    return [[pk, pk, 0] for pk in sorted(made - used)]
