"""The radar over mentorships: a few with everything a page shows, or very many as arrays; few queries in either case.

«As of» a day means what took place by then as it is known now: periods, days of meetings, starts and ends, and how
often the module waited for meetings on that day. A meeting entered late counts from its own day, one that was entered
by mistake and corrected never took place.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value

from nastavnik.domain.mentorships import radar as definition
from nastavnik.domain.mentorships.enums import MeetingState, RadarStatus
from nastavnik.domain.mentorships.models import Meeting, Mentorship, Pause
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.queries.radar_settings import radar_on


def at_work(rows: QuerySet[Mentorship], as_of: date) -> QuerySet[Mentorship]:
    """Active or paused at the end of that day: begun and not yet ended."""
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=as_of), started_on__lte=as_of)


def last_held(as_of: date) -> Subquery:
    """The day of the last meeting of the work held up to the day, for rows of Mentorship."""
    held = Meeting.objects.filter(
        mentorship=OuterRef("pk"),
        state=MeetingState.HELD,
        happens_on__lte=as_of,
        happens_on__gte=OuterRef("started_on"),
    )
    return Subquery(held.order_by("-happens_on").values("happens_on")[:1])


def with_radar(rows: QuerySet[Mentorship], as_of: date) -> list[Mentorship]:
    """The rows with `row.radar`, their reading on the day `as_of`. Two queries for any number of rows."""
    period, grace = radar_on(as_of, "module")
    rows = rows.annotate(last_held_on=last_held(as_of), period_then=period, grace_then=grace)  # type: ignore[no-redef]
    found = list(rows.select_related("module__programme", "organisation"))
    breaks = _breaks(found)
    for row in found:
        row.radar = _reading(row, as_of, breaks["pause", row.pk], breaks["holiday", row.organisation_id])
    return found


def radar(rows: QuerySet[Mentorship], as_of: date) -> dict[int, definition.Reading]:
    """The reading of each mentorship, by its id."""
    return {row.pk: row.radar for row in with_radar(rows, as_of)}


def silent(rows: QuerySet[Mentorship], as_of: date) -> list[Mentorship]:
    """Those at work that are silent on the day and not in a pause, the longest silence first."""
    found = [row for row in with_radar(at_work(rows, as_of), as_of) if row.radar.shown == RadarStatus.SILENT]
    return sorted(found, key=lambda row: -(row.radar.days or 0))


def _breaks(rows: Iterable[Mentorship]) -> dict[tuple[str, int], list[definition.Span]]:
    """Pauses by mentorship and holidays by organisation, in one query."""
    spans: dict[tuple[str, int], list[definition.Span]] = defaultdict(list)
    rows = list(rows)
    pauses = Pause.objects.filter(mentorship__in=[row.pk for row in rows]).order_by()
    holidays = Holiday.objects.filter(organisation__in={row.organisation_id for row in rows}).order_by()
    kinds = ((pauses, "pause", "mentorship_id"), (holidays, "holiday", "organisation_id"))
    both = [
        found.annotate(kind=Value(kind), of=F(of)).values_list("kind", "of", "starts_on", "ends_on")
        for found, kind, of in kinds
    ]
    for kind, of, first, until in both[0].union(both[1], all=True):
        # A holiday without an end is one day, a pause without one goes on.
        spans[kind, of].append((first, first if until is None and kind == "holiday" else until))
    return spans


def _reading(
    row: Mentorship, as_of: date, pauses: list[definition.Span], holidays: list[definition.Span]
) -> definition.Reading:
    if row.started_on is None or (row.ended_on and row.ended_on <= as_of):
        return definition.NOT_WATCHED
    last, watched = row.last_held_on or row.started_on, KINDS[row.kind].watched
    return definition.read(last, as_of, row.period_then, row.grace_then, pauses, holidays, watched)
