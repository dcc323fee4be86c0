"""Meetings every week or every few weeks: planned, changed from a day on, stopped."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import User
from nastavnik.domain.scheduling.actions.meeting import (
    FARTHEST,
    Terms,
    ask_to_invite,
    put_down,
    require_ahead,
    require_link,
)
from nastavnik.domain.scheduling.errors import SeriesEmpty, SeriesReversed, SeriesTooLong
from nastavnik.domain.scheduling.free import days_of_series
from nastavnik.domain.scheduling.models import MeetingSeries, Occurrence
from nastavnik.domain.scheduling.queries.free import busy_person, closed_days
from nastavnik.domain.scheduling.words import spoken_day


@transaction.atomic
def plan_series(
    mentorship: Mentorship, *, first_on: date, last_on: date, every: int, begins_at: time, terms: Terms, by: User | None
) -> MeetingSeries:
    """A meeting on every day of the pattern except holidays, pauses and days on which somebody is busy then.

    Raises SeriesReversed, SeriesTooLong, SeriesEmpty, TimeGone, ServiceNotAllowed.
    """
    organisation = mentorship.organisation
    require_link(organisation, terms.link)
    if last_on < first_on:
        raise SeriesReversed
    require_ahead(organisation, datetime.combine(first_on, begins_at))
    if last_on > (farthest := clock.today(organisation.time_zone) + FARTHEST):
        raise SeriesTooLong(day=spoken_day(farthest))
    series: MeetingSeries = mentorship.series.create(
        organisation_id=mentorship.organisation_id,
        first_on=first_on,
        last_on=last_on,
        every=every,
        begins_at=begins_at,
        **vars(terms),
    )
    days = list(_open_days(series))
    if not days:
        raise SeriesEmpty
    for day in days:
        meeting = put_down(mentorship, on=day, hour=begins_at, terms=terms, by=by)
        Occurrence.objects.create(organisation_id=mentorship.organisation_id, series=series, meeting=meeting, day=day)
    audit.record(
        "meeting_series.plan", series, by=by, fields=["first_on", "last_on", "every", "begins_at", *vars(terms)]
    )
    ask_to_invite(mentorship)
    return series


@transaction.atomic
def change_rest(
    series: MeetingSeries,
    *,
    first_on: date,
    last_on: date,
    every: int,
    begins_at: time,
    terms: Terms,
    version: int,
    by: User | None,
) -> MeetingSeries:
    """From the week of the first day of the new pattern on the meetings go by it; what was before stays as it was."""
    save_changes(series, {"last_on": max(series.first_on, min(series.last_on, first_on))}, version=version, by=by)
    # The whole week goes by the new pattern: nobody is asked to come on Thursday and on Friday.
    week = first_on - timedelta(days=first_on.weekday())
    _cancel_planned(series, since=max(week, clock.today(series.organisation.time_zone)), by=by)
    lifecycle.advance(series, "stop_series", by=by)
    return plan_series(
        series.mentorship,
        first_on=first_on,
        last_on=last_on,
        every=every,
        begins_at=begins_at,
        terms=terms,
        by=by,
    )


@transaction.atomic
def stop_series(series: MeetingSeries, *, by: User | None) -> MeetingSeries:
    """What lies ahead is cancelled; who was invited is told."""
    lifecycle.advance(series, "stop_series", by=by)
    _cancel_planned(series, since=clock.today(series.organisation.time_zone), by=by)
    ask_to_invite(series.mentorship)
    return series


def _cancel_planned(series: MeetingSeries, *, since: date, by: User | None) -> None:
    rows = series.occurrences.filter(meeting__state=MeetingState.PLANNED, meeting__happens_on__gte=since)
    for occurrence in rows.select_related("meeting__mentorship__organisation", "meeting__organisation"):
        mentorships.cancel(occurrence.meeting, by=by)


def _open_days(series: MeetingSeries) -> Iterator[date]:
    closed = closed_days(series.mentorship, series.first_on, series.last_on)
    for day in days_of_series(series.first_on, series.last_on, series.every):
        at = datetime.combine(day, series.begins_at)
        if not closed(day) and busy_person(series.mentorship, day, at, series.minutes) is None:
            yield day
