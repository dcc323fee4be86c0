"""A group meeting: who came, and whom each of them would like to work with."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.matching.enums import MOST_CHOICES, GroupMeetingState
from nastavnik.domain.matching.states import GROUP_MEETING
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.models import Module, Participation


class GroupMeeting(TenantModel):
    """Mentors and mentees of a module meet; right after it each names up to three of the other side, in order."""

    lifecycle = GROUP_MEETING

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="group_meetings")
    title = models.CharField(_("название"), max_length=120)
    held_on = models.DateField(_("день"))
    place = models.CharField(_("место"), max_length=120, blank=True)
    state = models.CharField(max_length=20, choices=GroupMeetingState, default=GroupMeetingState.PLANNED)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-held_on", "-id")

    def __str__(self) -> str:
        return self.title


class GroupMeetingStateChange(StateChange):
    meeting = models.ForeignKey(GroupMeeting, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} group meeting {self.meeting_id}"


class Presence(TenantModel):
    """Somebody at a meeting. An answer may name nobody, so the moment of answering is kept apart from the choices."""

    meeting = models.ForeignKey(GroupMeeting, on_delete=models.CASCADE, related_name="presences")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    came = models.BooleanField(_("на встрече"), default=False)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["meeting", "participation"], name="matching_presence_once"),
            models.CheckConstraint(
                name="matching_answer_of_who_came", condition=Q(came=True) | Q(answered_at__isnull=True)
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"presence {self.pk}"


class Choice(TenantModel):
    """«С ним хотелось бы»: the first, the second or the third. Seen by coordinators and by the one who chose."""

    meeting = models.ForeignKey(GroupMeeting, on_delete=models.CASCADE, related_name="choices")
    chooser = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    chosen = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["meeting", "chooser", "rank"], name="matching_choice_rank_once"),
            models.UniqueConstraint(fields=["meeting", "chooser", "chosen"], name="matching_chosen_once"),
            models.CheckConstraint(name="matching_choice_rank", condition=Q(rank__gte=1) & Q(rank__lte=MOST_CHOICES)),
        ]
        ordering = ("chooser", "rank")

    def __str__(self) -> str:
        return f"choice {self.pk}"
