"""Papers of the organisation and the grounds they name."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.states import DOCUMENT
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.models import Module, Programme

# States in which a paper counts: its number is taken, its mentorships are in it.
LIVE = (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.ISSUED)


class LegalGround(TenantModel):
    """An act that papers refer to; editable, and marked until somebody held it against the original."""

    title = models.CharField(_("как писать в бумагах"), max_length=400)
    programme_type = models.CharField(_("для каких программ"), max_length=10, choices=ProgrammeType, blank=True)
    is_confirmed = models.BooleanField(_("сверено с оригиналом"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation", "title"], name="documents_ground_once"),
        ]
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.title


class Document(TenantModel):
    """One paper. `context` is what it was made of, so that an issued paper never changes with the data."""

    lifecycle = DOCUMENT

    kind = models.CharField(_("вид"), max_length=40)
    title = models.CharField(_("название"), max_length=300)
    number = models.CharField(_("номер"), max_length=30, blank=True)
    dated_on = models.DateField(_("дата"))
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=DocumentState, default=DocumentState.DRAFT)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="documents")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, null=True, related_name="documents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="documents")
    member = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, null=True, related_name="documents")
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
                fields=["organisation", "kind", "year", "number"],
                condition=~Q(number="") & ~Q(state=DocumentState.DISCARDED),
                name="documents_number_once_a_year",
            ),
            models.UniqueConstraint(
                fields=["member", "kind"], condition=Q(state__in=LIVE), name="documents_once_for_a_member"
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
