"""The plan of a pair, who has read it, its sheets of extension and correction, and the difficulties that it names."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans.enums import PlanKind, PlanState, PlanWay, SheetKind
from nastavnik.domain.plans.states import PLAN


class PairPlan(TenantModel):
    """What surrounds the goals and steps of a mentorship: for teachers a personalised programme, else a development
    plan. `edition` grows with every correction: what was read is an edition."""

    lifecycle = PLAN

    mentorship = models.OneToOneField(Mentorship, on_delete=models.PROTECT, related_name="pair_plan")
    kind = models.CharField(_("вид"), max_length=12, choices=PlanKind)
    way = models.CharField(_("кто составляет"), max_length=10, choices=PlanWay, default=PlanWay.TOGETHER)
    starts_on = models.DateField(_("с какого дня"))
    ends_on = models.DateField(_("по какой день"))
    interim_on = models.DateField(_("промежуточный итог"), null=True, blank=True)
    aim = models.TextField(_("ради чего"), blank=True, max_length=2000)
    expected = models.TextField(_("что должно получиться"), blank=True, max_length=2000)
    state = models.CharField(max_length=10, choices=PlanState, default=PlanState.DRAFT)
    edition = models.PositiveSmallIntegerField(_("редакция"), default=1)
    shown_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(name="plans_term_ordered", condition=Q(ends_on__gte=F("starts_on"))),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"


class PairPlanStateChange(StateChange):
    plan = models.ForeignKey(PairPlan, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} plan {self.plan_id}"


class PlanReading(TenantModel):
    """«Прочитал(а)» or «согласен(на)»: one tap of one person for one edition."""

    plan = models.ForeignKey(PairPlan, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveSmallIntegerField(_("редакция"))
    read_at = models.DateTimeField(_("когда"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["plan", "person", "edition"], name="plans_read_once"),
        ]
        ordering = ("read_at", "id")

    def __str__(self) -> str:
        return f"reading {self.pk}"


class PlanSheet(TenantModel):
    """A line of the sheet of extension and correction: what was changed and why; of an extension both last days."""

    plan = models.ForeignKey(PairPlan, on_delete=models.PROTECT, related_name="sheets")
    kind = models.CharField(_("что"), max_length=10, choices=SheetKind)
    text = models.TextField(_("что и почему меняем"), max_length=2000)
    until_before = models.DateField(_("было по"), null=True, blank=True)
    until_after = models.DateField(_("стало по"), null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("когда"))
    # Written by itself when a step of an agreed plan was changed: the others read it afterwards.
    is_from_edit = models.BooleanField(_("из правки"), default=False, editable=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="plans_extension_goes_on",
                condition=Q(kind=SheetKind.CORRECTION) | Q(until_after__gt=F("until_before")),
            ),
        ]
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"sheet {self.pk}"


class SheetReading(TenantModel):
    """«Прочитано»: somebody has read what another changed in the agreed plan."""

    sheet = models.ForeignKey(PlanSheet, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(_("когда"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["sheet", "person"], name="plans_sheet_read_once"),
        ]
        ordering = ("read_at", "id")

    def __str__(self) -> str:
        return f"sheet reading {self.pk}"


class Difficulty(TenantModel):
    """What is hard; its measures are the steps that name it."""

    plan = models.ForeignKey(PairPlan, on_delete=models.PROTECT, related_name="difficulties")
    title = models.CharField(_("что трудно"), max_length=300)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"difficulty {self.pk}"
