"""How often a module waited for meetings before: the radar of a past day asks what was in force on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models.programme import Module


class RadarSetting(TenantModel):
    """A former period and grace, in force through `until` from the day after the row before; what is in force now
    stands in the module."""

    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="former_radar")
    until = models.DateField(_("действовало по"))
    radar_period = models.PositiveSmallIntegerField(_("ждали встречу раз в столько дней"))
    radar_grace = models.PositiveSmallIntegerField(_("ещё дней запаса"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["module", "until"], name="programmes_radar_setting_once_a_day"),
        ]
        ordering = ("module", "until")

    def __str__(self) -> str:
        return f"radar setting {self.pk}"
