"""Another mentor is offered: who has to say yes, and who has said it, when and how."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import Answer, EndReason, Party, Voice
from nastavnik.domain.mentorships.models.changing import Handover
from nastavnik.domain.mentorships.models.mentorship import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Participation


class HandoverOffer(TenantModel):
    """`to` would go on instead of `left`; open until it is handed over, refused or taken back."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="handover_offers")
    left = models.ForeignKey(MentorshipMember, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("почему"), max_length=20, choices=EndReason)
    note = models.TextField(_("что важно новому наставнику"), max_length=2000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(_("когда предложено"), default=clock.now)
    closed_at = models.DateTimeField(_("когда решено"), null=True)
    handover = models.OneToOneField(Handover, on_delete=models.PROTECT, null=True, related_name="offer")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["left"], condition=Q(closed_at__isnull=True), name="mentorships_handover_offered_once"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"handover offer {self.pk}"


class HandoverAnswer(TenantModel):
    """Of one person, or of the guardian of one child; a row without an answer is a question that waits."""

    offer = models.ForeignKey(HandoverOffer, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=10, choices=Party)
    answer = models.CharField(max_length=5, choices=Answer, blank=True)
    how = models.CharField(_("как сказано"), max_length=5, choices=Voice, blank=True)
    at = models.DateTimeField(_("когда"), null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["offer", "person", "party"], name="mentorships_handover_asked_once"),
            models.CheckConstraint(
                name="mentorships_handover_answer_whole",
                condition=Q(answer="", how="", at__isnull=True) | ~Q(answer="") & ~Q(how="") & Q(at__isnull=False),
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"handover answer {self.pk}"
