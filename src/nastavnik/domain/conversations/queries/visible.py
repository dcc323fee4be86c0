"""The one door to conversations, requests and concerns."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.conversations.enums import MemberRole, RequestKind, RequestState, VersionState
from nastavnik.domain.conversations.models import (
    ApprovedLink,
    Channel,
    ChannelMember,
    Concern,
    HelpRequest,
    Message,
    MessageVersion,
)
from nastavnik.domain.conversations.queries.office import paired_with
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import ward_ids
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.visible import PRESENT


def looked_after_by(user: Any) -> frozenset[int]:
    """Organisations in which the user looks after conversations: coordinators and psychologists."""
    held = standing(user)
    return held.organisations_where(Permission.MENTORSHIP_SEE) & held.organisations_where(Permission.CONSENT_RECORD)


def visible_to(user: Any) -> QuerySet[Channel]:
    """Who looks after conversations and second adults: all of theirs. Those who take part: while every other child in
    it may be shown; guardians: where their own child is the only one in it (docs/decisions/0024). «Нужна помощь» is
    read by the child and the staff, not at home and not by anybody of the asker's pair."""
    if not user.is_authenticated:
        return Channel.objects.none()
    members = ChannelMember.objects.filter(channel=OuterRef("pk"))
    watches = members.filter(person__user=user, role=MemberRole.WATCHER, left_at__isnull=True)
    wards = ward_ids(user)
    mine, theirs = members.filter(person__user=user), members.filter(person__in=wards, is_child=True)
    help_asked = HelpRequest.objects.filter(channel=OuterRef("pk"), kind=RequestKind.HELP)
    others = members.exclude(person__user=user).exclude(person__in=wards)
    of_ward_alone = Q(Exists(theirs)) & ~Q(Exists(help_asked)) & ~Q(Exists(others.filter(is_child=True)))
    close = Q(Exists(mine)) | of_ward_alone
    rows = (
        Q(organisation__in=looked_after_by(user)) | Q(Exists(watches)) | (close & ~Q(Exists(not_to_be_shown(others))))
    )
    found = Channel.objects.filter(rows, ~Q(Exists(help_of_partner(user))))
    return found.select_related("organisation", "mentorship__module__programme")


def help_of_partner(user: Any, channel: str = "pk") -> QuerySet[HelpRequest]:
    """«Нужна помощь» of somebody who is or was in one pair with the user, by the channel of the outer row: the user
    does not read it, whatever office the user holds."""
    return HelpRequest.objects.filter(
        channel=OuterRef(channel), kind=RequestKind.HELP, asker__in=partners_of_user(user)
    )


def partners_of_user(user: Any) -> QuerySet[Any, Any]:
    """Ids of everybody who is or was in one pair with the user."""
    return paired_with(Person.objects.filter(user=user).values("pk"))


def not_to_be_shown(members: QuerySet[ChannelMember]) -> QuerySet[ChannelMember]:
    """Children whose consent is missing today."""
    shown = Person.objects.filter(processable_today(), pk=OuterRef("person_id"))
    return members.filter(~Exists(shown), is_child=True, person__erased_on__isnull=True)


def messages_visible_to(user: Any) -> QuerySet[Message]:
    """One's own, and in conversations one looks after all; what others read is made of versions (`thread`)."""
    rows = Message.objects.filter(channel__in=visible_to(user).values("pk"))
    watched = rows.filter(_watched(user, "channel"))
    return (watched | rows.filter(author__user=user)).select_related(
        "organisation", "author", "channel__mentorship", "channel__organisation"
    )


def held_visible_to(user: Any) -> QuerySet[MessageVersion]:
    """Messages that wait in conversations the user looks after or is the second adult of; not one's own."""
    rows = MessageVersion.objects.filter(_watched(user, "message__channel"), state=VersionState.HELD)
    return (
        rows.exclude(message__author__user=user)
        .select_related("organisation", "message__author", "message__channel__mentorship", "message__channel")
        .order_by("written_at", "id")
    )


def _watched(user: Any, channel: str) -> Q:
    watches = ChannelMember.objects.filter(
        channel=OuterRef(channel), person__user=user, role=MemberRole.WATCHER, left_at__isnull=True
    )
    looks_after = Q(organisation__in=looked_after_by(user)) | Q(Exists(watches))
    return looks_after & ~Q(Exists(help_of_partner(user, channel)))


def requests_visible_to(user: Any) -> QuerySet[HelpRequest]:
    """Requests of conversations one sees."""
    rows = HelpRequest.objects.filter(channel__in=visible_to(user).values("pk"))
    return rows.select_related("organisation", "asker", "answered_by", "channel", "module__programme", "mentorship")


def questions_for(user: Any) -> QuerySet[HelpRequest]:
    """Open questions of mentees to the mentors of modules in which the user is one, from outside as well; only such
    whose words may already be read and whose asker may be shown today."""
    if not user.is_authenticated:
        return HelpRequest.objects.none()
    modules = Participation.objects.filter(person__user=user, role=ParticipationRole.MENTOR, state__in=PRESENT).values(
        "module"
    )
    read = MessageVersion.objects.filter(
        message__channel=OuterRef("channel"), state=VersionState.RELEASED, deliver_at__lte=clock.now()
    )
    rows = HelpRequest.objects.filter(
        Exists(read), kind=RequestKind.QUESTION, state=RequestState.OPEN, module__in=modules
    )
    shown = Person.objects.filter(processable_today(), pk=OuterRef("asker"))
    rows = rows.filter(Exists(shown)).exclude(asker__user=user)
    return rows.select_related("organisation", "asker", "channel", "module__programme").order_by("asked_at", "id")


def concerns_visible_to(user: Any) -> QuerySet[Concern]:
    """Its author and the adults to whom it was brought, unless they have come into one pair with the child since.
    Nobody else, whatever their role."""
    if not user.is_authenticated:
        return Concern.objects.none()
    brought = Q(readers__person__user=user) & ~Q(child__in=partners_of_user(user))
    rows = Concern.objects.filter(Q(author__user=user) | brought).distinct()
    return rows.select_related("organisation", "author", "child", "subject")


def links_visible_to(user: Any) -> QuerySet[ApprovedLink]:
    rows = ApprovedLink.objects.filter(organisation__in=looked_after_by(user), withdrawn_at__isnull=True)
    return rows.select_related("organisation", "approved_by")
