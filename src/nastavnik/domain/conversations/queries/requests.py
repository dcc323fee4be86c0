"""Requests that wait, and how long answers take."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from nastavnik.domain.conversations.models import HelpRequest
from nastavnik.domain.organisations.models import Organisation


@dataclass(frozen=True)
class AnswerTime:
    """`number` answers in the period, half of them within `middle`."""

    number: int
    middle: timedelta | None


def unanswered(organisation: Organisation, as_of: date) -> QuerySet[HelpRequest]:
    """Requests that nobody had answered or closed by the end of the day `as_of`, the longest waiting first."""
    end = _end_of(as_of, organisation)
    open_still = Q(answered_at__isnull=True) | Q(answered_at__gte=end)
    open_still &= Q(closed_at__isnull=True) | Q(closed_at__gte=end)
    rows = HelpRequest.objects.filter(open_still, organisation=organisation, asked_at__lt=end)
    return rows.select_related("asker", "module", "mentorship").order_by("asked_at", "id")


def answer_time(organisation: Organisation, first: date, last: date) -> AnswerTime:
    """How long people waited for answers given in the period."""
    begin, end = _end_of(first - timedelta(days=1), organisation), _end_of(last, organisation)
    rows = HelpRequest.objects.filter(organisation=organisation, answered_at__gte=begin, answered_at__lt=end)
    waited = [(row.answered_at - row.asked_at).total_seconds() for row in rows if row.answered_at is not None]
    return AnswerTime(len(waited), timedelta(seconds=median(waited)) if waited else None)


def _end_of(day: date, organisation: Organisation) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(organisation.time_zone))
