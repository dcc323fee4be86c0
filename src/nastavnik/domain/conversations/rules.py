"""Who may what with conversations. Which rows at all stands in `queries.visible`."""

from typing import Any

from django.db.models import Exists, OuterRef

from nastavnik.core import clock
from nastavnik.domain.conversations.enums import ConcernState, MemberRole, RequestState, VersionState
from nastavnik.domain.conversations.models import (
    ApprovedLink,
    Channel,
    ChannelMember,
    Concern,
    HelpRequest,
    Message,
    MessageVersion,
)
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing
from nastavnik.domain.programmes.enums import ParticipationRole

OF_SIDES = (MemberRole.MENTOR, MemberRole.MENTEE, MemberRole.CONSULTANT)


def talks(user: Any) -> bool:
    """A page rule: those who take part, guardians, and the staff to whom something may be brought."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_OWN) or may(Permission.WARDS_SEE) or stands_by(user)


def takes_part(user: Any) -> bool:
    """A page rule: mentors and mentees."""
    return standing(user).may(Permission.MENTORSHIP_OWN)


def looks_after(user: Any) -> bool:
    """A page rule: who decides what may pass and answers who asks for help."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_SEE) and may(Permission.CONSENT_RECORD)


def stands_by(user: Any) -> bool:
    """A page rule: everybody who may be asked to be a second adult; the rows decide."""
    may = standing(user).may
    return may(Permission.MENTORSHIP_SEE) or may(Permission.CONSENT_RECORD)


def can_write(user: Any, channel: Channel) -> bool:
    """Who is in it now; staff who look after it may join. Who has left the pair has left its conversation."""
    mentorship = channel.mentorship
    if mentorship is not None and mentorship.state not in AT_WORK:
        return False
    if can_lead(user, channel):
        return True
    rows = ChannelMember.objects.filter(channel=channel, person__user=user, left_at__isnull=True)
    if mentorship is not None:
        open_sides = MentorshipMember.objects.filter(mentorship=mentorship, person=OuterRef("person"), ends_on=None)
        rows = rows.exclude(~Exists(open_sides), role__in=(MemberRole.MENTOR, MemberRole.MENTEE))
    return rows.exists()


def can_lead(user: Any, channel: Channel) -> bool:
    """Staff who lead the mentorships of the organisation."""
    return holds(user, Permission.MENTORSHIP_EDIT, channel.organisation_id)


def can_open(user: Any, mentorship: Mentorship) -> bool:
    """A side of the pair, or who leads it, begins the conversation while the work goes on."""
    if mentorship.state not in AT_WORK:
        return False
    sides = MentorshipMember.objects.filter(mentorship=mentorship, person__user=user, ends_on__isnull=True)
    return sides.exists() or holds(user, Permission.MENTORSHIP_EDIT, mentorship.organisation_id)


def can_edit(user: Any, message: Message) -> bool:
    """Words are corrected by their author alone."""
    return message.author.user_id == user.pk and can_write(user, message.channel)


def can_praise(user: Any, channel: Channel) -> bool:
    rows = ChannelMember.objects.filter(channel=channel, person__user=user, left_at__isnull=True)
    return (
        channel.mentorship_id is not None and rows.filter(role=MemberRole.MENTOR).exists() and can_write(user, channel)
    )


def can_decide(user: Any, version: MessageVersion) -> bool:
    """Not the author, and not one of the sides: a coordinator who mentors here lets somebody else decide."""
    if version.state != VersionState.HELD or version.message.author.user_id == user.pk:
        return False
    rows = ChannelMember.objects.filter(channel=version.message.channel_id, person__user=user, left_at__isnull=True)
    return not rows.filter(role__in=OF_SIDES).exists()


def can_withdraw(user: Any, link: ApprovedLink) -> bool:
    return holds(user, Permission.MENTORSHIP_EDIT, link.organisation_id)


def can_close(user: Any, request: HelpRequest) -> bool:
    """Who asked, or who looks after it."""
    if request.state == RequestState.CLOSED:
        return False
    return request.asker.user_id == user.pk or holds(user, Permission.MENTORSHIP_SEE, request.organisation_id)


def can_read(user: Any, concern: Concern) -> bool:
    """One of those to whom it was brought."""
    return concern.readers.filter(person__user=user).exists()


def can_settle(user: Any, concern: Concern) -> bool:
    """Who was asked and has read it."""
    read = concern.readers.filter(person__user=user, read_at__isnull=False)
    return concern.state == ConcernState.RAISED and read.exists()


def children_of_concern(user: Any, me: Person) -> list[Person]:
    """About whom the user may tell: oneself while a child, one's wards, and those whom one mentors."""
    today = clock.today()
    wards = Guardianship.objects.filter(in_force(today), guardian__user=user).values("child")
    mentored = MentorshipMember.objects.filter(
        role=ParticipationRole.MENTEE,
        ends_on__isnull=True,
        mentorship__in=MentorshipMember.objects.filter(
            person__user=user, role=ParticipationRole.MENTOR, ends_on__isnull=True
        ).values("mentorship"),
    )
    rows = Person.objects.filter(organisation=me.organisation_id, erased_on__isnull=True)
    found = rows.filter(pk__in=wards) | rows.filter(pk__in=mentored.values("person"))
    return list(found.exclude(pk=me.pk).distinct())
