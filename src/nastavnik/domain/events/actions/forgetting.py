"""Children without consent are named on the list of a meeting for a month at most; afterwards they are a number."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from nastavnik.core import audit, clock
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.events.enums import AttendanceState, EventKind
from nastavnik.domain.events.models import Attendance, Event, OutsideGuest
from nastavnik.domain.people.models import Person

KEPT = timedelta(days=30)


@transaction.atomic
def forget_guests() -> int:
    """Names of those whose data may not be used, and of guests from outside, leave meetings that are a month past; who
    came is still counted. Sessions of a course never name them. Returns how many were forgotten."""
    past = Event.objects.exclude(kind=EventKind.TRAINING).filter(starts_at__lte=clock.now() - KEPT)
    open_to = Person.objects.filter(processable_today(), pk=OuterRef("person_id"))
    rows = Attendance.objects.filter(~Exists(open_to), event__in=past)
    came: dict[int, int] = {}
    for event_id, state in rows.values_list("event_id", "state"):
        came[event_id] = came.get(event_id, 0) + (state == AttendanceState.CAME)
    forgotten = rows.count()
    rows.delete()
    OutsideGuest.objects.filter(event__in=past).exclude(name="").update(name="")
    for event in Event.objects.filter(pk__in=came):
        Event.objects.filter(pk=event.pk).update(
            others_came=F("others_came") + came[event.pk], version=F("version") + 1
        )
        audit.record("event.forget_guests", event, by=None, fields=["attendances"])
    return forgotten
