"""When the people of a mentorship are free: what they said, the school's lessons, what is planned already."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.models import ParticipationProfile
from nastavnik.domain.scheduling import free
from nastavnik.domain.scheduling.models import LessonHours

LOOK_AHEAD_DAYS = 28
MOST = 8
USUAL_MINUTES = 60


@dataclass(frozen=True)
class Proposal:
    """Times that suit everybody. `unsaid`: whose free time nobody knows, so that theirs is a guess."""

    times: tuple[datetime, ...]
    unsaid: tuple[Person, ...]


def propose(mentorship: Mentorship, *, minutes: int = USUAL_MINUTES, most: int = MOST) -> Proposal:
    """The earliest times at which everybody of the mentorship is free, on days without holiday and pause."""
    here = ZoneInfo(mentorship.organisation.time_zone)
    now = clock.now().astimezone(here).replace(tzinfo=None)
    last = now.date() + timedelta(days=LOOK_AHEAD_DAYS)
    members = present(mentorship)
    calendars = _calendars(mentorship, members, now.date(), last)
    found = free.times(
        list(calendars.values()),
        # Nobody is asked to come within two hours.
        after=now + timedelta(hours=2),
        days=LOOK_AHEAD_DAYS,
        minutes=minutes,
        closed=closed_days(mentorship, now.date(), last),
        most=most,
    )
    unsaid = tuple(member.person for member in members if calendars[member.person_id].weekly is None)
    return Proposal(tuple(found), unsaid)


def present(mentorship: Mentorship) -> list[MentorshipMember]:
    """Who is in it now, mentors first, persons loaded."""
    rows = mentorship.members.filter(ends_on__isnull=True, person__erased_on__isnull=True)
    return sorted(rows.select_related("person"), key=lambda row: (row.role != "mentor", row.pk))


def closed_days(mentorship: Mentorship, first: date, last: date) -> Callable[[date], bool]:
    """Holidays of the organisation and pauses of the mentorship between the two days; two queries."""
    holidays = Holiday.objects.filter(organisation=mentorship.organisation_id, starts_on__lte=last)
    spans = [(starts, ends or starts) for starts, ends in holidays.values_list("starts_on", "ends_on")]
    pauses = mentorship.pauses.filter(starts_on__lte=last).values_list("starts_on", "ends_on")
    spans += [(starts, ends or last) for starts, ends in pauses]
    closed = {
        begin + timedelta(days=number)
        for starts, ends in spans
        if (begin := max(starts, first)) <= (end := min(ends, last))
        for number in range((end - begin).days + 1)
    }
    return closed.__contains__


def busy_person(
    mentorship: Mentorship, day: date, begins_at: datetime, minutes: int, *, but: Collection[int] = ()
) -> Person | None:
    """Whoever of the mentorship is at another meeting at that time; meetings with the ids `but` do not count."""
    members = present(mentorship)
    taken = _taken([member.person_id for member in members], day, day, but=but)
    start = begins_at.hour * 60 + begins_at.minute
    for member in members:
        if any(start < end and begin < start + minutes for begin, end in taken[member.person_id].get(day, ())):
            return member.person
    return None


def _calendars(
    mentorship: Mentorship, members: Iterable[MentorshipMember], first: date, last: date
) -> dict[int, free.Calendar]:
    members = list(members)
    persons = [member.person_id for member in members]
    rows = ParticipationProfile.objects.filter(participation__in=[member.participation_id for member in members])
    said = dict(rows.values_list("participation_id", "free_time"))
    lessons, taken = _lessons(mentorship.organisation_id, persons, first), _taken(persons, first, last)
    return {
        member.person_id: free.Calendar(
            _weekly(said.get(member.participation_id)), lessons[member.person_id], taken[member.person_id]
        )
        for member in members
    }


def _weekly(rows: list[list[int]] | None) -> tuple[free.Interval, ...] | None:
    return tuple((day, start, end) for day, start, end in rows) if rows else None


def _lessons(organisation: int, persons: Collection[int], on: date) -> dict[int, tuple[free.Interval, ...]]:
    """Person id → hours of the week at lessons: those of the study group, or else those of all groups."""
    enrolled = Enrolment.objects.filter(in_force(on), person__in=persons).values_list("person_id", "study_group_id")
    groups: dict[int, set[int]] = defaultdict(set)
    for person, group in enrolled:
        groups[person].add(group)
    wanted = Q(study_group__isnull=True) | Q(study_group__in={one for held in groups.values() for one in held})
    hours: dict[int | None, dict[int, free.Span]] = defaultdict(dict)
    for row in LessonHours.objects.filter(wanted, organisation=organisation):
        hours[row.study_group_id][row.weekday] = (row.start_minute, row.end_minute)
    found: dict[int, tuple[free.Interval, ...]] = defaultdict(tuple)
    for person, held in groups.items():
        week = dict(hours[None])
        for group in held:
            week |= hours[group]
        found[person] = tuple((day, *span) for day, span in week.items())
    return found


def _taken(
    persons: Collection[int], first: date, last: date, *, but: Collection[int] = ()
) -> dict[int, dict[date, list[free.Span]]]:
    """Person id → day → spans of planned meetings, in whatever mentorship."""
    rows = MentorshipMember.objects.filter(
        person__in=persons,
        ends_on__isnull=True,
        mentorship__meetings__state=MeetingState.PLANNED,
        mentorship__meetings__happens_on__range=(first, last),
        mentorship__meetings__begins_at__isnull=False,
    )
    found: dict[int, dict[date, list[free.Span]]] = defaultdict(lambda: defaultdict(list))
    fields = ("person_id", *(f"mentorship__meetings__{name}" for name in ("pk", "happens_on", "begins_at", "minutes")))
    for person, pk, day, begins_at, minutes in rows.values_list(*fields):
        if pk not in but:
            start = begins_at.hour * 60 + begins_at.minute
            found[person][day].append((start, start + (minutes or USUAL_MINUTES)))
    return found
