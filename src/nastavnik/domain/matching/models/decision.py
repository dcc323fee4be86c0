"""What people decided about pairs: pins and bans of a module, and who changed what in a run."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.matching.enums import ChangeKind, DecisionKind
from nastavnik.domain.matching.models.run import MatchRun
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Module, Participation


class PairDecision(TenantModel):
    """A pair that must be, or must not be, in every later run of the module until the decision is ended."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="pair_decisions")
    mentee = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("решение"), max_length=10, choices=DecisionKind)
    note = models.CharField(_("почему"), max_length=300, blank=True)
    # How a pinned pair was made, for ever; empty for bans.
    way = models.CharField(_("как возникла пара"), max_length=20, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["module", "mentee", "mentor"],
                condition=models.Q(ended_at__isnull=True),
                name="matching_one_open_decision",
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class RunChange(TenantModel):
    """Who changed what in a run, and what it cost; never edited."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(_("что сделано"), max_length=10, choices=ChangeKind)
    mentee = models.ForeignKey(Participation, on_delete=models.PROTECT, null=True, related_name="+")
    mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, null=True, related_name="+")
    from_mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("почему"), max_length=300, blank=True)
    # {"coverage", "mutual", "worst", "total"}: how far each goal moved
    difference = models.JSONField(default=dict)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.kind} in match run {self.run_id}"
