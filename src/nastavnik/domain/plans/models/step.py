"""What a plan adds to goals and steps of a mentorship: facts of a step, reviews of a goal, «просит сделать за него»."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans.enums import Mark, ReviewStage, Verdict
from nastavnik.domain.plans.models.plan import Difficulty


class StepFacts(TenantModel):
    """Beside a step, one to one: direction (a code of the catalogue), the difficulty it is a measure for, what is
    expected, the mentor's mark. Its version is the step's."""

    step = models.OneToOneField(PlanStep, on_delete=models.PROTECT, related_name="facts")
    direction = models.CharField(_("направление"), max_length=60, blank=True)
    difficulty = models.ForeignKey(
        Difficulty, on_delete=models.SET_NULL, null=True, blank=True, related_name="measures"
    )
    expected = models.CharField(_("что планируем получить"), max_length=500, blank=True)
    mark = models.CharField(_("оценка наставника"), max_length=10, choices=Mark, blank=True)
    mark_note = models.CharField(_("слова к оценке"), max_length=500, blank=True)
    marked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    marked_on = models.DateField(_("когда оценён"), null=True, blank=True)

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"facts of step {self.step_id}"


class GoalReview(TenantModel):
    """A goal was looked at again: `was` keeps the words that it had."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="reviews")
    stage = models.CharField(_("когда смотрим"), max_length=10, choices=ReviewStage)
    verdict = models.CharField(_("что решили"), max_length=10, choices=Verdict)
    was = models.CharField(_("как была записана"), max_length=300)
    note = models.TextField(_("почему"), blank=True, max_length=2000)
    reviewed_on = models.DateField(_("день"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [tenant_key()]
        ordering = ("reviewed_on", "id")

    def __str__(self) -> str:
        return f"review {self.pk}"


class StepSignal(TenantModel):
    """«Просит сделать за него»: raised with one tap, settled when the two have talked about it."""

    step = models.ForeignKey(PlanStep, on_delete=models.PROTECT, related_name="signals")
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(_("когда отмечено"))
    settled_at = models.DateTimeField(_("когда договорились"), null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["step"], condition=Q(settled_at__isnull=True), name="plans_one_open_signal"
            ),
        ]
        ordering = ("raised_at", "id")

    def __str__(self) -> str:
        return f"signal {self.pk}"
