"""A pair, a group or a team: its members, their answers, its pauses."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import Period, StateChange, period_is_ordered
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.mentorships.enums import Answer, EndReason, MentorshipState, Outcome, Party, Way
from nastavnik.domain.mentorships.states import MENTORSHIP
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.enums import Kind, ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation

if TYPE_CHECKING:
    from nastavnik.domain.mentorships.radar import Reading


class Mentorship(TenantModel):
    """`kind` decides what it needs and what the radar watches (programmes/kinds.py)."""

    lifecycle = MENTORSHIP

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="mentorships")
    kind = models.CharField(_("вид"), max_length=20, choices=Kind)
    title = models.CharField(_("название"), max_length=200, blank=True)
    way = models.CharField(_("как образована"), max_length=20, choices=Way, default=Way.QUESTIONNAIRE)
    state = models.CharField(max_length=20, choices=MentorshipState, default=MentorshipState.PROPOSED)
    proposed_on = models.DateField(_("предложена"))
    planned_until = models.DateField(_("срок до"), null=True, blank=True)
    started_on = models.DateField(_("начата"), null=True, blank=True)
    ended_on = models.DateField(_("закончена"), null=True, blank=True)
    end_reason = models.CharField(_("почему закончена"), max_length=20, choices=EndReason, blank=True)

    # Set by `queries.with_radar`.
    last_held_on: date | None
    period_then: int
    grace_then: int
    radar: "Reading"

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="mentorships_ended_after_start",
                condition=Q(ended_on__isnull=True)
                | Q(started_on__isnull=True)
                | Q(ended_on__gte=models.F("started_on")),
            ),
            models.CheckConstraint(
                name="mentorships_ended_with_reason",
                condition=Q(ended_on__isnull=True, end_reason="") | Q(ended_on__isnull=False) & ~Q(end_reason=""),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"mentorship {self.pk}"


class MentorshipMember(TenantModel, Period):
    """Somebody in a mentorship, for a time. `is_exclusive` is copied from the kind so that the database can keep
    «one at a time»; the consent on which a minor takes part is named and cannot be missing."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="members")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=ParticipationRole)
    is_exclusive = models.BooleanField(default=True)
    is_minor = models.BooleanField(default=False)
    part = models.CharField(_("роль в команде"), max_length=120, blank=True)
    # Before the end of the whole: the period stays in the history, the page is open to them no more.
    has_left = models.BooleanField(_("вышел раньше"), default=False)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            period_is_ordered("mentorships_member_ordered"),
            models.UniqueConstraint(fields=["mentorship", "participation"], name="mentorships_member_once"),
            models.UniqueConstraint(
                fields=["module", "participation"],
                condition=Q(role=ParticipationRole.MENTEE, is_exclusive=True, ends_on__isnull=True),
                name="mentorships_one_at_a_time",
            ),
            models.CheckConstraint(
                name="mentorships_minor_has_consent", condition=Q(is_minor=False) | Q(consent__isnull=False)
            ),
        ]
        ordering = ("role", "id")

    def __str__(self) -> str:
        return f"member {self.pk}"


class MentorshipApproval(TenantModel):
    """The answer of one side; a row without an answer is a question that waits."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="approvals")
    member = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, related_name="approvals")
    party = models.CharField(max_length=10, choices=Party)
    answer = models.CharField(max_length=5, choices=Answer, blank=True)
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The coordinator may enter what was said or signed on paper.
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["member", "party"], name="mentorships_approval_once"),
            models.CheckConstraint(
                name="mentorships_answer_has_moment",
                condition=Q(answer="", at__isnull=True) | ~Q(answer="") & Q(at__isnull=False),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"approval {self.pk}"


class Acquaintance(TenantModel):
    """The personal meeting after a teacher's proposal; of several the last one counts."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="acquaintances")
    held_on = models.DateField(_("день встречи"))
    outcome = models.CharField(_("чем закончилась"), max_length=10, choices=Outcome)
    note = models.TextField(_("что важно"), blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [tenant_key()]
        ordering = ("held_on", "id")

    def __str__(self) -> str:
        return f"acquaintance {self.pk}"


class Pause(TenantModel, Period):
    """Days that the radar does not count."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="pauses")

    class Meta:
        constraints = [tenant_key(), period_is_ordered("mentorships_pause_ordered")]
        ordering = ("starts_on",)

    def __str__(self) -> str:
        return f"pause {self.pk}"


class MentorshipStateChange(StateChange):
    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} mentorship {self.mentorship_id}"
