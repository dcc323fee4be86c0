"""Who waits for a paper. Lower rooms never call this one: it asks them who is waiting."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import LIVE, Document, DocumentMentorship
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import ordered
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

ORDER, CERTIFICATE = "appointment_order", "certificate"


def awaiting_approval(user: Any) -> QuerySet[Document]:
    """Papers that wait for the user's decision, the oldest first."""
    organisations = standing(user).organisations_where(Permission.DOCUMENT_APPROVE)
    rows = Document.objects.filter(organisation__in=organisations, state=DocumentState.SUBMITTED, appendix_to=None)
    return rows.select_related("organisation", "programme", "module").order_by("dated_on", "id")


def orderable(user: Any) -> QuerySet[Mentorship]:
    """Agreed mentorships that stand in no live order, whether their programme needs one or not."""
    prepare = standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    rows = Mentorship.objects.filter(organisation__in=prepare, state=MentorshipState.CONFIRMED)
    rows = rows.exclude(Exists(_orders())).select_related("module__programme", "organisation")
    return rows.prefetch_related("members__person").order_by("module_id", "id")


def awaiting_order(user: Any) -> QuerySet[Mentorship]:
    """Of those, the ones that cannot begin without an order."""
    return orderable(user).filter(ordered())


def awaiting_certificate(user: Any) -> QuerySet[MentorshipMember]:
    """Who stayed in a mentorship to its completion and has no certificate for it."""
    prepare = standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    given = Document.objects.filter(member=OuterRef("pk"), kind=CERTIFICATE, state__in=LIVE)
    rows = MentorshipMember.objects.filter(
        organisation__in=prepare,
        mentorship__state=MentorshipState.COMPLETED,
        ends_on__gte=F("mentorship__ended_on"),
    ).exclude(Exists(given))
    return rows.select_related("person", "mentorship__module__programme", "organisation").order_by(
        "-mentorship__ended_on", "mentorship_id", "role", "id"
    )


def without_consent(members: QuerySet[MentorshipMember], on: date) -> set[int]:
    """Persons of the members whose data may not be used on the day: no paper can be made for them."""
    open_to = Person.objects.filter(processable(on), pk=OuterRef("person_id"))
    return set(members.filter(~Exists(open_to)).values_list("person_id", flat=True))


def _orders() -> QuerySet[DocumentMentorship]:
    return DocumentMentorship.objects.filter(
        Q(document__state__in=LIVE), mentorship=OuterRef("pk"), document__kind=ORDER
    )
