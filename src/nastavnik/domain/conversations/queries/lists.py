"""What lists and choices are made of."""

from collections.abc import Sequence

from django.db.models import Max, Prefetch, QuerySet

from nastavnik.core import clock
from nastavnik.domain.conversations.enums import VersionState
from nastavnik.domain.conversations.models import Channel, ChannelMember, HelpRequest, MessageVersion
from nastavnik.domain.conversations.queries.office import in_office
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import cleared
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.programmes.queries.visible import PRESENT


def listed(channels: QuerySet[Channel]) -> QuerySet[Channel]:
    """With `last_at`, when something was last written, and `open_members` with their persons; two queries."""
    members = ChannelMember.objects.filter(left_at__isnull=True).select_related("person")
    rows = channels.annotate(last_at=Max("messages__sent_at")).order_by("-last_at", "-id")
    return rows.prefetch_related(Prefetch("members", queryset=members, to_attr="open_members"), "requests")


def modules_to_ask(person: Person) -> QuerySet[Module]:
    """Modules in which the person is a mentee and others are mentors: there a question finds somebody."""
    mine = person.participations.filter(role=ParticipationRole.MENTEE, state__in=PRESENT)
    rows = Module.objects.filter(pk__in=mine.values("module"), participations__role=ParticipationRole.MENTOR)
    return rows.select_related("programme").distinct().order_by("pk")


def words_of(request: HelpRequest) -> str:
    """What was asked, as it may be read by now."""
    rows = MessageVersion.objects.filter(
        message__channel=request.channel_id,
        message__author=request.asker_id,
        state=VersionState.RELEASED,
        deliver_at__lte=clock.now(),
    )
    last = rows.order_by("message", "-number").first()
    return last.text if last else ""


def consultants_for(channel: Channel) -> list[Person]:
    """Staff with a clearance who are not in the conversation yet."""
    today = clock.today(channel.organisation.time_zone)
    inside = channel.members.filter(left_at__isnull=True).exclude(role="watcher").values("person")
    return list(in_office(channel.organisation_id, today).filter(cleared(today)).exclude(pk__in=inside))


def around(person: Person | None, children: Sequence[Person]) -> list[Person]:
    """Who works together with these children: of whom one may say «из-за него»."""
    persons = [person.pk] if person else [child.pk for child in children]
    pairs = MentorshipMember.objects.filter(person__in=persons, ends_on__isnull=True).values("mentorship")
    rows = Person.objects.filter(memberships__mentorship__in=pairs, erased_on__isnull=True)
    return list(rows.exclude(pk__in=persons).distinct())
