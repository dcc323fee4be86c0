"""With whom to talk, and by when: asked, not stored. Nothing here takes a query a pair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from nastavnik.domain.conversations.enums import RequestKind, RequestState
from nastavnik.domain.conversations.models import HelpRequest
from nastavnik.domain.events.models import Course
from nastavnik.domain.mentorships.enums import MeetingState, RadarStatus
from nastavnik.domain.mentorships.models import Goal, Handover, Meeting, Mentorship, MentorshipMember
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.plans.models import StepSignal
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.support import escalation
from nastavnik.domain.support.enums import Result
from nastavnik.domain.support.limits import USUAL_DAYS
from nastavnik.domain.support.models import Pulse, Snooze, SupportContact, SupportRule
from nastavnik.domain.support.pulse import Alert, Mark, alerts, month_before

LOOKED_BACK = timedelta(days=60)
What = Literal["silent", "pulse", "talk", ""]
ORDER: tuple[What, ...] = ("silent", "pulse", "talk", "")


@dataclass(frozen=True)
class Duty:
    """What a pair at work needs of the coordinator on a day. `level` is that of `escalation`, 0 for not silent."""

    due_on: date
    is_due: bool
    is_snoozed: bool
    snoozed_until: date | None
    contacted_on: date | None
    level: int
    alerts: tuple[Alert, ...]

    @property
    def what(self) -> What:
        """The one list in which the pair stands: the loudest of what it needs."""
        if self.level:
            return "silent"
        if self.alerts:
            return "pulse"
        return "talk" if self.is_due else ""

    @property
    def is_open(self) -> bool:
        """Does it wait in the queue today?"""
        return not self.is_snoozed and bool(self.is_due or self.level or self.alerts)


def with_support(rows: QuerySet[Mentorship], on: date, *, reader: Any) -> QuerySet[Mentorship]:
    """The rows with what `duty` and `facts_of` need, in the same query. What the other side of a pair has told past it
    is no part of it where the reader (a user) is or was in that pair."""
    return rows.annotate(
        contacted_on=_last_talk(),
        contact_at=_last_talk("at"),
        talk_every=_every(),
        snoozed_until=_latest(Snooze.objects.filter(mentorship=OuterRef("pk")), ("-at", "-id"), "until"),
        mentor_score=_mark(on, reader, ParticipationRole.MENTOR, "score"),
        mentor_month=_mark(on, reader, ParticipationRole.MENTOR, "month"),
        mentee_score=_mark(on, reader, ParticipationRole.MENTEE, "score"),
        mentee_month=_mark(on, reader, ParticipationRole.MENTEE, "month"),
        pulse_at=_latest(_pulses(on, reader), ("-at",), "at"),
        met_lately=_lately(on, MeetingState.HELD),
        mentor_missed=_lately(on, MeetingState.MISSED_BY_MENTOR),
        mentee_missed=_lately(on, MeetingState.MISSED_BY_MENTEE),
        has_course=Exists(Course.objects.filter(module=OuterRef("module"))),
        has_goals=Exists(Goal.objects.filter(mentorship=OuterRef("pk"))),
        mentor_asks=_asks_help(reader, ParticipationRole.MENTOR),
        mentee_asks=_asks_help(reader, ParticipationRole.MENTEE),
        asks_to_do=Exists(StepSignal.objects.filter(step__goal__mentorship=OuterRef("pk"), settled_at__isnull=True)),
        replaced_on=_latest(Handover.objects.filter(mentorship=OuterRef("pk")), ("-on", "-id"), "on"),
    )


def duty(row: Any, on: date) -> Duty | None:
    """What this row of `with_support`, with its radar, needs; None where the pair does not work or is on a pause."""
    if row.state not in AT_WORK or row.started_on is None or row.radar.shown == RadarStatus.PAUSED:
        return None
    due = (row.contacted_on or row.started_on) + timedelta(row.talk_every)
    module, is_silent = row.module, row.radar.status == RadarStatus.SILENT
    return Duty(
        due_on=due,
        is_due=due <= on,
        is_snoozed=row.snoozed_until is not None and row.snoozed_until > on,
        snoozed_until=row.snoozed_until,
        contacted_on=row.contacted_on,
        level=escalation.level(row.radar.days, module.radar_period, module.radar_grace) if is_silent else 0,
        alerts=() if _is_settled(row) else alerts(*marks(row)),
    )


def in_order(told: Iterable[tuple[Any, Duty]]) -> list[tuple[Any, Duty]]:
    """Rows with their duties as every page lists them: the longest silence first, then alarms, then talks by day."""
    return sorted(told, key=_place)


def _place(one: tuple[Any, Duty]) -> tuple[int, int, date, int]:
    row, duty = one
    silence = row.radar.days or 0 if duty.level else 0
    return ORDER.index(duty.what), -silence, duty.due_on, row.pk


def marks(row: Any) -> tuple[Mark | None, Mark | None]:
    """The last marks of the mentor and of the mentee, of this month or the one before."""
    mentor = Mark(row.mentor_score, row.mentor_month) if row.mentor_score else None
    mentee = Mark(row.mentee_score, row.mentee_month) if row.mentee_score else None
    return mentor, mentee


def due_on(mentorship: Mentorship) -> date | None:
    """By which day the next talk with this pair is to take place."""
    told = Mentorship.objects.annotate(last=_last_talk(), every=_every()).values_list("last", "every", "started_on")
    last, every, started = told.get(pk=mentorship.pk)
    since: date | None = last or started
    return since + timedelta(every) if since else None


def frequencies(organisation_id: int) -> dict[int | None, int]:
    """How often, by module; the key None is the organisation's own."""
    rules = SupportRule.objects.filter(organisation=organisation_id).values_list("module", "every_days")
    return {None: USUAL_DAYS, **dict(rules)}


def _is_settled(row: Any) -> bool:
    """A talk after the mark has answered the alarm; one that was written down before the mark has not."""
    if row.contacted_on is None or row.pulse_at is None:
        return False
    return bool(row.contacted_on >= row.pulse_at.date() and row.contact_at >= row.pulse_at)


def _last_talk(column: str = "done_on") -> Subquery:
    talks = SupportContact.objects.filter(mentorship=OuterRef("pk")).exclude(result=Result.NOT_REACHED)
    return _latest(talks, ("-done_on", "-id"), column)


def _every() -> Coalesce:
    own = SupportRule.objects.filter(module=OuterRef("module"))
    of_all = SupportRule.objects.filter(organisation=OuterRef("organisation"), module__isnull=True)
    return Coalesce(
        _latest(own, ("pk",), "every_days"),
        _latest(of_all, ("pk",), "every_days"),
        Value(USUAL_DAYS),
        output_field=IntegerField(),
    )


def _pulses(on: date, reader: Any) -> QuerySet[Pulse]:
    rows = Pulse.objects.filter(mentorship=OuterRef("pk"), month__gte=month_before(on), month__lte=on)
    return past_own_pairs(rows, reader)


def past_own_pairs(rows: QuerySet[Pulse], reader: Any) -> QuerySet[Pulse]:
    """Marks that the reader may see: of a pair that the reader is or was in, only the reader's own."""
    mine = MentorshipMember.objects.filter(mentorship=OuterRef("mentorship"), person__user=reader)
    return rows.filter(~Q(Exists(mine)) | Q(person__user=reader))


def _asks_help(reader: Any, role: str) -> Exists:
    """Does one of this side wait for an answer to «нужна помощь»? Nothing of it to who is in the pair."""
    mine = MentorshipMember.objects.filter(mentorship=OuterRef("mentorship"), person__user=reader)
    asked = HelpRequest.objects.filter(asker=OuterRef("person"), kind=RequestKind.HELP, state=RequestState.OPEN)
    side = MentorshipMember.objects.filter(mentorship=OuterRef("pk"), role=role, ends_on__isnull=True)
    return Exists(side.filter(~Exists(mine), Exists(asked)))


def _mark(on: date, reader: Any, role: str, column: str) -> Subquery:
    """Of a group's mentees the lowest mark of their last month."""
    return _latest(_pulses(on, reader).filter(role=role), ("-month", "score", "id"), column)


def _lately(on: date, state: str) -> Coalesce:
    """How many meetings of the last two months ended so."""
    meetings = Meeting.objects.filter(
        mentorship=OuterRef("pk"), state=state, happens_on__gt=on - LOOKED_BACK, happens_on__lte=on
    )
    counted = meetings.order_by().values("mentorship").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), Value(0), output_field=IntegerField())


def _latest(rows: QuerySet[Any], order: tuple[str, ...], column: str) -> Subquery:
    return Subquery(rows.order_by(*order).values(found=F(column))[:1])
