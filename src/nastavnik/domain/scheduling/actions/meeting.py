"""One meeting: planned, moved, called off, missed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from nastavnik.core import clock, jobs
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.organisations.errors import NoServiceAllowed, ServiceNotAllowed
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.organisations.queries import allows_link, video_services
from nastavnik.domain.people.models import User
from nastavnik.domain.scheduling.errors import AlreadyBusy, TimeGone, TooFarAhead
from nastavnik.domain.scheduling.queries.free import busy_person
from nastavnik.domain.scheduling.words import called, spoken, spoken_day

FARTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Terms:
    """How long, where, and by which address: what a single meeting, an offer and a series have in common."""

    minutes: int = 60
    mode: str = ""
    place: str = ""
    link: str = ""


@transaction.atomic
def plan_meeting(
    mentorship: Mentorship,
    *,
    at: datetime,
    terms: Terms,
    kind: str = MeetingKind.WORK,
    entry_key: str | None = None,
    by: User | None,
) -> Meeting:
    """Put a meeting that lies ahead into the calendars of all; `at` is naive, by the organisation's clock.

    Raises TimeGone, TooFarAhead, AlreadyBusy, ServiceNotAllowed, and what `mentorships.plan_meeting` raises.
    """
    require_link(mentorship.organisation, terms.link)
    require_ahead(mentorship.organisation, at)
    require_free(mentorship, at, terms.minutes)
    meeting = put_down(mentorship, on=at.date(), hour=at.time(), terms=terms, kind=kind, entry_key=entry_key, by=by)
    ask_to_invite(mentorship)
    return meeting


@transaction.atomic
def plan_day(
    mentorship: Mentorship, *, on: date, terms: Terms, kind: str = MeetingKind.WORK, by: User | None
) -> Meeting:
    """A meeting whose hour is not known yet; raises what `plan_meeting` raises, but nobody can be busy."""
    require_link(mentorship.organisation, terms.link)
    require_ahead(mentorship.organisation, datetime.combine(on, time.max))
    meeting = put_down(mentorship, on=on, hour=None, terms=terms, kind=kind, by=by)
    ask_to_invite(mentorship)
    return meeting


def put_down(
    mentorship: Mentorship,
    *,
    on: date,
    hour: time | None,
    terms: Terms,
    kind: str = MeetingKind.WORK,
    entry_key: str | None = None,
    by: User | None,
) -> Meeting:
    """The row of the meeting, with how long it lasts and its address; the rules were asked before."""
    meeting = mentorships.plan_meeting(
        mentorship,
        happens_on=on,
        begins_at=hour,
        place=terms.place,
        kind=kind,
        mode=terms.mode,
        entry_key=entry_key,
        by=by,
    )
    if meeting.version == 1:
        save_changes(meeting, {"minutes": terms.minutes, "link": terms.link}, version=1, by=by)
    return meeting


@transaction.atomic
def move_meeting(meeting: Meeting, *, at: datetime, terms: Terms, version: int, by: User | None) -> Meeting:
    """Another time, another place; what the other side was told comes again by letter."""
    require_link(meeting.organisation, terms.link)
    require_ahead(meeting.organisation, at)
    require_free(meeting.mentorship, at, terms.minutes, but=meeting)
    changes: dict[str, Any] = {"happens_on": at.date(), "begins_at": at.time(), **vars(terms)}
    mentorships.edit_meeting(meeting, changes, version=version, by=by)
    ask_to_invite(meeting.mentorship)
    return meeting


@transaction.atomic
def call_off(meeting: Meeting, *, by: User | None) -> Meeting:
    """It will not take place; who was invited is told."""
    mentorships.cancel(meeting, by=by)
    ask_to_invite(meeting.mentorship)
    return meeting


def tell_missed(meeting: Meeting, *, state: str, by: User | None) -> Meeting:
    """One side did not come: one tap from the list."""
    step = mentorships.miss_by_mentor if state == MeetingState.MISSED_BY_MENTOR else mentorships.miss_by_mentee
    return step(meeting, by=by)


def ask_to_invite(mentorship: Mentorship) -> None:
    """Letters leave after the transaction."""
    jobs.enqueue("scheduling.invite", organisation_id=mentorship.organisation_id, mentorship=mentorship.pk)


def require_link(organisation: Organisation, link: str) -> None:
    """Only services that the institution named."""
    if link and not allows_link(organisation, link):
        services = video_services(organisation)
        if not services:
            raise NoServiceAllowed
        raise ServiceNotAllowed(services=", ".join(services))


def require_ahead(organisation: Organisation, at: datetime) -> None:
    """Planned is what lies ahead, and not in another year by a slip of the hand."""
    now = clock.now().astimezone(ZoneInfo(organisation.time_zone)).replace(tzinfo=None)
    if at <= now:
        raise TimeGone(when=spoken(at))
    if at > now + FARTHEST:
        raise TooFarAhead(day=spoken_day(at.date()))


def require_free(mentorship: Mentorship, at: datetime, minutes: int, *, but: Meeting | None = None) -> None:
    person = busy_person(mentorship, at.date(), at, minutes, but=[but.pk] if but else [])
    if person:
        raise AlreadyBusy(when=spoken(at), name=called(person, at.date()))
