"""Many papers at once, made in the background."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.models.document import Document
from nastavnik.domain.documents.states import BATCH
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User


class PaperBatch(TenantModel):
    """Many papers in the background: made, or where they are there already gathered; then one archive and one file to
    print of them all. A batch without a kind has no targets: it gathers papers."""

    lifecycle = BATCH

    kind = models.CharField(_("вид"), max_length=40, blank=True)
    state = models.CharField(max_length=20, choices=BatchState, default=BatchState.QUEUED)
    dated_on = models.DateField(_("дата на бумагах"))
    targets = models.JSONField(default=list)  # ids of what the papers are about, by the kind's subject
    answers = models.JSONField(default=dict)  # to what the kind asks, the same for all
    base = models.CharField(max_length=200, blank=True)  # the host that square codes lead to
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)  # how many targets are dealt with, refused ones too
    refused = models.JSONField(default=list)  # [id of the target, sentence without a name]: who got none
    documents = models.ManyToManyField(Document, through="BatchDocument", related_name="batches")
    archive = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    print_file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    error = models.CharField(max_length=60, blank=True)
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"batch {self.pk}"


class BatchDocument(TenantModel):
    """Which papers a batch holds."""

    batch = models.ForeignKey(PaperBatch, on_delete=models.CASCADE, related_name="batch_documents")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="batch_documents")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["batch", "document"], name="documents_batch_document_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"document {self.document_id} in batch {self.batch_id}"


class PaperBatchStateChange(StateChange):
    batch = models.ForeignKey(PaperBatch, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} batch {self.batch_id}"
