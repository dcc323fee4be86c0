"""Papers. Issued ones stay as long as the institution's rules of filing say, and the act lists them; others go."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import DocumentMentorship
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.privacy.declared.mentorships import with_others
from nastavnik.domain.privacy.declared.programmes import CHANGE, UNSAID
from nastavnik.domain.privacy.declared.shape import FILE, Owner, PersonalTable, by
from nastavnik.domain.privacy.enums import Category as C
from nastavnik.domain.privacy.enums import Fate, Purpose, Term
from nastavnik.domain.programmes.enums import ParticipationRole

# A paper of many pairs is not theirs alone: there the name is taken out of the words (`actions.sweeping`).
ABOUT = ("person", "participation__person", "member__person")
# Papers that were in force once: what was signed is kept, also after it was revoked or replaced.
SIGNED = (DocumentState.ISSUED, DocumentState.REVOKED, DocumentState.REPLACED)


def unsigned(prefix: str = "") -> Owner:
    """Papers about the person that nobody has signed, those of pairs among them that are about this child alone."""

    def condition(person: int) -> Q:
        mine = MentorshipMember.objects.filter(person=person, role=ParticipationRole.MENTEE).values("mentorship")
        papers = DocumentMentorship.objects.filter(mentorship__in=mine).values("document")
        shared = DocumentMentorship.objects.filter(
            Q(mentorship__in=with_others(person)) | ~Q(mentorship__in=mine), document__in=papers
        )
        alone = Q(**{f"{prefix}pk__in": papers}) & ~Q(**{f"{prefix}pk__in": shared.values("document")})
        about = by(*(f"{prefix}{path}" for path in ABOUT))(person) | alone
        return about & ~Q(**{f"{prefix}state__in": SIGNED})

    return condition


PAPERS = (
    PersonalTable(
        "documents.DocumentStateChange", _("Что было с документами"), unsigned("document__"), C.PAPERS,
        Purpose.DOCUMENT, Term.PAPERS, Fate.BLANKED, blanked={"note": ""}, kept=(*CHANGE, "document"),
        unsaid=frozenset({*UNSAID, "document", "by"}),
    ),
    PersonalTable(
        "documents.Document", _("Документы, которые не подписаны"), unsigned(), C.PAPERS, Purpose.DOCUMENT,
        Term.PAPERS, Fate.BLANKED,
        blanked={"title": "", "answers": {}, "sections": {}, "context": {}, "docx": FILE, "pdf": FILE},
        kept=(
            "kind", "book", "number", "normal_number", "dated_on", "year", "edition", "replaces", "appendix_to",
            "appendix_number", "state", "programme", "module", "person", "member", "participation", "partner",
            "valid_from", "valid_until", "template", "check_code", "prepared_by",
        ),
        unsaid=frozenset({
            "context", "sections", "answers", "normal_number", "person", "member", "participation", "prepared_by",
            "check_code", "template", "replaces", "appendix_to", "docx", "pdf",
        }),
    ),
)  # fmt: skip
