"""The one door to papers and legal grounds."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.documents.enums import DocumentState, Subject
from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.models import Document, DocumentStateChange, LegalGround
from nastavnik.domain.documents.queries.together import HEAVY
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import found_by, in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

PRELOADED = (
    "organisation", "programme", "module", "person", "partner", "docx", "pdf", "prepared_by", "appendix_to", "replaces"
)  # fmt: skip
# Papers of one pair: its people read those that are issued. Others name people of other pairs.
OF_A_PAIR = tuple(kind.code for kind in KINDS if kind.subject == Subject.MENTORSHIP)
DIARIES = tuple(kind.code for kind in KINDS if kind.is_diary)


def visible_to(user: Any) -> QuerySet[Document]:
    """Who prepares papers sees those of the organisation; the head what left the draft, a child's paper only while
    the consent holds, and no diaries; people the issued papers of themselves, their pair and their wards."""
    if not user.is_authenticated:
        return Document.objects.none()
    held = standing(user)
    see = held.organisations_where(Permission.DOCUMENT_SEE)
    prepare = see & held.organisations_where(Permission.DOCUMENT_PREPARE)
    rows = Q(organisation__in=prepare)
    if see - prepare:
        of_a_pair = Q(kind__in=OF_A_PAIR, person__isnull=True)
        open_to = Q(person__isnull=True) | Q(Exists(_shown()))
        approved = _left_the_draft() & open_to & ~Q(kind__in=DIARIES) & ~(of_a_pair & Q(Exists(_hidden())))
        rows |= Q(organisation__in=see - prepare) & approved
    rows |= Q(state=DocumentState.ISSUED) & _own(user)
    found = Document.objects.exclude(state=DocumentState.DISCARDED).filter(rows)
    return found.select_related(*PRELOADED)


def registry(
    rows: QuerySet[Document],
    *,
    text: str = "",
    kind: str = "",
    state: str = "",
    year: int | None = None,
    book: str = "",
) -> QuerySet[Document]:
    """Papers narrowed to a kind, a state, a book and a year, and to a number, a title or a name of somebody in them.

    Appendices stand under their order, as `shown_appendices`; one that is asked for by its kind stands by itself.
    """
    asked = {"kind": kind, "state": state, "year": year, "book": book}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    rows = rows if kind else rows.filter(appendix_to=None)
    rows = rows.defer(*HEAVY, "replaces__context", "replaces__sections")
    below = Document.objects.exclude(state=DocumentState.DISCARDED).order_by("appendix_number", "id")
    rows = rows.prefetch_related(
        Prefetch("appendices", queryset=below.defer("context", "sections"), to_attr="shown_appendices")
    )
    text = text.strip().removeprefix("№").strip()
    return rows.filter(_mentions(text)) if text else rows


def _mentions(text: str) -> Q:
    named = Person.objects.filter(found_by(text))
    in_pairs = MentorshipMember.objects.filter(
        person__in=named, mentorship__document_mentorships__document=OuterRef("pk")
    )
    said = Q(person__in=named) | Q(Exists(in_pairs), person__isnull=True)
    # SQLite folds the case of Latin letters alone.
    for spelling in {text, text.lower(), text.upper(), text.capitalize()}:
        appendices = Document.objects.exclude(state=DocumentState.DISCARDED).filter(
            appendix_to=OuterRef("pk"), title__icontains=spelling
        )
        said |= Q(number__icontains=spelling) | Q(title__icontains=spelling) | Q(Exists(appendices))
        said |= Q(partner__title__icontains=spelling)
    return said


def grounds_visible_to(user: Any) -> QuerySet[LegalGround]:
    """The acts that papers of the user's organisations name."""
    return LegalGround.objects.filter(
        organisation__in=standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    ).select_related("organisation")


def last_note(document: Document) -> DocumentStateChange | None:
    """With which words the head sent the draft back the last time."""
    return document.state_changes.filter(action="send_back").order_by("-at", "-id").first()


def _left_the_draft() -> Q:
    return ~Q(state=DocumentState.DRAFT)


def _shown() -> QuerySet[Person]:
    """The person of the row, if the data may be shown today."""
    return Person.objects.filter(processable_today(), pk=OuterRef("person_id"))


def _hidden() -> QuerySet[MentorshipMember]:
    """Members of the paper's mentorships who may not be shown today."""
    members = MentorshipMember.objects.filter(mentorship__document_mentorships__document=OuterRef("pk"))
    return members.filter(~Exists(_shown()))


def _own(user: Any) -> Q:
    members = MentorshipMember.objects.filter(
        mentorship__document_mentorships__document=OuterRef("pk"), person__user=user
    )
    # Who left a group before the paper was written reads nothing of what came after.
    stayed = Q(ends_on__isnull=True) | Q(ends_on__gte=OuterRef("dated_on")) | Q(ends_on__gte=F("mentorship__ended_on"))
    members = members.filter(stayed)
    of_my_pair = Q(Exists(members), kind__in=OF_A_PAIR, person__isnull=True)
    own = Q(person__user=user) | of_my_pair & ~Q(Exists(_hidden().exclude(person__user=user)))
    if not standing(user).may(Permission.WARDS_SEE):
        return own
    wards = Guardianship.objects.filter(in_force(clock.today()), guardian__user=user, child=OuterRef("person_id"))
    return own | Q(Exists(wards))
