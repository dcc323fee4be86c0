"""The radar over many mentorships, in a constant number of queries."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from nastavnik.domain.mentorships import radar as definition
from nastavnik.domain.mentorships.enums import MeetingState, RadarStatus
from nastavnik.domain.mentorships.models import Meeting, Mentorship
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.programmes.kinds import KINDS


def at_work(rows: QuerySet[Mentorship], as_of: date) -> QuerySet[Mentorship]:
    """Begun and not yet ended on that day, paused ones included."""
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=as_of), started_on__lte=as_of)


def with_radar(rows: QuerySet[Mentorship], as_of: date) -> list[Mentorship]:
    """The rows with `row.radar`, their reading on the day `as_of`. Three queries for any number of rows."""
    held = Meeting.objects.filter(mentorship=OuterRef("pk"), state=MeetingState.HELD, happens_on__lte=as_of)
    last = Subquery(held.order_by("-happens_on").values("happens_on")[:1])
    found = list(rows.annotate(last_held_on=last).select_related("module").prefetch_related("pauses"))
    holidays = _holidays({row.organisation_id for row in found})
    for row in found:
        row.radar = _reading(row, as_of, holidays.get(row.organisation_id, []))
    return found


def radar(rows: QuerySet[Mentorship], as_of: date) -> dict[int, definition.Reading]:
    """The reading of each mentorship, by its id."""
    return {row.pk: row.radar for row in with_radar(rows, as_of)}


def silent(rows: QuerySet[Mentorship], as_of: date) -> list[Mentorship]:
    """Those at work that are silent on the day, the longest silence first."""
    watched = with_radar(at_work(rows, as_of), as_of)
    return sorted((row for row in watched if row.radar.status == RadarStatus.SILENT), key=lambda row: -row.radar.days)


def _holidays(organisations: Iterable[int]) -> dict[int, list[definition.Span]]:
    spans: dict[int, list[definition.Span]] = {}
    rows = Holiday.objects.filter(organisation__in=organisations)
    for organisation, first, until in rows.values_list("organisation_id", "starts_on", "ends_on"):
        spans.setdefault(organisation, []).append((first, until or first))  # a holiday without an end is one day
    return spans


def _reading(row: Mentorship, as_of: date, holidays: list[definition.Span]) -> definition.Reading:
    if row.started_on is None or (row.ended_on and row.ended_on <= as_of):
        return definition.NOT_WATCHED
    last = max(row.last_held_on or row.started_on, row.started_on)
    status, days, changes_on = definition.status(
        last,
        as_of,
        row.module.radar_period,
        row.module.radar_grace,
        [(pause.starts_on, pause.ends_on) for pause in row.pauses.all()],
        holidays,
        KINDS[row.kind].watched,
    )
    return definition.Reading(status, days, changes_on, last)
