"""Letters about messages: that something waits, never what. At night they wait for the morning."""

from django.db import transaction

from nastavnik.core import clock
from nastavnik.domain.conversations.enums import MemberRole, VersionState
from nastavnik.domain.conversations.models import MessageVersion
from nastavnik.domain.notifications.actions import notify


@transaction.atomic
def announce(version: MessageVersion) -> None:
    """Tell the other side when the words may reach it, second adults when somebody has to decide; once a day each."""
    day = clock.today(version.message.channel.organisation.time_zone)
    members = version.message.channel.members.filter(left_at__isnull=True).select_related("person")
    others = members.exclude(person=version.message.author_id)
    key = f"{version.message.channel_id}:{day}"
    if version.state == VersionState.HELD:
        for member in others.filter(role=MemberRole.WATCHER):
            notify("message_held", to=member.person, key=f"message_held:{key}")
    if version.state != VersionState.RELEASED or version.deliver_at > clock.now():
        return
    MessageVersion.objects.filter(pk=version.pk).update(announced_at=clock.now())
    for member in others.exclude(role=MemberRole.WATCHER):
        notify("message_waits", to=member.person, key=f"message_waits:{key}")
