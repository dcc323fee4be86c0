"""The order that appoints mentors: prepared from agreed mentorships, corrected while it is a draft."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.errors import ForbiddenTransition
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.actions.filing import (
    folded,
    free_number,
    new_document,
    take_turn,
    write_files,
    year_of,
)
from nastavnik.domain.documents.actions.grounds import seed_legal_grounds
from nastavnik.domain.documents.adapter import order_context, pair_title
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import AlreadyInOrder, NotAgreed, NothingChosen, OtherModule
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import PARTS, paper
from nastavnik.domain.documents.models import LIVE, Document, DocumentMentorship
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.gates import require_gates
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import ClosestPeople, closest_people
from nastavnik.domain.people.actions import edit_person
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module

KIND = "appointment_order"


@transaction.atomic
def prepare_order(
    module: Module, *, mentorships: Sequence[Mentorship], number: str, dated_on: date, by: Any
) -> Document:
    """A draft with its text and files. Consents and clearances are asked again, by name."""
    organisation = take_turn(module.organisation_id)
    chosen = _with_members(mentorships)
    if not chosen:
        raise NothingChosen
    if any(row.module_id != module.pk for row in chosen):
        raise OtherModule
    require_orderable(chosen)
    seed_legal_grounds(organisation, by=by)
    book, year = kind_of(KIND).book, year_of(dated_on)
    document = new_document(
        KIND,
        organisation,
        number=free_number(number, organisation=organisation, book=book, year=year),
        dated_on=dated_on,
        by=by,
        programme=module.programme,
        module=module,
    )
    document.save(force_insert=True)
    DocumentMentorship.objects.bulk_create(
        DocumentMentorship(organisation=organisation, document=document, mentorship=row) for row in chosen
    )
    _write(document, by)
    audit.record("document.prepare", document, by=by, fields=["number", "dated_on", "mentorships"])
    return document


@transaction.atomic
def edit_order(document: Document, *, number: str, dated_on: date, version: int, by: Any) -> Document:
    """Another number or day; the text is written anew."""
    _require_draft(document, "edit_order")
    organisation = take_turn(document.organisation_id)
    year = year_of(dated_on)
    kept = free_number(number, organisation=organisation, book=document.book, year=year, but=document)
    changes = {"number": kept, "normal_number": folded(kept), "dated_on": dated_on, "year": year}
    save_changes(document, changes, version=version, by=by)
    _write(document, by)
    return document


@transaction.atomic
def refresh_order(document: Document, *, by: Any) -> Document:
    """Write the draft anew from the rows as they are now: names, posts, groups, legal grounds."""
    _require_draft(document, "refresh_order")
    _write(document, by)
    audit.record("document.refresh", document, by=by, fields=["context"])
    return document


@transaction.atomic
def correct_name(document: Document, *, person: Person, case: str, forms: Mapping[str, str], by: Any) -> Document:
    """The right form of a name in one case, part by part; it is kept with the person and used in every later paper."""
    _require_draft(document, "correct_name")
    mended = {part: form.strip() for part, form in forms.items() if part in PARTS and form.strip()}
    known = {**(person.name_forms or {}), Case(case).value: mended}
    edit_person(person, {"name_forms": known}, version=person.version, by=by)
    _write(document, by)
    return document


def require_orderable(mentorships: Iterable[Mentorship], *, but: Document | None = None) -> None:
    """All are agreed, stand in no other live order, and consents and clearances hold today."""
    rows = list(mentorships)
    for row in rows:
        if row.state != MentorshipState.CONFIRMED:
            raise NotAgreed(pair=pair_title(row), state=MentorshipState(row.state).label)
    others = DocumentMentorship.objects.filter(
        mentorship__in=rows, document__kind=KIND, document__state__in=LIVE
    ).exclude(document=but)
    other = others.select_related("document", "mentorship").first()
    if other:
        named = next(row for row in rows if row.pk == other.mentorship_id)
        raise AlreadyInOrder(pair=pair_title(named), paper=paper(other.document))
    persons = [member.person for row in rows for member in row.members.all() if member.ends_on is None]
    closest = closest_people(persons, clock.today(rows[0].organisation.time_zone))
    for row in rows:
        _require_gates(row, closest)


def mentorships_of(document: Document) -> list[Mentorship]:
    """The mentorships of an order with their members."""
    return _with_members(Mentorship.objects.filter(document_mentorships__document=document))


def _require_gates(row: Mentorship, closest: ClosestPeople) -> None:
    there = [member for member in row.members.all() if member.ends_on is None]
    mentors = [member.person for member in there if member.role == ParticipationRole.MENTOR]
    mentees = [member.person for member in there if member.role == ParticipationRole.MENTEE]
    require_gates(mentors, mentees, closest)


def _with_members(mentorships: Iterable[Mentorship]) -> list[Mentorship]:
    rows = Mentorship.objects.filter(pk__in=[row.pk for row in mentorships])
    return list(rows.select_related("organisation", "module").prefetch_related("members__person"))


def _require_draft(document: Document, action: str) -> None:
    document.refresh_from_db(fields=["state"])
    if document.state != DocumentState.DRAFT:
        raise ForbiddenTransition(action, document.state)


def _write(document: Document, by: Any) -> None:
    write_files(document, kind_of(KIND).build(order_context(document)), by=by)
