"""The outbox: written in the transaction of the cause, sent by the worker."""

from django.db import models

from nastavnik.core import clock
from nastavnik.domain.notifications.enums import Channel, MessageState
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
