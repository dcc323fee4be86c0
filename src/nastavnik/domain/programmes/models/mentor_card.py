"""What everybody may read about a mentor who agreed to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models.participation import Participation


class MentorCard(TenantModel):
    """Holds the address alone: what stands on the page is read anew each time, and so is the consent."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="card")
    token = models.CharField(max_length=40, unique=True)
    opened_on = models.DateField(_("карточка открыта с"))
    closed_on = models.DateField(_("карточка закрыта"), null=True, blank=True)
    is_indexed = models.BooleanField(_("можно находить поиском"), default=False)

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"card {self.pk}"
