"""A pair that somebody names before or beside the engine: a teacher's proposal, or the two themselves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.matching.enums import SuggestionState
from nastavnik.domain.matching.states import SUGGESTION
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Module, Participation

SUGGESTED = (Way.TEACHER_PROPOSAL, Way.SELF_CHOICE)


class Suggestion(TenantModel):
    """It stands beside the optimum until a coordinator takes it (then the pair is pinned) or sets it aside."""

    lifecycle = SUGGESTION

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="suggestions")
    mentee = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(_("как возникла пара"), max_length=20, choices=Way)
    note = models.CharField(_("почему"), max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=SuggestionState, default=SuggestionState.OPEN)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["module", "mentee", "mentor"],
                condition=Q(state=SuggestionState.OPEN),
                name="matching_one_open_suggestion",
            ),
            models.CheckConstraint(name="matching_suggestion_way", condition=Q(way__in=SUGGESTED)),
        ]
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"suggestion {self.pk}"


class SuggestionStateChange(StateChange):
    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} suggestion {self.suggestion_id}"
