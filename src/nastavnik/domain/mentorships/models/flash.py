"""One short meeting that a mentor offers and a mentee takes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.mentorships.enums import FlashState
from nastavnik.domain.mentorships.models.mentorship import Mentorship
from nastavnik.domain.mentorships.states import FLASH_SLOT
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.programmes.models import Module, Participation


class FlashSlot(TenantModel):
    """When, about what, with whom. The booking is a mentorship of its own, so consents and clearance hold for it."""

    lifecycle = FLASH_SLOT

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="flash_slots")
    mentor = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="flash_slots")
    state = models.CharField(max_length=20, choices=FlashState, default=FlashState.OPEN)
    topic = models.CharField(_("о чём"), max_length=200)
    happens_on = models.DateField(_("день"))
    begins_at = models.TimeField(_("начало"))
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), default=30, validators=[MinValueValidator(5), MaxValueValidator(240)]
    )
    place = models.CharField(_("где"), max_length=200, blank=True)
    mentorship = models.OneToOneField(
        Mentorship, on_delete=models.PROTECT, null=True, blank=True, related_name="flash_slot"
    )
    thanks = models.CharField(_("спасибо"), max_length=500, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="mentorships_flash_taken_has_pair",
                condition=Q(mentorship__isnull=False) | ~Q(state__in=[FlashState.BOOKED, FlashState.HELD]),
            ),
        ]
        ordering = ("happens_on", "begins_at", "id")

    def __str__(self) -> str:
        return self.topic


class FlashSlotStateChange(StateChange):
    flash_slot = models.ForeignKey(FlashSlot, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} flash slot {self.flash_slot_id}"
