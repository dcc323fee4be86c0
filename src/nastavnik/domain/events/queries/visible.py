"""Which rows somebody may see. The one door to events, courses and attendance."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from nastavnik.domain.events.enums import AttendanceState, EventState
from nastavnik.domain.events.models import Attendance, Course, Event, EventMaterial
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries.visible import PRESENT

CAME = Q(attendances__state=AttendanceState.CAME)


def events_visible_to(user: Any) -> QuerySet[Event]:
    """Those of the organisations in which the user runs events, with how many are listed and how many came."""
    rows = Event.objects.filter(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    return rows.select_related("organisation", "module__programme", "course").annotate(
        number_listed=Count("attendances"), number_came=Count("attendances", filter=CAME)
    )


def courses_visible_to(user: Any) -> QuerySet[Course]:
    """Courses of those organisations, with how many sessions are planned and how many took place."""
    rows = Course.objects.filter(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    return rows.select_related("organisation", "module__programme").annotate(
        number_planned=Count("sessions", filter=Q(sessions__state=EventState.PLANNED)),
        number_held=Count("sessions", filter=Q(sessions__state=EventState.HELD)),
    )


def attendances_visible_to(user: Any) -> QuerySet[Attendance]:
    """Rows of people in the events that the user runs."""
    rows = Attendance.objects.filter(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    return rows.select_related("organisation", "person", "event__organisation", "event__course", "event__module")


def materials_visible_to(user: Any) -> QuerySet[EventMaterial]:
    """For who runs the event, and for the mentors whom its course teaches."""
    run = Q(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    taught = Q(event__course__isnull=False, event__module__in=_taught(user))
    return EventMaterial.objects.filter(run | taught).select_related("file", "event__organisation", "event__module")


def modules_to_run(user: Any) -> QuerySet[Module]:
    """Modules for which the user may plan an event."""
    rows = Module.objects.filter(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    return rows.select_related("programme", "organisation").order_by("-programme__starts_on", "programme", "id")


def own_courses(user: Any) -> QuerySet[Course]:
    """Courses of the modules in which the user is a mentor, with their sessions in order as `shown_sessions`."""
    sessions = Event.objects.exclude(state=EventState.CALLED_OFF).order_by("starts_at", "pk")
    sessions = sessions.select_related("organisation").prefetch_related("materials__file")
    rows = Course.objects.filter(module__in=_taught(user)).select_related("organisation", "module__programme")
    return rows.prefetch_related(Prefetch("sessions", queryset=sessions, to_attr="shown_sessions")).order_by("pk")


def _taught(user: Any) -> QuerySet[Participation, int]:
    """Ids of the modules in which the user takes part as a mentor."""
    rows = Participation.objects.filter(
        person__user=user if user.is_authenticated else None, role=ParticipationRole.MENTOR, state__in=PRESENT
    )
    return rows.values_list("module_id", flat=True)
