"""The order that appoints mentors: prepared from agreed mentorships, corrected while it is a draft."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.documents.actions.filing import (
    new_document,
    take_turn,
)
from nastavnik.domain.documents.actions.grounds import seed_legal_grounds
from nastavnik.domain.documents.actions.preparing import number_for
from nastavnik.domain.documents.actions.writing import write
from nastavnik.domain.documents.adapter import pair_title
from nastavnik.domain.documents.errors import AlreadyInOrder, NotAgreed, NothingChosen, OtherModule
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import LIVE, Document, DocumentMentorship
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.gates import require_gates
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import ClosestPeople, closest_people
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module

KIND = "appointment_order"


@transaction.atomic
def prepare_order(
    module: Module, *, mentorships: Sequence[Mentorship], number: str = "", dated_on: date, by: Any
) -> Document:
    """A draft with its text and files; the number may wait. Consents and clearances are asked again, by name."""
    organisation = take_turn(module.organisation_id)
    chosen = _with_members(mentorships)
    if not chosen:
        raise NothingChosen
    if any(row.module_id != module.pk for row in chosen):
        raise OtherModule
    require_orderable(chosen)
    seed_legal_grounds(organisation, by=by)
    document = new_document(
        KIND,
        organisation,
        number=number_for(kind_of(KIND), number, organisation=organisation, day=dated_on),
        dated_on=dated_on,
        by=by,
        programme=module.programme,
        module=module,
    )
    document.save(force_insert=True)
    DocumentMentorship.objects.bulk_create(
        DocumentMentorship(organisation=organisation, document=document, mentorship=row) for row in chosen
    )
    write(document, by=by)
    audit.record("document.prepare", document, by=by, fields=["number", "dated_on", "mentorships"])
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
