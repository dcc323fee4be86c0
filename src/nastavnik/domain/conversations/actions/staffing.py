"""Who is in a conversation. While a child is in it, two adults are, one of them not the mentor.

The order matters: adults come before the child and go after it, so that the rule of the database holds at every row.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.conversations.enums import MemberRole, RequestKind
from nastavnik.domain.conversations.errors import ChannelShut, SecondAdultMissing
from nastavnik.domain.conversations.models import Channel, ChannelMember, HelpRequest
from nastavnik.domain.conversations.queries.office import adults_missing, in_office, paired_with, second_adults
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import minor_on
from nastavnik.domain.programmes.enums import ParticipationRole

SIDES = (MemberRole.MENTOR, MemberRole.MENTEE)
Wanted = dict[int, str]  # person id → role


@transaction.atomic
def open_channel(mentorship: Mentorship, *, by: Any) -> Channel:
    """The conversation of a working mentorship, made when first wanted. Raises ChannelShut, SecondAdultMissing."""
    if mentorship.state not in AT_WORK:
        raise ChannelShut
    channel, is_new = Channel.objects.get_or_create(
        mentorship=mentorship, defaults={"organisation": mentorship.organisation, "opened_at": clock.now()}
    )
    if is_new:
        audit.record("channel.open", channel, by=by)
    attend(channel, by=by)
    return channel


@transaction.atomic
def open_aside(organisation: Organisation, people: Wanted, *, by: Any) -> Channel:
    """A conversation of its own: of a request for help."""
    channel = Channel.objects.create(organisation=organisation, opened_at=clock.now())
    audit.record("channel.open", channel, by=by)
    _settle(channel, people, by=by)
    return channel


@transaction.atomic
def attend(channel: Channel, *, by: Any = None) -> list[ChannelMember]:
    """Bring the members up to today: sides as the mentorship has them, adults who are in office, children who came of
    age counted as adults. Returns who is in it. Raises SecondAdultMissing; nothing is changed then."""
    channel = (
        Channel.objects.select_for_update(of=("self",)).select_related("organisation", "mentorship").get(pk=channel.pk)
    )
    return _settle(channel, _sides(channel), by=by)


@transaction.atomic
def shut(channel: Channel, *, by: Any = None) -> None:
    """Children leave: nobody writes here until somebody else reads it."""
    rows = ChannelMember.objects.filter(channel=channel, left_at__isnull=True, is_child=True)
    if rows.update(left_at=clock.now()):
        audit.record("channel.shut", channel, by=by, fields=["members"])


@transaction.atomic
def leave_everywhere(person: Person, *, by: Any) -> None:
    """Out of every conversation: the data of the person are about to be erased."""
    open_rows = ChannelMember.objects.filter(person=person, left_at__isnull=True).select_related(
        "channel__organisation", "channel__mentorship"
    )
    for member in open_rows:
        channel = member.channel
        try:
            _settle(channel, {k: v for k, v in _sides(channel).items() if k != person.pk}, by=by, gone={person.pk})
        except SecondAdultMissing:
            shut(channel, by=by)
            ChannelMember.objects.filter(pk=member.pk).update(left_at=clock.now())


@transaction.atomic
def watch(channel: Channel, person: Person, *, by: Any) -> None:
    """Somebody in office joins as a second adult."""
    if not ChannelMember.objects.filter(channel=channel, person=person, left_at__isnull=True).exists():
        _join(channel, [person], {person.pk: MemberRole.WATCHER}, children=set(), by=by)


@transaction.atomic
def admit_side(channel: Channel, person: Person, role: str, *, by: Any) -> None:
    """A grown-up joins a conversation: a mentor who answers a question, a consultant who was called in."""
    minors = _minors([person.pk], clock.today(channel.organisation.time_zone))
    if not ChannelMember.objects.filter(channel=channel, person=person, left_at__isnull=True).exists():
        _join(channel, [person], {person.pk: role}, children=minors, by=by)
    attend(channel, by=by)


def _sides(channel: Channel) -> Wanted:
    """Who of the two sides belongs in it now."""
    mentorship = channel.mentorship
    if mentorship is None:
        rows = channel.members.filter(left_at__isnull=True, role__in=SIDES, person__erased_on__isnull=True)
        return dict(rows.values_list("person_id", "role"))
    if mentorship.state not in AT_WORK:
        return {}
    members = mentorship.members.filter(ends_on__isnull=True, person__erased_on__isnull=True)
    return {
        person: MemberRole.MENTOR if role == ParticipationRole.MENTOR else MemberRole.MENTEE
        for person, role in members.values_list("person_id", "role")
    }


def _settle(channel: Channel, sides: Wanted, *, by: Any, gone: Collection[int] = ()) -> list[ChannelMember]:
    today = clock.today(channel.organisation.time_zone)
    present = list(channel.members.filter(left_at__isnull=True).select_related("person"))
    minors = _minors([*sides, *(m.person_id for m in present)], today)
    gone = {*gone, *_kept_away(channel)}
    staff = set(in_office(channel.organisation_id, today).values_list("pk", flat=True)) - gone
    stays = [m for m in present if _stays(m, sides, minors, staff)]
    kept = {m.person_id for m in stays}
    coming = {person: role for person, role in sides.items() if person not in kept}
    has_child = any(person in minors for person in sides)
    coming |= _watchers(channel, stays, sides, minors, today, gone) if has_child else {}
    going = [m for m in present if m not in stays]
    if not coming and not going:
        return present
    again = {m.person_id for m in going if not m.is_child and m.person_id in coming}
    if again:  # somebody goes on in another role: children step aside until everybody stands
        aside = [m for m in stays if m.is_child]
        going, coming = [*going, *aside], coming | {m.person_id: m.role for m in aside}
    people = Person.objects.in_bulk(coming)
    adults = [people[pk] for pk in coming if pk not in minors]
    _leave([m for m in going if m.is_child], channel, by)
    _join(channel, [p for p in adults if p.pk not in again], coming, children=minors, by=by)
    _leave([m for m in going if not m.is_child], channel, by)
    _join(channel, [p for p in adults if p.pk in again], coming, children=minors, by=by)
    _join(channel, [people[pk] for pk in coming if pk in minors], coming, children=minors, by=by)
    return list(channel.members.filter(left_at__isnull=True).select_related("person"))


def _kept_away(channel: Channel) -> set[int]:
    """From «нужна помощь» everybody of the asker's pair, whatever office they hold; of other conversations nobody."""
    if channel.mentorship_id is not None:
        return set()
    askers = HelpRequest.objects.filter(channel=channel, kind=RequestKind.HELP).values_list("asker", flat=True)
    found = list(askers)
    return set(paired_with(found).values_list("person", flat=True)) if found else set()


def _stays(member: ChannelMember, sides: Wanted, minors: set[int], staff: set[int]) -> bool:
    person = member.person_id
    if member.is_child != (person in minors):  # came of age, or the birth date was corrected
        return False
    if member.role in SIDES:
        return sides.get(person) == member.role
    return person in staff and person not in sides


def _watchers(
    channel: Channel, stays: list[ChannelMember], sides: Wanted, minors: set[int], on: date, gone: Collection[int]
) -> Wanted:
    """The second adults who are missing: one at least, and as many as make two adults."""
    standing = {m.person_id for m in stays if m.role in (MemberRole.WATCHER, MemberRole.CONSULTANT)}
    watching = MemberRole.WATCHER in {*(m.role for m in stays), *sides.values()}
    adults = len(standing) + len([person for person in sides if person not in minors])
    missing = adults_missing(adults, is_watched=watching)
    if not missing:
        return {}
    found = second_adults(channel.organisation_id, on, without={*standing, *sides, *gone})
    if len(found) < missing:
        raise SecondAdultMissing
    return {person.pk: str(MemberRole.WATCHER) for person in found[:missing]}


def _minors(persons: Collection[int], on: date) -> set[int]:
    return set(Person.objects.filter(minor_on(on), pk__in=persons).values_list("pk", flat=True))


def _join(channel: Channel, people: Collection[Person], roles: Wanted, *, children: set[int], by: Any) -> None:
    for person in people:
        ChannelMember.objects.create(
            organisation_id=channel.organisation_id,
            channel=channel,
            person=person,
            role=roles[person.pk],
            is_child=person.pk in children,
            joined_at=clock.now(),
        )
    if people:
        audit.record("channel.join", channel, by=by, fields=["members"])


def _leave(members: Collection[ChannelMember], channel: Channel, by: Any) -> None:
    for member in members:
        ChannelMember.objects.filter(pk=member.pk).update(left_at=max(clock.now(), member.joined_at))
    if members:
        audit.record("channel.leave", channel, by=by, fields=["members"])
