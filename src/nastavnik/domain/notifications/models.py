"""The outbox: written in the transaction of the cause, sent by the worker."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.notifications.enums import Channel, MessageState, Rhythm
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person


class Message(TenantModel):
    """One message to one person; `key` makes the same occasion leave once."""

    recipient = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel)
    context = models.JSONField(default=dict)
    key = models.CharField(max_length=120, null=True)  # noqa: DJ001 – NULL is "no key", many allowed
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["recipient", "channel", "key"], name="notifications_message_once"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="notifications_due")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"


class DeliveryChoice(TenantModel):
    """How often somebody wants letters; without a row not more than one a day."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="delivery_choice")
    rhythm = models.CharField(_("письма"), max_length=10, choices=Rhythm, default=Rhythm.DAILY)

    class Meta:
        constraints = [tenant_key()]

    def __str__(self) -> str:
        return f"letters of person {self.person_id}"


class QuietHours(TenantModel):
    """When an institution sends no letters; without a row from nine in the evening to eight in the morning."""

    begins = models.TimeField(_("тихо с"), default=time(21, 0))
    ends = models.TimeField(_("тихо до"), default=time(8, 0))

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["organisation"], name="notifications_quiet_once"),
        ]

    def __str__(self) -> str:
        return f"quiet {self.begins}-{self.ends}"
