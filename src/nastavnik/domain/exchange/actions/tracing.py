"""Watching what an import writes: the tables before, the rows beyond them after."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from nastavnik.domain.exchange.models import ListedRefusal
from nastavnik.domain.exchange.traced import TRACED, Traced
from nastavnik.domain.exchange.traces import Filled, Trace
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.actions.profiles import PLAIN_FIELDS
from nastavnik.domain.programmes.models import ParticipationProfile

UNSAID: tuple[Any, ...] = (None, "", [])


@dataclass
class Watch:
    """The last row of each table, and which fields were empty, when the import began."""

    organisation: Organisation
    last: dict[str, int]
    accounts: set[int]  # persons who have an account
    profiles: dict[int, set[str]]  # profile → its empty fields
    people: dict[int, tuple[str, ...]] = field(default_factory=dict)  # person → the fields that are filled in
    taken_back: list[int] = field(default_factory=list)


def watch(organisation: Organisation, known: Collection[int]) -> Watch:
    """Begin to watch; nobody else adds anything to the `known` people until the import is through."""
    list(Person.objects.select_for_update().filter(pk__in=known).order_by("pk").values_list("pk"))
    last = {one.table: one.model._default_manager.aggregate(last=Max("pk"))["last"] or 0 for one in TRACED}
    profiles = ParticipationProfile.objects.filter(participation__person__in=known).values("pk", *PLAIN_FIELDS)
    unsaid = {row["pk"]: {name for name in PLAIN_FIELDS if row[name] in UNSAID} for row in profiles}
    accounts = Person.objects.filter(organisation=organisation, user__isnull=False).values_list("pk", flat=True)
    return Watch(organisation, last, set(accounts), unsaid)


def traced(watched: Watch, persons: Iterable[Person]) -> Trace:
    """What is there now about these people that was not there before."""
    people = {person.pk: person for person in persons}
    owners = {
        "person": set(people),
        "user": {person.user_id for person in people.values() if person.user_id},
        "organisation": {watched.organisation.pk},
    }
    trace = Trace()
    for one in TRACED:
        trace.add_made(one.table, _made(one, watched.last[one.table], owners[one.by]))
    trace.add_filled("people.person", _filled_people(watched, people, trace))
    trace.add_filled("programmes.participationprofile", _filled_profiles(watched))
    trace.add_filled("exchange.listedrefusal", _taken_back(watched))
    return trace


def _made(one: Traced, last: int, owners: set[Any]) -> set[tuple[int, int]]:
    columns = ("pk", one.owner, *(("version",) if one.has_version else ()))
    rows = one.model._default_manager.filter(pk__gt=last).order_by("pk").values_list(*columns)
    return {(row[0], row[2] if one.has_version else 0) for row in rows if row[1] in owners}


def _filled_people(watched: Watch, people: Mapping[int, Person], trace: Trace) -> dict[int, Filled]:
    new = trace.numbers("people.person")
    fields = {pk: set(names) for pk, names in watched.people.items()}
    for pk, person in people.items():
        if pk not in new and pk not in watched.accounts and person.user_id:
            fields.setdefault(pk, set()).add("user")
    versions = dict(Person.objects.filter(pk__in=list(fields)).values_list("pk", "version"))
    return {pk: (versions[pk], tuple(sorted(names))) for pk, names in fields.items()}


def _filled_profiles(watched: Watch) -> dict[int, Filled]:
    rows = ParticipationProfile.objects.filter(pk__in=list(watched.profiles)).values("pk", "version", *PLAIN_FIELDS)
    found = {}
    for row in rows:
        names = tuple(name for name in PLAIN_FIELDS if name in watched.profiles[row["pk"]] and row[name] not in UNSAID)
        if names:
            found[row["pk"]] = (row["version"], names)
    return found


def _taken_back(watched: Watch) -> dict[int, Filled]:
    rows = ListedRefusal.objects.filter(pk__in=watched.taken_back).values_list("pk", "version")
    return {pk: (version, ("taken_back_on",)) for pk, version in rows}
