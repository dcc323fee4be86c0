"""A scan of a signed paper, on its way to the child it belongs to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.models.request import ConsentRequest
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class ScannedPaper(TenantModel):
    """Waits until somebody says, by its code or by the child, whose it is; with `request` it is attached."""

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("код"), max_length=12, blank=True)  # as the square code said it
    request = models.ForeignKey(ConsentRequest, on_delete=models.PROTECT, null=True, related_name="scans")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"scan {self.pk}"
