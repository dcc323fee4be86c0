"""DOCX templates that institutions brought."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class OwnTemplate(TenantModel):
    """A DOCX of the institution that stands in for ours; papers made of it have no PDF of ours beside them."""

    kind = models.CharField(_("для какого документа"), max_length=40)
    title = models.CharField(_("название"), max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    fields = models.JSONField(default=list)  # the placeholders found in it
    is_current = models.BooleanField(_("используется"), default=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["organisation", "kind"], condition=Q(is_current=True), name="documents_one_current_template"
            ),
        ]
        ordering = ("kind", "-id")

    def __str__(self) -> str:
        return f"template {self.pk}"
