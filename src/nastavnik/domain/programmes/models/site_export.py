"""The page of a programme as it was taken away for another site."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models.programme import Programme


class SiteExport(TenantModel):
    """What stands on a foreign site cannot be changed from here: so it is known whom it names, as keyed digests."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="site_exports")
    made_on = models.DateField(_("день"))
    named = models.JSONField(default=list)
    taken_down_on = models.DateField(_("убрана с сайта"), null=True, blank=True)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"export {self.pk} of programme {self.programme_id}"
