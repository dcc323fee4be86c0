"""Mentors who wait to be admitted, sessions without results, meetings nobody closed; for a mentor the self-check.
One query for all of it, none for who has nothing to do with it."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, Now
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries import applications, community
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, some, spoken
from nastavnik.domain.events.enums import AttendanceState, EventKind, EventState, TaskState
from nastavnik.domain.events.models import Attendance, Event
from nastavnik.domain.intake.models import AdmissionItem
from nastavnik.domain.intake.queries.admission import own_mentoring, unrecorded, waiting_for_admission
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.queries import would_be_mentors
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing
from nastavnik.domain.programmes.enums import ParticipationState

COLUMNS = ("what", "of", "at", "first", "second")
Row = tuple[str, int, datetime, str, str]


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """The rows of one user in one organisation."""
    rows = _rows(user, organisation, on)
    found: dict[str, list[Row]] = {"late": [], "waiting": [], "past": [], "event": [], "result": [], "self_check": []}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    waiting = sorted([*found["late"], *found["waiting"]], key=lambda row: (row[3], row[4]))
    zone = ZoneInfo(organisation.time_zone)
    return [
        *applications.items(rows, on),
        *_waiting(waiting, is_late=bool(found["late"])),
        *[_event(row, zone, on) for row in sorted(found["event"], key=lambda row: row[2])],
        *_unrecorded(len(found["past"])),
        *_on_paper(sorted(found["result"], key=lambda row: (row[2], row[3]))),
        *_self_check(found["self_check"]),
        *community.wishes([f"{row[3]} {row[4]}" for row in sorted(found.get("wish", []), key=lambda row: row[3])]),
        *community.terms_of_others([f"{row[3]} {row[4]}" for row in found.get("term", [])]),
    ]


def _rows(user: Any, organisation: Organisation, on: date) -> list[Row]:
    parts = applications.parts(user, organisation, on, _told)
    if holds(user, Permission.INTERVIEW_RECORD, organisation.pk):
        parts += _to_admit(user, organisation, on)
    if holds(user, Permission.ADMISSION_DECIDE, organisation.pk):
        past = unrecorded(user).filter(organisation=organisation).exclude(person__user=user)
        parts.append(_told(past, "past", of=F("pk"), at=Now(), first=Value(""), second=Value("")))
    if holds(user, Permission.EVENT_RUN, organisation.pk):
        parts += [_unmarked(organisation, on), _without_result(organisation)]
    if holds(user, Permission.MENTORSHIP_EDIT, organisation.pk):
        near = community.due(organisation, on)
        said = {"first": F("person__surname"), "second": F("person__given_name")}
        parts.append(_told(near, "term", of=F("pk"), at=Cast("due_on", DateTimeField()), **said))
        wished = would_be_mentors(user).filter(organisation=organisation).order_by()
        rows = MentorshipMember.objects.filter(pk__in=wished.values("member"))
        parts.append(_told(rows, "wish", of=F("pk"), at=Now(), **said))
    if RoleCode.MENTOR in standing(user).roles_in(organisation.pk):
        own = own_mentoring(user).filter(  # type: ignore[misc]
            organisation=organisation, state=ParticipationState.ENROLLED, checked_themself=False
        )
        parts.append(_told(own, "self_check", of=F("pk"), at=Now(), first=Value(""), second=Value("")))
    if not parts:
        return []
    return list(parts[0].union(*parts[1:], all=True)) if len(parts) > 1 else list(parts[0])


def _to_admit(user: Any, organisation: Organisation, on: date) -> list[Any]:
    """Those with a point whose day has come apart from the others."""
    late = AdmissionItem.objects.filter(
        participation=OuterRef("pk"), due_on__lte=on, done_on__isnull=True, is_waived=False
    )
    rows = waiting_for_admission(user).filter(organisation=organisation).exclude(person__user=user)
    said = {"of": F("pk"), "at": Now(), "first": F("person__surname"), "second": F("person__given_name")}
    return [_told(rows.filter(Exists(late)), "late", **said), _told(rows.filter(~Exists(late)), "waiting", **said)]


def _unmarked(organisation: Organisation, on: date) -> Any:
    """Events of today and before that nobody has closed."""
    end = datetime.combine(on, time.max, tzinfo=ZoneInfo(organisation.time_zone))
    rows = Event.objects.filter(organisation=organisation, state=EventState.PLANNED, starts_at__lte=end)
    return _told(rows, "event", of=F("pk"), at=F("starts_at"), first=F("title"), second=Value(""))


def _without_result(organisation: Organisation) -> Any:
    """Who was at a session and has shown no result of its task."""
    rows = Attendance.objects.filter(
        organisation=organisation, event__kind=EventKind.TRAINING, event__state=EventState.HELD,
        state=AttendanceState.CAME, task_state=TaskState.NONE,
    )  # fmt: skip
    said = {"at": F("event__starts_at"), "first": F("person__surname"), "second": F("person__given_name")}
    return _told(rows, "result", of=F("event_id"), **said)


def _told(rows: Any, what: str, *, at: Any, **said: Any) -> Any:
    """The rows in the columns that all parts of the union share."""
    plain = rows.order_by().select_related(None)
    said = {name: Cast(value, CharField()) if name in ("first", "second") else value for name, value in said.items()}
    return plain.annotate(what=Value(what, CharField()), at=Cast(at, DateTimeField()), **said).values_list(*COLUMNS)


def _waiting(rows: list[Row], *, is_late: bool) -> list[QueueItem]:
    if not rows:
        return []
    mentors = counted(len(rows), _("наставник"), _("наставника"), _("наставников"))
    title = _("Ждут допуска: %(mentors)s") % {"mentors": mentors}
    why = _("Поговорите, проверьте бумаги и решите: %(names)s.") % {"names": some(_names(rows))}
    return [
        QueueItem("today" if is_late else "week", "check", title, why, None, _("Открыть отбор"), "intake:admission")
    ]


def _unrecorded(number: int) -> list[QueueItem]:
    """Mentors who came by a list or a button: told, and nothing is closed to them."""
    if not number:
        return []
    mentors = counted(number, _("наставник"), _("наставника"), _("наставников"))
    title = _("Проверка не записана: %(mentors)s") % {"mentors": mentors}
    why = _("Допущены списком или кнопкой. Кто работает не первый год, записывается одним нажатием.")
    return [QueueItem("week", "check", title, why, None, _("Посмотреть"), "intake:admission", (), "show=unrecorded")]


def _event(row: Row, zone: ZoneInfo, on: date) -> QueueItem:
    _what, pk, moment, called, _second = row
    at = moment.astimezone(zone)
    title = _("Кто пришёл: %(title)s?") % {"title": called}
    if at.date() == on:
        why = _("Сегодня в %(at)s. Отметить можно с телефона.") % {"at": f"{at:%H:%M}"}
    else:
        why = _("Было %(day)s. Отметьте пришедших и закончите.") % {"day": spoken(at.date(), on)}
    return QueueItem("today", "calendar", title, why, at.date(), _("Отметить"), "events:event", (pk,))


def _on_paper(rows: list[Row]) -> list[QueueItem]:
    if not rows:
        return []
    missing = counted(len(rows), _("результата"), _("результатов"), _("результатов"))
    names = some(list(dict.fromkeys(_names(rows))))
    why = _("Посмотрите, что получилось у каждого, и запишите: %(names)s.") % {"names": names}
    title = _("Обучение только на бумаге: нет %(missing)s") % {"missing": missing}
    return [QueueItem("week", "edit", title, why, None, _("Записать результаты"), "events:event", (rows[0][1],))]


def _self_check(rows: list[Row]) -> list[QueueItem]:
    """Offered until it was done once, while admission lasts; nobody is made to."""
    if not rows:
        return []
    why = _("Девять вопросов наедине с собой. Ответы не увидит никто.")
    title = _("Проверьте себя как наставника")
    return [QueueItem("week", "eye", title, why, None, _("Проверить"), "intake:self_check")]


def _names(rows: list[Row]) -> list[str]:
    return [" ".join(filter(None, (first, second))) for _what, _of, _at, first, second in rows]
