"""The day itself: who came, what came of the practical task, what was handed out."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.lifecycle import advance
from nastavnik.core.versions import save_changes
from nastavnik.domain.events.days import day_of
from nastavnik.domain.events.enums import AttendanceState as A
from nastavnik.domain.events.enums import EventState, TaskState
from nastavnik.domain.events.errors import (
    EventIsAhead,
    EventIsOver,
    HasResults,
    NobodyMarked,
    NotAtTheEvent,
    ResultMissing,
)
from nastavnik.domain.events.models import Attendance, Event, EventMaterial
from nastavnik.domain.events.queries import guests
from nastavnik.domain.files.actions import remove, store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.people.models import User


@transaction.atomic
def mark_attendance(
    event: Event,
    *,
    came: Collection[int],
    guests_came: Collection[int] = (),
    others_came: int = 0,
    version: int | None = None,
    by: User | None,
) -> int:
    """Write down who came, by ids of persons on the list and of guests from outside, and how many more; returns how
    many came altogether.

    Ids outside the list are left out. Who has shown a result is not taken off. With a `version` a list made before
    somebody else's ticks is refused.
    """
    _take(event, version, others_came)
    _require_day(event)
    listed = {guest.person.pk: guest for guest in guests(event)}
    wanted = {pk for pk in came if pk in listed}
    for pk, guest in listed.items():
        if guest.is_shown and pk not in wanted:
            raise HasResults(name=guest.name)
    known = {pk for pk, guest in listed.items() if guest.attendance is not None}
    rows = event.attendances
    rows.filter(person__in=wanted & known).update(state=A.CAME)
    rows.filter(person__in=known - wanted, state=A.CAME, invited_on__isnull=False).update(state=A.INVITED)
    rows.filter(person__in=known - wanted, state=A.CAME, invited_on__isnull=True).delete()
    Attendance.objects.bulk_create(
        Attendance(organisation_id=event.organisation_id, event=event, person_id=pk, state=A.CAME)
        for pk in sorted(wanted - known)
    )
    event.outside_guests.exclude(pk__in=guests_came).update(came=False)
    from_outside = event.outside_guests.filter(pk__in=guests_came).update(came=True)
    audit.record("event.attendance", event, by=by, fields=["attendances", "outside_guests"])
    return len(wanted) + from_outside + others_came


@transaction.atomic
def came_too(event: Event, person_ids: Collection[int], *, by: User | None) -> int:
    """People who came unasked: on the list and there at once. `person_ids` are of the institution."""
    _take(event, None, event.others_came)
    _require_day(event)
    known = set(event.attendances.filter(person__in=person_ids).values_list("person_id", flat=True))
    event.attendances.filter(person__in=known).update(state=A.CAME)
    added = Attendance.objects.bulk_create(
        Attendance(organisation_id=event.organisation_id, event=event, person_id=pk, state=A.CAME)
        for pk in sorted(set(person_ids) - known)
    )
    audit.record("event.attendance", event, by=by, fields=["attendances"])
    return len(added)


@transaction.atomic
def hold(event: Event, *, by: User | None) -> Event:
    """It took place: who was expected and is not marked was absent."""
    _require_day(event)
    known = event.attendances.filter(state=A.CAME).exists() or event.outside_guests.filter(came=True).exists()
    if not event.others_came and not known:
        raise NobodyMarked
    event.attendances.filter(state=A.INVITED).update(state=A.ABSENT)
    advance(event, "hold", by=by)
    return event


@transaction.atomic
def reopen(event: Event, *, by: User | None) -> Event:
    """Marks were wrong: the list is open again."""
    advance(event, "reopen", by=by)
    event.attendances.filter(state=A.ABSENT).update(state=A.INVITED)
    return event


def call_off(event: Event, *, by: User | None, note: str = "") -> Event:
    """It does not take place."""
    advance(event, "call_off", by=by, note=note)
    return event


@transaction.atomic
def write_result(attendance: Attendance, *, result: str, version: int, by: User) -> Attendance:
    """What somebody made of the practical task, seen by `by`. Words are needed: «done» alone is a formality."""
    if attendance.state != A.CAME:
        raise NotAtTheEvent(name=attendance.person.list_name)
    if not result.strip():
        raise ResultMissing
    today = clock.today(attendance.organisation.time_zone)
    changes = {"task_state": TaskState.SHOWN, "task_result": result.strip(), "checked_by": by, "checked_on": today}
    save_changes(attendance, changes, version=version, by=by)
    return attendance


@transaction.atomic
def clear_result(attendance: Attendance, *, version: int, by: User) -> Attendance:
    """It was somebody else's, or was written by mistake."""
    changes = {"task_state": TaskState.NONE, "task_result": "", "checked_by": None, "checked_on": None}
    save_changes(attendance, changes, version=version, by=by)
    return attendance


@transaction.atomic
def add_file(event: Event, *, title: str, content: bytes, by: User) -> EventMaterial:
    """A file to hand out. Raises what `files.checking` finds."""
    kind = content_type_of(content, title)
    file = store(event.organisation, title=title, content=content, content_type=kind, by=by)
    material = EventMaterial.objects.create(organisation_id=event.organisation_id, event=event, file=file)
    audit.record("event.material", event, by=by, fields=["materials"])
    return material


@transaction.atomic
def add_memo(event: Event, code: str, *, by: User) -> EventMaterial:
    """A memo of the library, by its code; the same one once."""
    material, _made = EventMaterial.objects.get_or_create(
        event=event, memo=code, defaults={"organisation_id": event.organisation_id}
    )
    audit.record("event.material", event, by=by, fields=["materials"])
    return material


@transaction.atomic
def remove_material(material: EventMaterial, *, by: User) -> None:
    """No longer handed out."""
    audit.record("event.material", material.event, by=by, fields=["materials"])
    file = material.file
    material.delete()
    if file is not None:
        remove(file)


def _take(event: Event, version: int | None, others_came: int) -> None:
    """The event as it is now, held until this is done; lists made before are late from now on."""
    rows = Event.objects.filter(pk=event.pk)
    if version is not None:
        rows = rows.filter(version=version)
    if not rows.update(version=F("version") + 1, others_came=others_came):
        raise ChangedMeanwhile(event)
    event.refresh_from_db(fields=["state", "version", "others_came"])


def _require_day(event: Event) -> None:
    if event.state != EventState.PLANNED:
        raise EventIsOver
    if day_of(event) > clock.today(event.organisation.time_zone):
        raise EventIsAhead(day=date_format(day_of(event), "j E"))
