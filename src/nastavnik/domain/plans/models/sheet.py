"""Sheets of pairs of teachers: self-analysis, a card of practice taken over, a visit to a lesson."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.models import Mentorship, PlanStep
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.plans.enums import WorkSheetKind


class WorkSheet(TenantModel):
    """One sheet of one teacher; what its fields ask depends on the kind. `step` is what it became in the plan."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="work_sheets")
    kind = models.CharField(_("лист"), max_length=20, choices=WorkSheetKind)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(_("день"))
    title = models.CharField(_("о чём"), max_length=300)
    went_well = models.TextField(_("что получилось"), blank=True, max_length=4000)
    hard = models.TextField(_("что трудно"), blank=True, max_length=4000)
    next_step = models.CharField(_("следующий шаг"), max_length=300, blank=True)
    tried_on = models.DateField(_("когда применено"), null=True, blank=True)
    step = models.ForeignKey(PlanStep, on_delete=models.PROTECT, null=True, blank=True, related_name="work_sheets")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-happened_on", "-id")

    def __str__(self) -> str:
        return f"work sheet {self.pk}"
