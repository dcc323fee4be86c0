"""Перевод в следующий класс."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.organisations.models import AcademicYear, TenantModel, tenant_key
from nastavnik.domain.people.models.user import User


class Promotion(TenantModel):
    """On the first day of a year the groups of the year before go on: enrolments end, new ones begin."""

    from_year = models.ForeignKey(AcademicYear, on_delete=models.PROTECT, related_name="+")
    to_year = models.ForeignKey(AcademicYear, on_delete=models.PROTECT, related_name="+")
    promoted_on = models.DateField(_("с какого дня"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True)
    # Numbers of rows: {"ended": {"12": [version after, former last day or ""]}, "made": [77], "groups": [5]}; counts.
    trace = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["from_year"], condition=models.Q(undone_at__isnull=True), name="people_promoted_once"
            ),
        ]
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"promotion {self.pk}"
