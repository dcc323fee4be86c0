"""The one door to papers and legal grounds."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document, DocumentStateChange, LegalGround
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import found_by, in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

PRELOADED = ("organisation", "programme", "module", "person", "docx", "pdf", "prepared_by")


def visible_to(user: Any) -> QuerySet[Document]:
    """Who prepares papers sees those of the organisation; the head what left the draft, a child's paper only while
    the consent holds; people and guardians the issued certificates of themselves and their wards."""
    if not user.is_authenticated:
        return Document.objects.none()
    held = standing(user)
    see = held.organisations_where(Permission.DOCUMENT_SEE)
    prepare = see & held.organisations_where(Permission.DOCUMENT_PREPARE)
    rows = Q(organisation__in=prepare)
    if see - prepare:
        shown = Person.objects.filter(processable(clock.today()), pk=OuterRef("person_id"))
        rows |= Q(organisation__in=see - prepare) & _left_the_draft() & (Q(person__isnull=True) | Q(Exists(shown)))
    rows |= Q(state=DocumentState.ISSUED) & _own(user)
    found = Document.objects.exclude(state=DocumentState.DISCARDED).filter(rows)
    return found.select_related(*PRELOADED)


def registry(rows: QuerySet[Document], *, text: str = "", kind: str = "", state: str = "") -> QuerySet[Document]:
    """Papers narrowed to a kind and a state, and to a number, a title or a name."""
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(state=state) if state else rows
    text = text.strip().removeprefix("№").strip()
    if not text:
        return rows
    named = Person.objects.filter(found_by(text), pk=OuterRef("person_id"))
    spellings = {text, text.lower(), text.upper(), text.capitalize()}  # SQLite folds the case of Latin letters alone
    said = Q()
    for spelling in spellings:
        said |= Q(number__icontains=spelling) | Q(title__icontains=spelling)
    return rows.filter(said | Q(Exists(named)))


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


def _own(user: Any) -> Q:
    own = Q(person__user=user)
    if not standing(user).may(Permission.WARDS_SEE):
        return own
    wards = Guardianship.objects.filter(in_force(clock.today()), guardian__user=user, child=OuterRef("person_id"))
    return own | Q(Exists(wards))
