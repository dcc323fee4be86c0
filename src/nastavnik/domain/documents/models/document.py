"""Papers, what they are about and how they came to be."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.documents.enums import Book, DocumentState
from nastavnik.domain.documents.models.template import OwnTemplate
from nastavnik.domain.documents.states import DOCUMENT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import Partner, TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Module, Participation, Programme

# States in which a paper counts: its number is taken, its mentorships are in it.
LIVE = (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.ISSUED)


class Document(TenantModel):
    """One paper. `context` is what it was made of, so that an issued paper never changes with the data."""

    lifecycle = DOCUMENT

    kind = models.CharField(_("вид"), max_length=40)
    title = models.CharField(_("название"), max_length=300)
    book = models.CharField(_("журнал"), max_length=20, choices=Book, default=Book.PAPERS)
    number = models.CharField(_("номер"), max_length=30, blank=True)
    normal_number = models.CharField(max_length=30, blank=True, editable=False)  # folded: «14-А» is «14-а»
    dated_on = models.DateField(_("дата"))
    year = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField(_("редакция"), default=1)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replacements")
    appendix_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="appendices")
    appendix_number = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=20, choices=DocumentState, default=DocumentState.DRAFT)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="documents")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, null=True, related_name="documents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="documents")
    member = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, null=True, related_name="documents")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, null=True, related_name="documents")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, related_name="documents")
    valid_from = models.DateField(_("действует с"), null=True)
    valid_until = models.DateField(_("действует до"), null=True)
    # Words asked for when the paper was prepared (kind's `asks`), and sections written by hand: code → text.
    answers = models.JSONField(default=dict)
    sections = models.JSONField(default=dict)
    template = models.ForeignKey(OwnTemplate, on_delete=models.PROTECT, null=True, related_name="documents")
    mentorships = models.ManyToManyField(Mentorship, through="DocumentMentorship", related_name="documents")
    context = models.JSONField(default=dict)
    check_code = models.CharField(max_length=40, null=True, unique=True)  # noqa: DJ001 – NULL is "no code"
    docx = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["organisation", "book", "year", "normal_number", "edition"],
                condition=~Q(normal_number="") & ~Q(state=DocumentState.DISCARDED) & Q(appendix_to__isnull=True),
                name="documents_number_once_in_a_book",
            ),
            models.UniqueConstraint(
                fields=["member", "kind", "edition"], condition=Q(state__in=LIVE), name="documents_once_for_a_member"
            ),
            models.UniqueConstraint(
                fields=["appendix_to", "appendix_number"],
                condition=~Q(state=DocumentState.DISCARDED),
                name="documents_appendix_once",
            ),
        ]
        ordering = ("-dated_on", "-id")

    def __str__(self) -> str:
        return f"document {self.pk}"


class DocumentMentorship(TenantModel):
    """Which mentorships a paper is about."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="document_mentorships")
    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="document_mentorships")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["document", "mentorship"], name="documents_mentorship_once"),
        ]

    def __str__(self) -> str:
        return f"document {self.document_id} about mentorship {self.mentorship_id}"


class DocumentStateChange(StateChange):
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} document {self.document_id}"
