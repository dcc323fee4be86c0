"""Messages. Nothing is deleted and nothing written over: an edit is another version (migration 0002 keeps it so)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nastavnik.core.models import StateChange
from nastavnik.domain.conversations.enums import MessageKind, VersionState
from nastavnik.domain.conversations.models.channel import Channel
from nastavnik.domain.conversations.states import VERSION
from nastavnik.domain.mentorships.models import Goal
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person


class Message(TenantModel):
    """Who said something where and when; the words are in its versions."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("что это"), max_length=10, choices=MessageKind, default=MessageKind.TEXT)
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("за какую цель")
    )
    sent_at = models.DateTimeField(_("когда написано"))

    class Meta:
        constraints = [tenant_key()]
        indexes = [models.Index(fields=["channel", "sent_at"], name="conversations_thread")]
        ordering = ("sent_at", "id")

    def __str__(self) -> str:
        return f"message {self.pk}"


class MessageVersion(TenantModel):
    """The words of a message as they were from `written_at` on. The other side reads a version that is
    released, from `deliver_at` on; `findings` are the codes of what the detector saw."""

    lifecycle = VERSION

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("какая версия"), default=1)
    text = models.TextField(_("слова"), max_length=4000)
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.HELD)
    findings = models.JSONField(_("почему задержано"), default=list, blank=True)
    written_at = models.DateTimeField(_("когда записано"))
    deliver_at = models.DateTimeField(_("когда доставлено"))
    announced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(fields=["message", "number"], name="conversations_version_once"),
        ]
        indexes = [models.Index(fields=["state", "deliver_at"], name="conversations_waiting")]
        ordering = ("number",)

    def __str__(self) -> str:
        return f"version {self.number} of message {self.message_id}"


class MessageVersionStateChange(StateChange):
    version_of = models.ForeignKey(MessageVersion, on_delete=models.CASCADE, related_name="state_changes")

    def __str__(self) -> str:
        return f"{self.action} version {self.version_of_id}"
