"""What a mentor recommends, and what of it helped."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.plans.enums import AdviceKind, AdviceState, Helped
from nastavnik.domain.plans.states import ADVICE


class Recommendation(TenantModel):
    """`code` names an item of a list (memo, way to organise time, theme), `title` keeps its words; a link has `url`."""

    lifecycle = ADVICE

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="recommendations")
    kind = models.CharField(_("что"), max_length=10, choices=AdviceKind)
    code = models.CharField(max_length=60, blank=True)
    title = models.CharField(_("название"), max_length=200)
    url = models.CharField(_("ссылка"), max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=AdviceState, default=AdviceState.HELD)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("когда"))

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(name="plans_link_has_address", condition=Q(kind=AdviceKind.LINK) ^ Q(url="")),
        ]
        ordering = ("-given_at", "-id")

    def __str__(self) -> str:
        return f"recommendation {self.pk}"


class RecommendationStateChange(StateChange):
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} recommendation {self.recommendation_id}"


class HelpedMark(TenantModel):
    """Whether it helped one mentee: the last tap counts."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="marks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    helped = models.CharField(_("помогло ли"), max_length=10, choices=Helped)
    at = models.DateTimeField(_("когда"))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["recommendation", "person"], name="plans_helped_once"),
        ]

    def __str__(self) -> str:
        return f"mark {self.pk}"
