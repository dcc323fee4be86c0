"""What a person's calendar holds: meetings of their own and of wards, by first names, none of a child whose consent
is gone. A constant number of queries."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Meeting, Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import hidden_for_consent
from nastavnik.domain.people.models import Person
from nastavnik.domain.scheduling.free import days_of_series
from nastavnik.domain.scheduling.ics import Entry, Repeat
from nastavnik.domain.scheduling.models import MeetingSeries, Occurrence
from nastavnik.domain.scheduling.queries.free import USUAL_MINUTES
from nastavnik.domain.scheduling.queries.visible import wards_of
from nastavnik.domain.scheduling.words import called, listed, without_surnames

PAST, AHEAD = timedelta(days=370), timedelta(days=400)
SHORT_NOTICE = 60


@dataclass(frozen=True)
class Viewer:
    """Who reads the calendar: their person, and the children they answer for."""

    person: Person
    wards: frozenset[int]


def entries_of(person: Person) -> list[Entry]:
    """A year back and a year ahead."""
    today = clock.today(person.organisation.time_zone)
    viewer = Viewer(person, frozenset(wards_of(person).values_list("pk", flat=True)))
    span = (today - PAST, today + AHEAD)
    rows = Meeting.objects.filter(mentorship__in=shown_mentorships(viewer), happens_on__range=span)
    return entries(loaded(rows), viewer)


def entries_of_meeting(meeting: Meeting, person: Person) -> list[Entry]:
    """One meeting for one reader, also where it belongs to a series; nothing where it may not be shown."""
    viewer = Viewer(person, frozenset(wards_of(person).values_list("pk", flat=True)))
    if hidden_for_consent(Mentorship.objects.filter(pk=meeting.mentorship_id)).exists():
        return []
    (row,) = loaded(Meeting.objects.filter(pk=meeting.pk))
    return [_single(row, viewer, listed_members(row, viewer))]


def entries_of_series(series: MeetingSeries, person: Person) -> list[Entry]:
    """A whole series for one reader."""
    viewer = Viewer(person, frozenset(wards_of(person).values_list("pk", flat=True)))
    if hidden_for_consent(Mentorship.objects.filter(pk=series.mentorship_id)).exists():
        return []
    return entries(loaded(Meeting.objects.filter(occurrence__series=series)), viewer)


def shown_mentorships(viewer: Viewer) -> QuerySet[Mentorship]:
    """Those of the reader and of the wards in which every child may be shown today, the reader included."""
    members = MentorshipMember.objects.filter(Q(person=viewer.person) | Q(person__in=viewer.wards))
    rows = Mentorship.objects.filter(pk__in=members.values("mentorship"))
    return rows.exclude(pk__in=hidden_for_consent(rows).values("pk"))


def loaded(rows: QuerySet[Meeting]) -> list[Meeting]:
    """Meetings with their people, their organisation and the series they belong to."""
    members = MentorshipMember.objects.filter(person__erased_on__isnull=True).select_related("person")
    people = Prefetch("mentorship__members", queryset=members)
    found = rows.select_related("mentorship", "organisation", "occurrence__series").prefetch_related(people)
    return list(found.order_by("happens_on", "begins_at", "id"))


def entries(meetings: Sequence[Meeting], viewer: Viewer) -> list[Entry]:
    """Single meetings one by one, those of a series as one that repeats."""
    found, series = [], defaultdict(list)
    for meeting in meetings:
        members = listed_members(meeting, viewer)
        if not _was_there(members, viewer, meeting.happens_on):
            continue
        occurrence = occurrence_of(meeting)
        if occurrence and all(_lasts(member, viewer) for member in members):
            series[occurrence.series].append(meeting)
        else:
            found.append(_single(meeting, viewer, members))
    for one, rows in series.items():
        found += _repeating(one, rows, viewer)
    return found


def occurrence_of(meeting: Meeting) -> Occurrence | None:
    return getattr(meeting, "occurrence", None)


def listed_members(meeting: Meeting, viewer: Viewer) -> list[MentorshipMember]:
    return list(meeting.mentorship.members.all())


def _is_mine(member: MentorshipMember, viewer: Viewer) -> bool:
    return member.person_id == viewer.person.pk or member.person_id in viewer.wards


def _was_there(members: Iterable[MentorshipMember], viewer: Viewer, day: date) -> bool:
    """Who left a group knows its meetings up to that day."""
    mine = [member for member in members if _is_mine(member, viewer)]
    return any(member.ends_on is None or day <= member.ends_on for member in mine)


def _lasts(member: MentorshipMember, viewer: Viewer) -> bool:
    return member.ends_on is None or not _is_mine(member, viewer)


def _single(meeting: Meeting, viewer: Viewer, members: Sequence[MentorshipMember]) -> Entry:
    people = [member.person for member in members]
    return Entry(
        uid=f"meeting-{meeting.pk}@{domain()}",
        sequence=meeting.version - 1,
        title=_title(meeting, viewer, members),
        day=meeting.happens_on,
        begins_at=meeting.begins_at,
        minutes=meeting.minutes or USUAL_MINUTES,
        zone=meeting.organisation.time_zone,
        place=without_surnames(meeting.place, people),
        link=meeting.link,
        about=_about(meeting),
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        remind_minutes=SHORT_NOTICE,
    )


def _repeating(series: MeetingSeries, meetings: Sequence[Meeting], viewer: Viewer) -> list[Entry]:
    """The pattern with the days on which nothing takes place, and the meetings that differ from it.

    Nothing where the whole series was cancelled, except one cancelled event under its name.
    """
    # Every change of every meeting counts: the number only grows.
    sequence = series.version - 1 + sum(meeting.version - 1 for meeting in meetings)
    live = {_day(one): one for one in meetings if one.state != MeetingState.CANCELLED}
    uid = f"series-{series.pk}@{domain()}"
    if not live:
        first = _single(meetings[0], viewer, listed_members(meetings[0], viewer))
        return [replace(first, uid=uid, sequence=sequence, is_cancelled=True)]
    first_on, last_on = min(live), max(live)
    some = live[first_on]
    pattern = tuple(days_of_series(first_on, last_on, series.every))
    master = replace(
        _single(some, viewer, listed_members(some, viewer)),
        uid=uid,
        sequence=sequence,
        day=first_on,
        begins_at=series.begins_at,
        minutes=series.minutes,
        place=without_surnames(series.place, [row.person for row in listed_members(some, viewer)]),
        link=series.link,
        about=_about(series),
        repeat=Repeat(series.every, last_on, tuple(day for day in pattern if day not in live)),
    )
    apart = [
        replace(
            _single(one, viewer, listed_members(one, viewer)),
            uid=uid,
            sequence=sequence,
            minutes=one.minutes or series.minutes,
            instead_of=datetime.combine(day, series.begins_at),
        )
        for day, one in live.items()
        if facts(one) != facts_of_pattern(series, day)
    ]
    return [master, *apart]


def _day(meeting: Meeting) -> date:
    return meeting.occurrence.day


def facts(meeting: Meeting) -> str:
    """A digest of what an invitation tells of a meeting."""
    return _digest(meeting.happens_on, meeting.begins_at, meeting.place, meeting.link, meeting.mode)


def facts_of_pattern(series: MeetingSeries, day: date) -> str:
    """The same of a meeting that nobody changed."""
    return _digest(day, series.begins_at, series.place, series.link, series.mode)


def _digest(*values: object) -> str:
    return hashlib.sha256("\n".join(map(str, values)).encode()).hexdigest()[:16]


def _title(meeting: Meeting, viewer: Viewer, members: Sequence[MentorshipMember]) -> str:
    """«Встреча: Захар» for the mentor, «Захар: встреча, Игорь Петрович» for the parent."""
    people = [member.person for member in members]
    group = without_surnames(meeting.mentorship.title, people)
    day = meeting.happens_on
    me = next((member for member in members if member.person_id == viewer.person.pk), None)
    ward = next((member for member in members if member.person_id in viewer.wards), None)
    mine = me or ward
    others = [member.person for member in members if mine is None or member.role != mine.role]
    whom = group or listed([called(person, day) for person in others])
    if me is None and ward is not None:
        return _("%(child)s: встреча, %(whom)s") % {"child": called(ward.person, day), "whom": whom}
    return _("Встреча: %(whom)s") % {"whom": whom}


def _about(row: Meeting | MeetingSeries) -> str:
    said = [str(row.get_mode_display()).capitalize()] if row.mode else []
    return "\n".join([*said, row.link] if row.link else said)


def domain() -> str:
    """The part of a name of an event behind @: the same installation always says the same."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "nastavnik"
