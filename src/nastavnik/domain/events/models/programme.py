"""What happens at an event point by point, and guests from outside."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.events.enums import GuestRole
from nastavnik.domain.events.models.event import Event
from nastavnik.domain.organisations.models import Partner, TenantModel, tenant_key


class ProgrammePoint(TenantModel):
    """A point of the programme of the event; its hour follows from those before it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="points")
    place = models.PositiveSmallIntegerField(_("номер"))
    minutes = models.PositiveSmallIntegerField(
        _("сколько минут"), validators=[MinValueValidator(1), MaxValueValidator(720)]
    )
    title = models.CharField(_("что будет"), max_length=200)
    who = models.CharField(_("кто ведёт"), max_length=200, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["event", "place"], name="events_point_once"),
            models.CheckConstraint(name="events_point_minutes", condition=Q(minutes__gte=1, minutes__lte=720)),
        ]
        ordering = ("place",)

    def __str__(self) -> str:
        return self.title


class OutsideGuest(TenantModel):
    """Somebody who is no person of the institution; the name is kept for a month after the event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="outside_guests")
    role = models.CharField(_("кто это"), max_length=10, choices=GuestRole)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("имя и должность"), max_length=200, blank=True)
    came = models.BooleanField(_("на месте"), default=False)

    class Meta:
        constraints = [tenant_key()]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"guest {self.pk}"
