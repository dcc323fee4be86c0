"""Who deserves what, by facts: nobody is thanked for being liked. Counted from rows, each shown beside the name."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from nastavnik.domain.achievements.enums import AchievementState
from nastavnik.domain.achievements.models import Achievement, SharingAuthor
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import Extension, Meeting, MentorshipMember
from nastavnik.domain.mentorships.models.changing import year_of
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation, Programme


@dataclass(frozen=True)
class Facts:
    """Of one participation in a period. `years` are academic years with a begun pair, in all programmes of the
    institution until the end of the period; `achieved` are own ones of a mentee, those of the mentees of a mentor."""

    completed: int = 0
    extended: int = 0
    meetings: int = 0
    achieved: int = 0
    shared: int = 0
    years: int = 0

    @property
    def is_any(self) -> bool:
        """Years alone are no merit of this period."""
        return bool(self.completed or self.extended or self.achieved or self.shared)


@dataclass(frozen=True)
class Deserving:
    """`members` are ids of completed memberships of the period: what a certificate is given for."""

    participation: Participation
    facts: Facts
    members: tuple[int, ...]


def deserving(programme: Programme, since: date, until: date, on: date) -> list[Deserving]:
    """Participants of the programme with a fact in the period and with data that may be used on the day `on`; mentors
    first, by name. Seven queries whatever the number."""
    rows = Participation.objects.filter(processable(on, "person__"), module__programme=programme)
    people = list(rows.select_related("person", "module").order_by("-role", "person__normal_name", "pk"))
    memberships = _memberships(programme, until)
    counted = _counted(programme, since, until)
    years = _years([one.person_id for one in people], until)
    found = []
    for one in people:
        mine = memberships.get(one.pk, [])
        ended = [row for row in mine if _completed(row, since, until)]
        pairs = {row.mentorship_id for row in mine}
        facts = Facts(
            completed=len(ended),
            extended=sum(counted["extended"][pair] for pair in pairs),
            meetings=sum(counted["meetings"][pair] for pair in pairs),
            achieved=_achieved(one, pairs, counted),
            shared=counted["shared"][one.person_id] if one.role == ParticipationRole.MENTOR else 0,
            years=len(years.get((one.person_id, one.role), ())),
        )
        if facts.is_any:
            found.append(Deserving(one, facts, tuple(row.pk for row in ended)))
    return sorted(found, key=lambda row: row.participation.role != ParticipationRole.MENTOR)


def _memberships(programme: Programme, until: date) -> dict[int, list[MentorshipMember]]:
    """Participation → begun memberships that were not left."""
    rows = MentorshipMember.objects.filter(
        mentorship__module__programme=programme, mentorship__started_on__lte=until, has_left=False
    )
    found: dict[int, list[MentorshipMember]] = defaultdict(list)
    for row in rows.select_related("mentorship").order_by("pk"):
        found[row.participation_id].append(row)
    return found


def _completed(row: MentorshipMember, since: date, until: date) -> bool:
    pair = row.mentorship
    if pair.state != MentorshipState.COMPLETED or pair.ended_on is None or not since <= pair.ended_on <= until:
        return False
    return row.ends_on is None or row.ends_on >= pair.ended_on


def _counted(programme: Programme, since: date, until: date) -> dict[str, Counter[Any]]:
    """What is counted once for all: extensions and meetings by pair, achievements by pair and person, sharing by
    person."""
    of_programme = Q(mentorship__module__programme=programme)
    zone = ZoneInfo(programme.organisation.time_zone)  # an extension of the evening belongs to the day of the school
    begins, ends = (datetime.combine(day, time(), zone) for day in (since, until + timedelta(days=1)))
    extended = Extension.objects.filter(of_programme, counted_year__isnull=False, at__gte=begins, at__lt=ends)
    held = Meeting.objects.filter(of_programme, state=MeetingState.HELD, happens_on__range=(since, until))
    reached = Achievement.objects.filter(
        of_programme, state=AchievementState.CONFIRMED, happened_on__range=(since, until)
    )
    shared = SharingAuthor.objects.filter(sharing__programme=programme, sharing__happened_on__range=(since, until))
    return {
        "extended": Counter(extended.values_list("mentorship_id", flat=True)),
        "meetings": Counter(held.order_by().values_list("mentorship_id", flat=True)),
        "achieved": Counter(reached.order_by().values_list("mentorship_id", "person_id")),
        "shared": Counter(shared.order_by().values_list("person_id", flat=True)),
    }


def _achieved(one: Participation, pairs: set[int], counted: dict[str, Counter[Any]]) -> int:
    """A mentor is credited with those of others, a mentee with the own."""
    is_mentor = one.role == ParticipationRole.MENTOR
    return sum(
        number
        for (pair, person), number in counted["achieved"].items()
        if pair in pairs and (person != one.person_id) == is_mentor
    )


def _years(persons: list[int], until: date) -> dict[tuple[int, str], set[int]]:
    """(person, role) → academic years in which a pair worked."""
    rows: QuerySet[MentorshipMember, Any] = MentorshipMember.objects.filter(
        person__in=persons, mentorship__started_on__lte=until, has_left=False
    )
    found: dict[tuple[int, str], set[int]] = defaultdict(set)
    for person, role, first, last in rows.values_list(
        "person_id", "role", "mentorship__started_on", "mentorship__ended_on"
    ):
        years = range(year_of(first), year_of(min(last or until, until)) + 1)
        found[person, role].update(years)
    return found
