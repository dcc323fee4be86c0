"""Who took part and stays near: the line on the page of alumni, with words of thanks or without."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.achievements.enums import AlumnusState
from nastavnik.domain.achievements.states import ALUMNUS
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key


class Alumnus(TenantModel):
    """Of one membership; role and year are asked of it, not kept twice."""

    lifecycle = ALUMNUS

    member = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, related_name="alumnus_lines")
    words = models.TextField(_("слова благодарности"), max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=AlumnusState, default=AlumnusState.WRITTEN)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["member"], condition=~Q(state=AlumnusState.TAKEN_BACK), name="achievements_alumnus_once"
            ),
        ]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"alumnus {self.pk}"


class AlumnusStateChange(StateChange):
    alumnus = models.ForeignKey(Alumnus, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} alumnus {self.alumnus_id}"
