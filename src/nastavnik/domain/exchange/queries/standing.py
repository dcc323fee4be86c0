"""What stands on an import by now: whatever was added to its rows, and whichever of them were changed since."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Q, QuerySet

from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.traced import BY_TABLE, TRACED, Traced
from nastavnik.domain.exchange.traces import Run, Trace, trace_of
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import ParticipationStateChange

RUNS_AT_ONCE = 100
ROWS_AT_ONCE = 500
NAMED = 5
EDITED, SIGNED_IN = "edited", "signed_in"
Standing = tuple[str, int, int]  # table of a made row, the row that stands on it, the made row


@dataclass(frozen=True)
class Hindrance:
    """`code` is a table, or that rows were edited or somebody signed in; `numbers` are the people it is about, of whom
    the first few are named."""

    code: str
    rows: int
    people: tuple[Person, ...]
    numbers: frozenset[int]


def hindrances(people_import: PeopleImport) -> list[Hindrance]:
    """Empty where the import can be undone whole: nothing stands on what it made, nothing of it was changed."""
    trace = trace_of(people_import.trace)
    found: dict[str, list[Standing]] = defaultdict(list)
    for one in TRACED:
        if not one.shared and one.table in trace.made:
            for code, row in (*_edited(one, trace), *_added(one, trace)):
                found[code].append(row)
    answer = [_hindrance(code, rows) for code, rows in found.items()]
    answer += _filled_and_edited(trace)
    answer += _moved_on(trace)
    return sorted(answer, key=lambda one: (one.code not in (EDITED, SIGNED_IN), one.code))


def between(runs: Sequence[Run], field: str = "pk") -> Iterator[Q]:
    """The rows of the runs, some runs at once."""
    for start in range(0, len(runs), RUNS_AT_ONCE):
        chosen = Q()
        for first, last, _version in runs[start : start + RUNS_AT_ONCE]:
            chosen |= Q(**{f"{field}__gte": first, f"{field}__lte": last})
        yield chosen


def relations_to(one: Traced) -> Iterator[ForeignKey[Any, Any]]:
    """Every column of another table that leads to a row of this one."""
    for relation in one.model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and isinstance(relation.field, ForeignKey):  # type: ignore[union-attr]
            yield relation.field  # type: ignore[union-attr]


def standing_on(one: Traced, field: ForeignKey[Any, Any], made: set[int], trace: Trace) -> Iterator[tuple[int, int]]:
    """(row, the made row it leads to) of rows in the table of `field` that the import did not make itself."""
    own = trace.numbers(field.model._meta.label_lower)
    span = {f"{field.attname}__gte": min(made), f"{field.attname}__lte": max(made)} if made else {"pk__in": ()}
    rows: QuerySet[Any] = field.model._default_manager.filter(**span).order_by("pk")
    yield from (row for row in rows.values_list("pk", field.attname) if row[1] in made and row[0] not in own)


def _added(one: Traced, trace: Trace) -> Iterator[tuple[str, Standing]]:
    made = trace.numbers(one.table)
    for field in relations_to(one):
        if field.model is Person:
            continue  # the account of somebody who was there goes back to them by itself
        for row, number in standing_on(one, field, made, trace):
            yield field.model._meta.label_lower, (one.table, row, number)


def _edited(one: Traced, trace: Trace) -> Iterator[tuple[str, Standing]]:
    made = trace.versions(one.table)
    span = {"pk__gte": min(made), "pk__lte": max(made)}
    if one.model is User:
        for pk in User.objects.filter(**span, last_login__isnull=False).values_list("pk", flat=True):
            if pk in made:
                yield SIGNED_IN, (one.table, pk, pk)
    if one.has_version:
        for pk, version in one.model._default_manager.filter(**span).order_by("pk").values_list("pk", "version"):
            if pk in made and made[pk] != version:
                yield EDITED, (one.table, pk, pk)


def _hindrance(code: str, rows: list[Standing]) -> Hindrance:
    """The people of the rows, by the table of the made row each leads to."""
    by_table: dict[str, set[int]] = defaultdict(set)
    for table, _row, made in rows:
        by_table[table].add(made)
    numbers = {person for table, made in by_table.items() for person in _owners(BY_TABLE[table], made)}
    return _about(code, len({row for _table, row, _made in rows}), numbers)


def _owners(one: Traced, made: Collection[int]) -> set[int]:
    """The people whose rows these are."""
    owner = "persons__pk" if one.model is User else "user__persons__pk" if one.by == "user" else one.owner
    listed = sorted(made)
    found: set[int] = set()
    for start in range(0, len(listed), ROWS_AT_ONCE):
        rows = one.model._default_manager.filter(pk__in=listed[start : start + ROWS_AT_ONCE]).order_by()
        found |= {pk for pk in rows.values_list(owner, flat=True) if pk}
    return found


def _about(code: str, rows: int, numbers: Iterable[int]) -> Hindrance:
    everybody = frozenset(numbers)
    return Hindrance(code, rows, tuple(Person.objects.filter(pk__in=sorted(everybody)[:NAMED])), everybody)


def _filled_and_edited(trace: Trace) -> list[Hindrance]:
    """Rows in which empty fields were filled and that somebody changed afterwards."""
    changed: list[int] = []
    for table, rows in trace.filled.items():
        one = BY_TABLE[table]
        columns = ("pk", one.owner, "version")
        for pk, person, version in one.model._default_manager.filter(pk__in=list(rows)).values_list(*columns):
            if version != rows[pk][0]:
                changed.append(person)
    return [_about(EDITED, len(changed), changed)] if changed else []


def admitted_before(trace: Trace) -> dict[int, str]:
    """Participation that was there → the state from which the import admitted it."""
    own = trace.numbers("programmes.participation")
    found: dict[int, str] = {}
    for chosen in between(trace.spans("programmes.participationstatechange")):
        rows = ParticipationStateChange.objects.filter(chosen).order_by("-pk")
        found |= {pk: state for pk, state in rows.values_list("participation_id", "from_state") if pk not in own}
    return found


def _moved_on(trace: Trace) -> list[Hindrance]:
    """Who was admitted by the import and has gone on since: another state, or a pair."""
    admitted = list(admitted_before(trace))
    if not admitted:
        return []
    own = trace.numbers("programmes.participationstatechange")
    changes = ParticipationStateChange.objects.filter(participation__in=admitted, pk__gt=min(own))
    moved = {person for pk, person in changes.values_list("pk", "participation__person") if pk not in own}
    pairs = MentorshipMember.objects.filter(participation__in=admitted, ends_on__isnull=True)
    made = trace.numbers("mentorships.mentorshipmember")
    paired = {person for pk, person in pairs.values_list("pk", "person") if pk not in made}
    rows = (("programmes.participationstatechange", moved), ("mentorships.mentorshipmember", paired))
    return [_about(code, len(people), people) for code, people in rows if people]
