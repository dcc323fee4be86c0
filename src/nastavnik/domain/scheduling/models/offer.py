"""Times that one side offers to the other."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.models import Meeting, Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import Mode
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.scheduling.states import OFFER


class TimeOffer(TenantModel):
    """`times` are moments of the organisation's clock, as "2026-11-26T15:00". One waits at a time in a mentorship."""

    lifecycle = OFFER

    mentorship = models.ForeignKey(Mentorship, on_delete=models.PROTECT, related_name="offers")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=OfferState, default=OfferState.OPEN)
    times = models.JSONField(_("варианты"), default=list)
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), default=60, validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    mode = models.CharField(_("очно или онлайн"), max_length=10, choices=Mode, blank=True)
    place = models.CharField(_("где"), max_length=200, blank=True)
    link = models.CharField(_("ссылка на видеовстречу"), max_length=500, blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["mentorship"], condition=Q(state=OfferState.OPEN), name="scheduling_one_open_offer"
            ),
            models.CheckConstraint(
                name="scheduling_accepted_offer_has_meeting",
                condition=~Q(state=OfferState.ACCEPTED) | Q(meeting__isnull=False),
            ),
        ]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"offer {self.pk}"


class TimeOfferStateChange(StateChange):
    time_offer = models.ForeignKey(TimeOffer, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} offer {self.time_offer_id}"


class OfferAnswer(TenantModel):
    """In a group: which of the times suit one of those who were asked; none suits where the list is empty."""

    offer = models.ForeignKey(TimeOffer, on_delete=models.CASCADE, related_name="answers")
    member = models.ForeignKey(MentorshipMember, on_delete=models.CASCADE, related_name="+")
    suits = models.JSONField(_("подходит"), default=list, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["offer", "member"], name="scheduling_answer_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"answer {self.pk}"
