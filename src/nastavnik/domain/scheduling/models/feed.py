"""Calendars that leave the house: a private address for each person, and what was sent by letter."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person
from nastavnik.domain.scheduling.models.series import MeetingSeries


class CalendarFeed(TenantModel):
    """A private address. The database keeps a digest of it; the address itself needs the key of the installation."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="calendar_feeds")
    nonce = models.CharField(max_length=40, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(_("выдан"), default=clock.now)
    revoked_at = models.DateTimeField(_("закрыт"), null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at__isnull=True), name="scheduling_one_feed_a_person"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"feed {self.pk}"


class Invitation(TenantModel):
    """What somebody was last told of a meeting or of a series: `told` maps a day to a digest of its facts."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, related_name="+")
    series = models.ForeignKey(MeetingSeries, on_delete=models.CASCADE, null=True, related_name="+")
    told = models.JSONField(default=dict)
    at = models.DateTimeField(_("когда"), default=clock.now)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="scheduling_invitation_to_one_thing",
                condition=Q(meeting__isnull=True, series__isnull=False) | Q(meeting__isnull=False, series__isnull=True),
            ),
            models.UniqueConstraint(fields=["person", "meeting"], name="scheduling_invited_once"),
            models.UniqueConstraint(fields=["person", "series"], name="scheduling_invited_to_series_once"),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"invitation {self.pk}"
