"""A draft of any kind: prepared out of what is entered, its number, day and answers edited, its text made anew."""

import random
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.actions.answering import answered, term_of
from nastavnik.domain.documents.actions.appendices import follow
from nastavnik.domain.documents.actions.filing import folded, free_number, new_document, take_turn, year_of
from nastavnik.domain.documents.actions.grounds import seed_legal_grounds
from nastavnik.domain.documents.actions.subjects import About, widened
from nastavnik.domain.documents.actions.writing import require_draft, write_all
from nastavnik.domain.documents.errors import GoesWithOrder
from nastavnik.domain.documents.kinds import DocumentKind, kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import Document, DocumentMentorship
from nastavnik.domain.documents.queries import appendices_of
from nastavnik.domain.documents.rendering.check_code import new_check_code
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Organisation, Partner
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.models import Module, Participation, Programme

CHANCE = random.SystemRandom()
NOTHING: Mapping[str, Any] = {}


@transaction.atomic
def prepare(
    code: str,
    *,
    programme: Programme | None = None,
    module: Module | None = None,
    mentorship: Mentorship | None = None,
    participation: Participation | None = None,
    person: Person | None = None,
    partner: Partner | None = None,
    number: str = "",
    dated_on: date,
    answers: Mapping[str, Any] = NOTHING,
    appendices: Iterable[str] | None = None,
    by: Any,
) -> Document:
    """A draft with its text and files, and with its appendices: all of the kind unless some are named.

    The number may wait. Raises KeyError for an unknown kind, SubjectMissing, OtherProgrammeType, ConsentMissing,
    NumberTaken, AnswerMissing, HeadMissing and what the adapter of the kind raises.
    """
    kind = kind_of(code)
    about = widened(kind, About(programme, module, mentorship, participation, person, partner))
    organisation = take_turn(about.organisation_id)
    seed_legal_grounds(organisation, by=by)
    said = answered(kind, answers)
    document = new_document(
        code,
        organisation,
        number=number_for(kind, number, organisation=organisation, day=dated_on),
        dated_on=dated_on,
        by=by,
        answers=said,
        check_code=new_check_code(CHANCE) if kind.has_check_code else None,
        **about.fields(),
        **term_of(said),
    )
    document.save(force_insert=True)
    if mentorship:
        DocumentMentorship.objects.create(organisation=organisation, document=document, mentorship=mentorship)
    follow(document, kind.appendices if appendices is None else appendices, by=by)
    write_all(document, by=by)
    audit.record("document.prepare", document, by=by, fields=["number", "dated_on", "answers"])
    return document


@transaction.atomic
def edit_paper(
    document: Document, *, number: str, dated_on: date, answers: Mapping[str, Any] = NOTHING, version: int, by: Any
) -> Document:
    """Another number, day or answer; the text is written anew, that of the appendices too."""
    if document.appendix_to is not None:
        raise GoesWithOrder(paper=paper(document.appendix_to))
    require_draft(document, "edit_paper")
    organisation, kind = take_turn(document.organisation_id), kind_of(document.kind)
    kept = number_for(kind, number, organisation=organisation, day=dated_on, but=document)
    said = answered(kind, answers)
    day = {"dated_on": dated_on, "year": year_of(dated_on)}
    changes = {"number": kept, "normal_number": folded(kept), "answers": said, **day, **term_of(said)}
    save_changes(document, changes, version=version, by=by)
    appendices_of(document).update(**day)
    write_all(document, by=by)
    return document


@transaction.atomic
def refresh(document: Document, *, by: Any) -> Document:
    """Write the draft anew from the rows as they are now; words by hand stay."""
    require_draft(document, "refresh")
    write_all(document, by=by)
    audit.record("document.refresh", document, by=by, fields=["context"])
    return document


def number_for(
    kind: DocumentKind, number: str, *, organisation: Organisation, day: date, but: Document | None = None
) -> str:
    """The number as it is kept; "" where the kind bears none or it is not known yet. Raises NumberTaken."""
    if not kind.is_numbered or not number.replace("№", " ").strip():
        return ""
    return free_number(number, organisation=organisation, book=kind.book, year=year_of(day), but=but)
