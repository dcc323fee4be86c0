"""Допуск взрослого к работе с детьми."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models.person import Person
from nastavnik.domain.people.models.user import User


class Clearance(TenantModel):
    """ТК РФ ст. 351.1: only the fact of the check, its day, its term and who checked; never the paper's text."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="clearances")
    checked_on = models.DateField(_("проверено"))
    valid_until = models.DateField(_("действует до"), null=True, blank=True)
    withdrawn_on = models.DateField(_("отменён"), null=True, blank=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="people_clearance_ordered",
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("checked_on")),
            ),
            models.UniqueConstraint(fields=["person", "checked_on"], name="people_clearance_once"),
        ]

    def __str__(self) -> str:
        return f"clearance {self.pk}"
