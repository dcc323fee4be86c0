"""Group meetings: who may see them, who was there, who chose whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.matching.enums import GroupMeetingState
from nastavnik.domain.matching.models import Choice, GroupMeeting, Presence
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries import groups_of, values_of, with_gates
from nastavnik.domain.programmes.records import ProfileValues

INVITED = (ParticipationState.ENROLLED, ParticipationState.READY)
CHOOSING = (GroupMeetingState.OPEN, GroupMeetingState.CLOSED)
_ADULT_MENTOR = Q(role=ParticipationRole.MENTOR, is_minor=False)


@dataclass(frozen=True)
class Guest:
    """Somebody who may come, or came; `presence` is None until attendance is marked."""

    participation: Participation
    group: str
    presence: Presence | None = None

    @property
    def name(self) -> str:
        return self.participation.person.list_name

    @property
    def came(self) -> bool:
        return self.presence is not None and self.presence.came


@dataclass(frozen=True)
class Introduced:
    """One of the other side, as a reminder of who was there; no birth date, no telephone."""

    participation: Participation
    place: str
    topics: tuple[str, ...]
    interests: tuple[str, ...]

    @property
    def called(self) -> str:
        name = self.participation.person.list_name
        return f"{name}, {self.place}" if self.place else name


@dataclass(frozen=True)
class Mutual:
    """Two who named each other, with the place each gave the other."""

    mentee: Guest
    mentor: Guest
    rank_by_mentee: int
    rank_by_mentor: int


@dataclass(frozen=True)
class Named:
    """How many named somebody, and how many of them first."""

    guest: Guest
    times: int
    first: int


@dataclass(frozen=True)
class Results:
    """What coordinators see of the choices; `unnamed` was named by nobody and is for their eyes alone."""

    mutual: list[Mutual]
    mentors: list[Named]
    mentees: list[Named]
    answered: list[Guest]
    silent: list[Guest]

    @property
    def unnamed(self) -> list[Guest]:
        return [one.guest for one in (*self.mentees, *self.mentors) if not one.times]


def meetings_visible_to(user: Any) -> QuerySet[GroupMeeting]:
    """Meetings of the organisations in which the user matches, with how many came and how many have answered."""
    organisations = standing(user).organisations_where(Permission.MATCHING_RUN)
    came = Q(presences__came=True)
    return (
        GroupMeeting.objects.filter(organisation__in=organisations)
        .select_related("organisation", "module__programme")
        .annotate(
            number_came=Count("presences", filter=came),
            number_answered=Count("presences", filter=came & Q(presences__answered_at__isnull=False)),
        )
    )


def presences_visible_to(user: Any) -> QuerySet[Presence]:
    """Own ones while there is something to choose or to look at; for coordinators everybody's who came."""
    if not user.is_authenticated:
        return Presence.objects.none()
    led = Q(organisation__in=standing(user).organisations_where(Permission.MATCHING_RUN))
    own = Q(participation__person__user=user, meeting__state__in=CHOOSING)
    return Presence.objects.filter(led | own, came=True).select_related(
        "organisation", "meeting__organisation", "meeting__module__programme", "participation__person"
    )


def to_choose(user: Any) -> QuerySet[Presence]:
    """Meetings after which the user has not said yet whom they would like to work with."""
    rows = Presence.objects.filter(
        participation__person__user=user, came=True, answered_at__isnull=True, meeting__state=GroupMeetingState.OPEN
    )
    return rows.select_related("meeting", "participation").order_by("meeting__held_on", "pk")


def at_the_meeting(meeting: GroupMeeting) -> QuerySet[Participation]:
    """Who can be at the meeting: people of the module whose data may be used, and no adult without clearance among
    children."""
    agreed = _agreed(meeting)
    if _children_come(meeting):
        agreed = agreed.filter(Q(is_cleared=True) | ~_ADULT_MENTOR)
    return agreed.order_by("person__normal_name", "pk")


def guests(meeting: GroupMeeting) -> list[Guest]:
    """Everybody of the module who can come, and who came; three queries."""
    present = {row.participation_id: row for row in meeting.presences.all()}
    return _guests(meeting, list(at_the_meeting(meeting)), present)


def without_consent(meeting: GroupMeeting) -> int:
    """How many of the module are not on the list because nothing may be written about them yet."""
    everybody = Participation.objects.filter(module_id=meeting.module_id, state__in=INVITED)
    return everybody.count() - _agreed(meeting).count()


def without_clearance(meeting: GroupMeeting) -> list[Participation]:
    """Adults who are not on the list because children come and no clearance of theirs is recorded, by name."""
    if not _children_come(meeting):
        return []
    rows = _agreed(meeting).filter(_ADULT_MENTOR, is_cleared=False)  # type: ignore[misc]
    return list(rows.order_by("person__normal_name", "pk"))


def is_kept_out(presence: Presence) -> bool:
    """Somebody who came and of whom a consent or the clearance is missing now: they see nobody and name nobody."""
    return not at_the_meeting(presence.meeting).filter(pk=presence.participation_id).exists()


def _agreed(meeting: GroupMeeting) -> QuerySet[Participation]:
    rows = Participation.objects.filter(module_id=meeting.module_id, state__in=INVITED).select_related("person")
    today = clock.today(meeting.organisation.time_zone)
    return with_gates(rows, today).filter(is_agreed=True)  # type: ignore[misc]


def _children_come(meeting: GroupMeeting) -> bool:
    children = _agreed(meeting).filter(is_minor=True, role=ParticipationRole.MENTEE)  # type: ignore[misc]
    return children.exists()


def options(presence: Presence) -> list[Participation]:
    """Whom somebody can name: the other side of those who came, oneself never. Who is kept out names nobody."""
    rows = at_the_meeting(presence.meeting).exclude(role=presence.participation.role)
    came = Presence.objects.filter(meeting=presence.meeting, came=True).values("participation")
    if is_kept_out(presence):
        return []
    return list(rows.filter(pk__in=came).exclude(person_id=presence.participation.person_id))


def introduced(people: Iterable[Participation], presence: Presence) -> list[Introduced]:
    """People as the choice form names them: who they are and what they offer or ask; three queries."""
    people = list(people)
    groups = groups_of([p.person_id for p in people], presence.meeting.held_on)
    values = values_of([p.pk for p in people])
    found = []
    for p in people:
        said = values.get(p.pk, ProfileValues())
        place = groups.get(p.person_id, ("", None))[0] or p.person.post
        topics = said.competences if p.role == ParticipationRole.MENTOR else tuple(filter(None, (said.main_need,)))
        found.append(Introduced(p, place, (*topics, *(said.needs if not topics else ()))[:3], said.interests[:3]))
    return found


def choices_by(presence: Presence) -> list[int]:
    """Ids of the participations somebody named, in order."""
    rows = Choice.objects.filter(meeting_id=presence.meeting_id, chooser_id=presence.participation_id)
    return list(rows.order_by("rank").values_list("chosen_id", flat=True))


def results(meeting: GroupMeeting) -> Results:
    """Who named whom, added up; the same number of queries whatever the number of people."""
    came = [guest for guest in guests(meeting) if guest.came]
    by_id = {guest.participation.pk: guest for guest in came}
    ranks = {(c.chooser_id, c.chosen_id): c.rank for c in meeting.choices.all() if c.chosen_id in by_id}
    times = Counter(chosen for _chooser, chosen in ranks)
    first = Counter(chosen for (_chooser, chosen), rank in ranks.items() if rank == 1)
    named = [Named(guest, times[pk], first[pk]) for pk, guest in by_id.items()]
    named.sort(key=lambda one: (-one.times, -one.first, one.guest.participation.person.normal_name))
    return Results(
        mutual=_mutual(by_id, ranks),
        mentors=[one for one in named if one.guest.participation.role == ParticipationRole.MENTOR],
        mentees=[one for one in named if one.guest.participation.role == ParticipationRole.MENTEE],
        answered=[guest for guest in came if guest.presence and guest.presence.answered_at],
        silent=[guest for guest in came if guest.presence and not guest.presence.answered_at],
    )


def mutual_pairs(module: Module) -> frozenset[tuple[str, str]]:
    """(key of the mentee, key of the mentor) of two who named each other at a meeting whose choices are closed."""
    rows = _closed(module).values_list("meeting_id", "chooser_id", "chosen_id", "chooser__role")
    said = {(meeting, chooser, chosen): role for meeting, chooser, chosen, role in rows}
    return frozenset(
        (str(chooser), str(chosen))
        for (meeting, chooser, chosen), role in said.items()
        if role == ParticipationRole.MENTEE and (meeting, chosen, chooser) in said
    )


def choices_of(module: Module) -> dict[tuple[str, str], int]:
    """(key of who chose, key of the chosen) → the best place given, of meetings whose choices are closed."""
    rows = _closed(module).order_by("-rank").values_list("chooser_id", "chosen_id", "rank")
    return {(str(chooser), str(chosen)): rank for chooser, chosen, rank in rows}


def _closed(module: Module) -> QuerySet[Choice]:
    return Choice.objects.filter(meeting__module=module, meeting__state=GroupMeetingState.CLOSED)


def _mutual(by_id: dict[int, Guest], ranks: dict[tuple[int, int], int]) -> list[Mutual]:
    found = [
        Mutual(by_id[mentee], by_id[mentor], rank, ranks[mentor, mentee])
        for (mentee, mentor), rank in ranks.items()
        if mentee in by_id
        and by_id[mentee].participation.role == ParticipationRole.MENTEE
        and (mentor, mentee) in ranks
    ]
    return sorted(found, key=lambda m: (m.rank_by_mentee + m.rank_by_mentor, m.mentee.name, m.mentor.name))


def _guests(meeting: GroupMeeting, people: Iterable[Participation], present: dict[int, Presence]) -> list[Guest]:
    people = list(people)
    groups = groups_of([p.person_id for p in people], meeting.held_on)
    return [Guest(p, groups.get(p.person_id, ("", None))[0], present.get(p.pk)) for p in people]
