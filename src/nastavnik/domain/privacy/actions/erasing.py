"""Erasing a person: whatever tells who it was goes, counts stay true, signed papers are listed in the act."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet

from nastavnik.core import audit, clock, jobs
from nastavnik.domain.documents.models import PaperBatch
from nastavnik.domain.files.actions import remove
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.privacy import tombstones
from nastavnik.domain.privacy.actions.applications import drop_drafts, forget_guardian
from nastavnik.domain.privacy.actions.ending import end_everything
from nastavnik.domain.privacy.actions.guardians import left_alone
from nastavnik.domain.privacy.actions.sweeping import Names, sweep
from nastavnik.domain.privacy.declared import FILE, TABLES, Each, PersonalTable
from nastavnik.domain.privacy.enums import Fate
from nastavnik.domain.privacy.errors import AlreadyErased, ErasesThemself, StillResponsible
from nastavnik.domain.privacy.models import ErasureAct
from nastavnik.domain.privacy.queries import kept_papers, rows_about, working_roles
from nastavnik.domain.programmes.models import Topic

Counts = dict[str, dict[str, int]]


@transaction.atomic
def erase(person: Person, *, reason: str, by: Any) -> ErasureAct:
    """Erase what is held about somebody and write the act. Pairs end first; who works here is refused.

    Guardians of whom nothing else is needed go with their last child, each with an act of their own.
    """
    _require_erasable(person, by)
    today = clock.today(person.organisation.time_zone)
    guardians = left_alone(person, today)
    act = erase_row(person, reason=reason, on=today, by=by)
    for guardian in guardians:
        erase_row(guardian, reason=reason, on=today, by=by)
    jobs.enqueue("privacy.overwrite")
    return act


def _require_erasable(person: Person, by: Any) -> None:
    if person.erased_on is not None:
        raise AlreadyErased
    if by is not None and person.user_id == by.pk:
        raise ErasesThemself
    roles = working_roles(person, clock.today(person.organisation.time_zone))
    if roles:
        raise StillResponsible(name=person.list_name, roles=", ".join(roles))


@transaction.atomic
def erase_row(person: Person, *, reason: str, on: date, by: Any, is_replayed: bool = False) -> ErasureAct:
    """The erasure of one row; `replay` does the same with a copy that still has the data."""
    end_everything(person, on=on, by=by)
    papers = _papers(person)
    counts = _erase_tables(person)
    Person.objects.filter(pk=person.pk).update(erased_on=on, version=F("version") + 1)
    person.refresh_from_db()
    audit.record("person.erase", person, by=by, fields=sorted(counts))
    act = ErasureAct.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        number=_next_number(person.organisation_id, on.year),
        year=on.year,
        reason=reason,
        erased_on=on,
        erased_at=clock.now(),
        by=by,
        counts=counts,
        kept_papers=papers,
        is_replayed=is_replayed,
    )
    # The last step: an erasure that failed half way must not be done by the next copy that is put back.
    tombstones.remember(person, reason=reason, erased_on=on.isoformat())
    return act


def _erase_tables(person: Person) -> Counts:
    """Go through the register of personal data; returns what was done to how many rows of which table."""
    names, counts = Names.of(person), {}
    _drop_gathered_copies(person)
    told_of, drafts = forget_guardian(person), drop_drafts(person)
    for table in TABLES:
        done = _erase_rows(table, person)
        if done:
            counts[table.model] = {str(table.fate): done}
    applied = counts.get("intake.Application", {})
    more = {Fate.BLANKED: told_of, Fate.GONE: drafts}
    applied |= {str(fate): applied.get(str(fate), 0) + number for fate, number in more.items() if number}
    counts |= {"intake.Application": applied} if applied else {}
    _forget_unused_topics(person)
    swept = sweep(person.organisation, names)
    if swept:
        counts["words"] = {str(Fate.BLANKED): swept}
    return counts


def _papers(person: Person) -> list[dict[str, Any]]:
    """The signed papers that stay: what the act says of them, without the name."""
    return [
        {"id": paper.pk, "kind": paper.kind, "number": paper.number, "dated_on": f"{paper.dated_on:%d.%m.%Y}"}
        for paper in kept_papers(person)
    ]


def _erase_rows(table: PersonalTable, person: Person) -> int:
    """Deal with the rows of one table; returns how many there were that changed."""
    rows = rows_about(table, person)
    ids = list(rows.values_list("pk", flat=True))
    if not ids or table.fate == Fate.KEPT:
        return 0
    mine = apps.get_model(table.model)._default_manager.filter(pk__in=ids)
    files = _files_of(mine, _file_fields(table))
    if table.fate == Fate.GONE:
        mine.delete()
    else:
        _blank(table, mine)
    for file in files:
        remove(file)
    return len(ids)


def _blank(table: PersonalTable, rows: QuerySet[Any]) -> None:
    plain = {name: value for name, value in table.blanked.items() if not isinstance(value, Each)}
    each = {name: value for name, value in table.blanked.items() if isinstance(value, Each)}
    after = {name: None if value is FILE else value for name, value in plain.items()}
    if rows.model is User:
        for account in rows:  # a name for signing in is unique, and may be made of the person's
            rows.filter(pk=account.pk).update(**{**after, "username": f"erased-{account.pk}"})
        return
    rows.update(**after)
    for row in rows if each else ():
        rows.filter(pk=row.pk).update(**{name: one.becomes(row) for name, one in each.items()})


def _file_fields(table: PersonalTable) -> list[str]:
    """Fields whose stored file goes with the row or with the word."""
    fields = apps.get_model(table.model)._meta.concrete_fields
    stored = {field.name for field in fields if field.related_model is StoredFile}
    blanked = [name for name, after in table.blanked.items() if after is FILE]
    return [*blanked, *(name for name in table.gone if name in stored)]


def _files_of(rows: QuerySet[Any], fields: Iterable[str]) -> list[StoredFile]:
    ids = {pk for name in fields for pk in rows.values_list(name, flat=True) if pk is not None}
    return list(StoredFile.objects.filter(pk__in=ids))


def _drop_gathered_copies(person: Person) -> None:
    """Archives and files to print are copies of papers that can be gathered again: none may outlive the erasure."""
    mine = Q(documents__in=kept_papers(person).values("pk")) | Q(documents__person=person)
    for batch in PaperBatch.objects.filter(mine).distinct():
        files = [file for file in (batch.archive, batch.print_file) if file]
        PaperBatch.objects.filter(pk=batch.pk).update(archive=None, print_file=None)
        for file in files:
            remove(file)


def _forget_unused_topics(person: Person) -> None:
    """A subject in one child's own words tells of that child: what nobody else uses goes."""
    unused = Topic.objects.filter(organisation=person.organisation_id)
    for field in Topic._meta.get_fields(include_hidden=True):
        if field.auto_created and not field.concrete:  # a table that points here
            pointing = field.related_model._default_manager.filter(**{field.field.name: OuterRef("pk")})  # type: ignore[union-attr]
            unused = unused.exclude(Exists(pointing))
    unused.delete()


def _next_number(organisation_id: int, year: int) -> int:
    acts = ErasureAct.objects.filter(organisation_id=organisation_id, year=year)
    return (acts.aggregate(last=Max("number"))["last"] or 0) + 1
