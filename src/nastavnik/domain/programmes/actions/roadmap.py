"""The roadmap and the stages: rows of one's own, and what becomes of them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.errors import EndsBeforeStart
from nastavnik.domain.programmes.models import Programme, RoadmapItem, RoadmapResponsible, Stage
from nastavnik.domain.programmes.pasting import people_in
from nastavnik.domain.programmes.queries.responsible import BETWEEN, told_apart
from nastavnik.domain.programmes.terms import Term

WORDS = ("title", "task", "result", "document")


def days_of(term: Term, programme: Programme) -> dict[str, Any]:
    """The fields of a row that a term fills; days are counted from the start of the programme."""
    day = timedelta(days=1)
    return {
        "term_kind": term.term_kind,
        "first_day": (term.starts_on - programme.starts_on) // day,
        "last_day": (term.ends_on - programme.starts_on) // day,
        "term_words": term.term_words,
    }


@transaction.atomic
def add_item(
    stage: Stage,
    *,
    title: str,
    first_day: int,
    last_day: int,
    term_kind: str = TermKind.SPAN,
    term_words: str = "",
    responsible: str | Sequence[str] = "",
    task: str = "",
    result: str = "",
    document: str = "",
    resources: Mapping[str, str] | None = None,
    remind_days: int | None = None,
    by: Any,
) -> RoadmapItem:
    """A row of one's own. Of those who answer for it names become persons of the organisation, the rest stays words."""
    if last_day < first_day:
        raise EndsBeforeStart()
    people, words = _responsible(stage, responsible)
    item = RoadmapItem.objects.create(
        organisation_id=stage.organisation_id,
        stage=stage,
        title=title,
        task=task,
        result=result,
        document=document,
        resources=dict(resources or {}),
        responsible=words,
        first_day=first_day,
        last_day=last_day,
        term_kind=term_kind,
        term_words=term_words,
        remind_days=remind_days,
    )
    _set_people(item, people)
    audit.record("roadmapitem.add", item, by=by, fields=["title", "first_day", "last_day"])
    return item


@transaction.atomic
def edit_item(item: RoadmapItem, changes: dict[str, Any], *, version: int, by: Any) -> RoadmapItem:
    """Change a row of the roadmap; `responsible` is told apart into persons and words."""
    if changes.get("last_day", item.last_day) < changes.get("first_day", item.first_day):
        raise EndsBeforeStart()
    people = None
    if "responsible" in changes:
        people, words = _responsible(item.stage, changes["responsible"])
        changes = {**changes, "responsible": words}
    versions.save_changes(item, changes, version=version, by=by)
    if people is not None:
        _set_people(item, people)
    return item


def mark_done(planned: Stage | RoadmapItem, *, done_on: date | None, version: int | None = None, by: Any) -> None:
    """A stage or a row of the roadmap is done (or, with None, not done after all)."""
    changes: dict[str, Any] = {"done_on": done_on}
    if done_on and isinstance(planned, RoadmapItem):
        changes["dropped_on"] = None
    versions.save_changes(planned, changes, version=version or planned.version, by=by)


def begin_item(item: RoadmapItem, *, on: date, version: int | None = None, by: Any) -> None:
    """Somebody works on it."""
    changes = {"begun_on": on, "done_on": None, "dropped_on": None}
    versions.save_changes(item, changes, version=version or item.version, by=by)


def drop_item(item: RoadmapItem, *, on: date, version: int | None = None, by: Any) -> None:
    """It will not be done; the row stays, with the day."""
    versions.save_changes(item, {"dropped_on": on, "done_on": None}, version=version or item.version, by=by)


def plan_item(item: RoadmapItem, *, version: int | None = None, by: Any) -> None:
    """Back into the plan: neither begun, nor done, nor dropped."""
    changes = {"begun_on": None, "done_on": None, "dropped_on": None}
    versions.save_changes(item, changes, version=version or item.version, by=by)


def _responsible(stage: Stage, said: str | Sequence[str]) -> tuple[list[Any], str]:
    parts = people_in(said) if isinstance(said, str) else said
    people, words = told_apart(stage.organisation, parts)
    return people, BETWEEN.join(words)


def _set_people(item: RoadmapItem, people: Sequence[Any]) -> None:
    wanted = {person.pk for person in people}
    held = {row.person_id: row for row in item.people.all()}
    for person_id, row in held.items():
        if person_id not in wanted:
            row.delete()
    RoadmapResponsible.objects.bulk_create(
        RoadmapResponsible(organisation_id=item.organisation_id, item=item, person=person)
        for person in people
        if person.pk not in held
    )
