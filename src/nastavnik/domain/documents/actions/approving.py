"""The head's decision. An approved order starts all of its mentorships in the same transaction, or none; its appendices
go with it."""

from typing import Any

from django.db import transaction

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.documents.actions.moving import advance_all, come_into_force, require_number
from nastavnik.domain.documents.actions.order import KIND, mentorships_of, require_orderable
from nastavnik.domain.documents.actions.subjects import require_consent
from nastavnik.domain.documents.adapter import pair_title
from nastavnik.domain.documents.errors import CannotStart, NoteMissing
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import heads_of
from nastavnik.domain.mentorships.actions import start
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import ClosestPeople, closest_people
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.people.queries import person_of


@transaction.atomic
def submit(document: Document, *, by: Any) -> Document:
    """Put the paper before the heads; what cannot start any more is refused here already.

    Raises GoesWithOrder, NumberMissing, ConsentMissing, HeadMissing and, of an order on pairs, what forbids it.
    """
    require_number(document)
    require_consent(document)
    if document.kind == KIND and document.replaces is None:
        require_orderable(mentorships_of(document), but=document)
    heads = list(heads_of(document.organisation, clock.today(document.organisation.time_zone)))
    if not heads:
        raise HeadMissing
    advance_all(document, "submit", by=by)
    for head in heads:
        notify("order_submitted", to=head, context={"document": document.pk}, key=_key("order_submitted", document))
    return document


@transaction.atomic
def approve(document: Document, *, version: int | None = None, by: Any) -> Document:
    """The paper is issued and its mentorships begin on its day; those of a new edition began with the first one.

    `version` is that of the text the head read: sent back, changed and submitted again, it is another.
    Raises ChangedMeanwhile.
    """
    if version is not None and version != document.version:
        raise ChangedMeanwhile(document)
    advance_all(document, "approve", by=by)
    if document.replaces is None:
        _start_all(document, by)
    come_into_force(document, by=by)
    _tell_preparer(document, "order_approved")
    return document


@transaction.atomic
def send_back(document: Document, *, note: str, by: Any) -> Document:
    """Back to the draft with words about what to mend."""
    if not note.strip():
        raise NoteMissing
    advance_all(document, "send_back", by=by, note=note.strip())
    _tell_preparer(document, "order_sent_back")
    return document


def _start_all(document: Document, by: Any) -> None:
    mentorships = mentorships_of(document)
    persons = [member.person for row in mentorships for member in row.members.all() if member.ends_on is None]
    closest = closest_people(persons, clock.today(document.organisation.time_zone))
    for mentorship in mentorships:
        _start(mentorship, document, closest, by)


def _start(mentorship: Mentorship, document: Document, closest: ClosestPeople, by: Any) -> None:
    try:
        start(mentorship, on=document.dated_on, by=by, closest=closest)
    except (ForbiddenTransition, ChangedMeanwhile):
        mentorship.refresh_from_db(fields=["state"])
        raise CannotStart(pair=pair_title(mentorship), state=MentorshipState(mentorship.state).label) from None


def _tell_preparer(document: Document, kind: str) -> None:
    person = person_of(document.prepared_by, document.organisation) if document.prepared_by else None
    if person:
        notify(kind, to=person, context={"document": document.pk}, key=_key(kind, document))


def _key(kind: str, document: Document) -> str:
    return f"{kind}:{document.pk}:{document.version}"  # an order may come before the head more than once
