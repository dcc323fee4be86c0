"""A scan of a signed paper, on its way to the child it belongs to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.enums import ConsentKind, ScanFinding
from nastavnik.domain.consents.models.request import ConsentRequest
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class ScannedPaper(TenantModel):
    """One sheet. With `request` it belongs to a child, by its square code or by somebody's word; what is signed on it
    is in force only with `recorded_at`: a machine sees no signature."""

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("код"), max_length=12, blank=True)
    request = models.ForeignKey(ConsentRequest, on_delete=models.PROTECT, null=True, related_name="scans")
    kind = models.CharField(_("какое согласие на листе"), max_length=20, choices=ConsentKind, blank=True)
    pages = models.PositiveSmallIntegerField(_("страниц"), default=1)
    finding = models.CharField(_("что прочитано"), max_length=10, choices=ScanFinding, default=ScanFinding.NO_CODE)
    recorded_at = models.DateTimeField(_("подписи записаны"), null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="consents_recorded_scan_has_its_child",
                condition=models.Q(recorded_at__isnull=True) | models.Q(request__isnull=False),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"scan {self.pk}"
