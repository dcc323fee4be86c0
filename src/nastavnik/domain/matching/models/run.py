"""Runs of the engine and what they propose."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.matching.enums import MatchRunState, ProposalOrigin
from nastavnik.domain.matching.states import MATCH_RUN
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Module, Participation


class MatchRun(TenantModel):
    """One run: what went in (digest, settings, day), what came out (certificate, proposals, left out)."""

    lifecycle = MATCH_RUN

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="match_runs")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=MatchRunState, default=MatchRunState.DRAFT)
    as_of = models.DateField(_("на день"))
    settings = models.JSONField(default=dict)
    input_sha256 = models.CharField(max_length=64, blank=True)
    # {"levels": [{"name", "value", "bound"}], "objective", "dual_bound", "gap", "pairs_checked", "eligible", "places"}
    certificate = models.JSONField(default=dict)
    # {"lacking", "forced"}: what one more place or one decision fewer would bring, counted with the plan
    reports = models.JSONField(default=dict)
    # {"stage", "done", "of"} while it is being solved
    progress = models.JSONField(default=dict)
    cancel_asked = models.BooleanField(default=False)
    error = models.CharField(max_length=200, blank=True)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["module", "number"], name="matching_run_number"),
        ]
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"match run {self.pk}"


class MatchRunStateChange(StateChange):
    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} match run {self.run_id}"


class Proposal(TenantModel):
    """One mentee with one mentor: points and the reasons as codes with parameters."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="proposals")
    mentee = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    origin = models.CharField(max_length=10, choices=ProposalOrigin, default=ProposalOrigin.ENGINE)
    is_mutual = models.BooleanField(default=False)
    # How the pair was made; goes into the mentorship and stays there.
    way = models.CharField(max_length=20, default="questionnaire")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["run", "mentee", "mentor"], name="matching_proposal_once"),
        ]
        ordering = ("score", "id")

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class LeftOut(TenantModel):
    """Who is without a pair in a run, why, and what would help, as codes with parameters."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="left_out")
    mentee = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["run", "mentee"], name="matching_left_out_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"left out {self.pk}"
