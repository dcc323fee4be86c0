"""A conversation, who takes part in it and when, and the links that pass without waiting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.conversations.enums import MemberRole
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import TenantModel, tenant_key
from nastavnik.domain.people.models import Person, User


class Channel(TenantModel):
    """The conversation of a mentorship, or one that belongs to a request for help."""

    mentorship = models.OneToOneField(
        Mentorship, on_delete=models.PROTECT, null=True, blank=True, related_name="channel"
    )
    opened_at = models.DateTimeField(_("открыта"))

    class Meta:
        constraints = [tenant_key()]
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"channel {self.pk}"


class ChannelMember(TenantModel):
    """Somebody in a conversation, for a time. While a child is in it, at least two adults are, one of them a second
    adult who is not the mentor: the triggers of migration 0002 keep it, on both engines."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("кто в переписке"), max_length=10, choices=MemberRole)
    is_child = models.BooleanField(default=False)
    joined_at = models.DateTimeField(_("с"))
    left_at = models.DateTimeField(_("по"), null=True, blank=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.CheckConstraint(
                name="conversations_member_ordered",
                condition=Q(left_at__isnull=True) | Q(left_at__gte=models.F("joined_at")),
            ),
            models.CheckConstraint(
                name="conversations_watcher_is_grown_up",
                condition=Q(is_child=False) | Q(role__in=[MemberRole.MENTOR, MemberRole.MENTEE]),
            ),
            models.UniqueConstraint(
                fields=["channel", "person"], condition=Q(left_at__isnull=True), name="conversations_member_once"
            ),
        ]
        ordering = ("id",)

    def __str__(self) -> str:
        return f"member {self.pk} of channel {self.channel_id}"


class ApprovedLink(TenantModel):
    """A link that was let through once: `address` is host and path without the scheme."""

    address = models.CharField(_("ссылка"), max_length=500)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(_("когда одобрена"))
    withdrawn_at = models.DateTimeField(_("когда убрана"), null=True)

    class Meta:
        constraints = [
            tenant_key(),
            models.UniqueConstraint(
                fields=["organisation", "address"],
                condition=Q(withdrawn_at__isnull=True),
                name="conversations_link_once",
            ),
        ]
        ordering = ("address", "id")

    def __str__(self) -> str:
        return f"approved link {self.pk}"
