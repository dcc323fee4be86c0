"""Goals and the steps towards them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models.mentorship import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class Goal(TenantModel):
    """What the two want to reach."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(_("цель"), max_length=300)
    reached_on = models.DateField(_("достигнута"), null=True, blank=True)

    # Steps, how many there are and how many are done: set by `queries.plan_of`.
    plan: "list[PlanStep]"
    total: int
    done: int

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"goal {self.pk}"


class PlanStep(TenantModel):
    """Who does what until when, and what came of it."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    title = models.CharField(_("шаг"), max_length=300)
    who = models.CharField(_("кто делает"), max_length=10, choices=Party, blank=True)
    due_on = models.DateField(_("до какого дня"), null=True, blank=True)
    done_on = models.DateField(_("сделано"), null=True, blank=True)
    result = models.CharField(_("что получилось"), max_length=500, blank=True)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return f"step {self.pk}"
