"""The state of a programme on a day, told from periods and state changes; never from what is true only now."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Module, Participation, ParticipationStateChange, Programme

# Admitted to matching and not gone: who counts as a participant of the programme on a day.
ADMITTED = (ParticipationState.READY, ParticipationState.SUSPENDED, ParticipationState.FINISHED)
ENDED = (MentorshipState.COMPLETED, MentorshipState.DISSOLVED)


def end_of(day: date, time_zone: str) -> datetime:
    """The first moment after the day, in the time zone of the organisation."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(time_zone))


def participations_on(
    programme: Programme, as_of: date, *, role: str, module: Module | None = None
) -> QuerySet[Participation]:
    """Who had joined by the day, with `state_on` (the state at its end) and `is_covered`.

    Covered is who was in a mentorship at work that day, or stayed in one to its completion by then.
    """
    rows = Participation.objects.filter(module__programme=programme, role=role, joined_on__lte=as_of)
    rows = rows.filter(module=module) if module else rows
    changes = ParticipationStateChange.objects.filter(participation=OuterRef("pk"))
    moment = end_of(as_of, programme.organisation.time_zone)
    before = changes.filter(at__lt=moment).order_by("-at", "-id").values("to_state")[:1]
    after = changes.filter(at__gte=moment).order_by("at", "id").values("from_state")[:1]
    member = MentorshipMember.objects.filter(participation=OuterRef("pk"))
    return rows.annotate(
        state_on=Coalesce(Subquery(before), Subquery(after), F("state")),
        is_covered=Exists(member.filter(working_member(as_of) | completed_member(as_of))),
    )


def mentorships_of(programme: Programme, module: Module | None = None) -> QuerySet[Mentorship]:
    """Mentorships of the programme, or of one of its modules."""
    rows = Mentorship.objects.filter(module__programme=programme)
    return rows.filter(module=module) if module else rows


def begun(rows: QuerySet[Mentorship], as_of: date) -> QuerySet[Mentorship]:
    """Those that had begun to work by the day, whatever became of them."""
    return rows.filter(started_on__lte=as_of)


def ended(rows: QuerySet[Mentorship], as_of: date) -> QuerySet[Mentorship]:
    """Those that had worked and ended by the day; how they ended never changes afterwards."""
    return begun(rows, as_of).filter(state__in=ENDED, ended_on__lte=as_of)


def working_member(as_of: date) -> Q:
    """Memberships at work on the day; the day of an end is no day of work any more, as in the radar."""
    pair = Q(mentorship__started_on__lte=as_of) & (
        Q(mentorship__ended_on__isnull=True) | Q(mentorship__ended_on__gt=as_of)
    )
    return pair & Q(starts_on__lte=as_of) & (Q(ends_on__isnull=True) | Q(ends_on__gt=as_of))


def completed_member(as_of: date) -> Q:
    """Memberships that lasted to the completion of their mentorship by the day."""
    return Q(
        mentorship__state=MentorshipState.COMPLETED,
        mentorship__ended_on__lte=as_of,
        ends_on__gte=F("mentorship__ended_on"),
    )
