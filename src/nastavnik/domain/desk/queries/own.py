"""What a mentor, a mentee or a guardian has to do: at most four queries."""

from collections.abc import Collection, Sequence
from datetime import date, time, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, TimeField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.desk.queries import community
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, some, spoken
from nastavnik.domain.mentorships import queries
from nastavnik.domain.mentorships.enums import MeetingState, Party
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.enums import RadarStatus as R
from nastavnik.domain.mentorships.models import Meeting, Mentorship, PlanStep
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import in_force, minor_on
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds

AHEAD = 7  # days in which a meeting or a step is spoken of
COLUMNS = ("what", "of", "day", "at", "words")


def items(
    user: Any, organisation: Organisation, rows: Sequence[Mentorship], on: date
) -> tuple[list[QueueItem], date | None]:
    """The items, and the day of the next meeting."""
    member = holds(user, Permission.MENTORSHIP_OWN, organisation.pk)
    guards = holds(user, Permission.WARDS_SEE, organisation.pk)
    found: list[QueueItem] = []
    if member or guards:
        questions = queries.awaiting_my_answer(user).filter(organisation=organisation)
        found += [_question(approval) for approval in questions]
        found += [_handover(one) for one in queries.awaiting_handover(user).filter(organisation=organisation)]
    if guards:
        found += _wards(user, organisation, on)
    if not member:
        asked = list(community.invited(user, organisation)) if guards else []
        return found + community.items(asked, on), None
    planned, next_on, stopped = _calendar(user, organisation, on)
    at_work = [row for row in rows if row.pk not in stopped]
    quiet = _quiet(user, organisation, at_work, planned, on)
    return found + _told_to_ask(stopped) + quiet + planned, next_on


def _told_to_ask(stopped: Collection[int]) -> list[QueueItem]:
    """Who waits for a meeting is told to ask; no name is said."""
    if not stopped:
        return []
    why = _("Согласия сейчас нет, поэтому встречаться пока нельзя. Подробности знает куратор.")
    return [QueueItem("urgent", "shield", _("Встречи пары остановлены"), why)]


def _handover(one: Any) -> QueueItem:
    title = _("Предлагают другого наставника")
    if one.party == Party.GUARDIAN:
        title = _("Вашему ребёнку предлагают другого наставника: %(name)s") % {"name": one.person.given_name}
    elif one.party == Party.MENTOR:
        title = _("Вас просят принять пару")
    why = _("Пока согласны не все, пара работает по-прежнему.")
    return QueueItem(
        "today", "flag", title, why, None, _("Посмотреть и ответить"), "mentorships:handover_question", (one.pk,)
    )


def _question(approval: Any) -> QueueItem:
    since = approval.mentorship.proposed_on
    if approval.party == Party.GUARDIAN:
        title = _("Вашему ребёнку предлагают пару: %(name)s") % {"name": approval.member.person.given_name}
    else:
        title = _("Есть предложение попробовать поработать в паре")
    why = _("Сначала можно узнать, с кем. Передумать можно в любой день.")
    return QueueItem(
        "today", "pair", title, why, since, _("Посмотреть и ответить"), "mentorships:proposal", (approval.pk,)
    )


def _wards(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    wards = Person.objects.filter(
        in_force(on, "guardians__"), minor_on(on), guardians__guardian__user=user, organisation=organisation
    )
    names = list(wards.exclude(pk__in=Person.objects.filter(processable(on)).values("pk")).values_list("given_name"))
    if not names:
        return []
    title = _("Нет согласия на ребёнка: %(names)s") % {"names": some([name for (name,) in names])}
    why = _("Без согласия ребёнок не участвует в программе. Подпишите его у куратора.")
    return [QueueItem("today", "shield", title, why, None, _("Посмотреть согласия"), "consents:mine")]


def _calendar(user: Any, organisation: Organisation, on: date) -> tuple[list[QueueItem], date | None, set[int]]:
    """Planned meetings and open steps of one's own mentorships, the next day, and which are stopped: in one query."""
    at_work = Mentorship.objects.filter(
        members__person__user=user, organisation=organisation, state__in=(S.ACTIVE, S.PAUSED)
    )
    own = at_work.filter(pk__in=queries.visible_to(user).values("pk"))
    meetings = Meeting.objects.filter(mentorship__in=own.values("pk"), state=MeetingState.PLANNED).order_by()
    steps = PlanStep.objects.filter(
        goal__mentorship__in=own.values("pk"), done_on__isnull=True, due_on__lte=on + timedelta(days=AHEAD)
    ).order_by()
    stopping = queries.stopped_for_consent(at_work.filter(members__ends_on__isnull=True)).order_by()
    no_time, no_words = Cast(Value(None), TimeField()), Value("", CharField())
    told = meetings.annotate(
        what=Value("meeting", CharField()), of=F("mentorship_id"), day=F("happens_on"), at=F("begins_at"),
        words=F("place"),
    ).values_list(*COLUMNS).union(
        steps.annotate(
            what=Value("step", CharField()), of=F("goal__mentorship_id"), day=Cast("due_on", DateField()), at=no_time,
            words=F("title"),
        ).values_list(*COLUMNS),
        stopping.annotate(
            what=Value("stopped", CharField()), of=F("pk"), day=Cast("proposed_on", DateField()), at=no_time,
            words=no_words,
        ).values_list(*COLUMNS),
        *community.parts(user, organisation, on),
        all=True,
    )  # fmt: skip
    ours = (community.INVITED, community.TERM)
    rows = list(told)
    festive = [row for row in rows if row[0] in ours]
    found = sorted((row for row in rows if row[0] not in ours), key=lambda row: (row[2], row[0]))
    stopped = {of for what, of, _day, _at, _words in found if what == "stopped"}
    going_on = [row for row in found if row[1] not in stopped]
    ahead = [day for what, _of, day, _at, _words in going_on if what == "meeting" and day > on]
    soon = [row for row in going_on if row[0] == "step" or row[2] <= on + timedelta(days=AHEAD)]
    return (
        [
            _meeting(of, day, at, words, on) if what == "meeting" else _step(of, day, words, on)
            for what, of, day, at, words in soon
        ]
        + community.items(festive, on),
        ahead[0] if ahead else None,
        stopped,
    )


def _meeting(of: int, day: date, at: time | None, place: str, on: date) -> QueueItem:
    when = spoken(day, on) + (f", {at:%H:%M}" if at else "")
    if day > on:
        title = _("Встреча %(when)s") % {"when": when}
        return QueueItem("week", "calendar", title, place, day, _("Открыть пару"), "mentorships:pair", (of,))
    title = _("Как прошла встреча %(when)s?") % {"when": when}
    why = _("Одно нажатие, и запись сохранится.")
    return QueueItem("today", "calendar", title, why, day, _("Записать встречу"), "mentorships:pair", (of,))


def _step(of: int, day: date, title: str, on: date) -> QueueItem:
    late = day < on
    why = (_("Срок был %(day)s.") if late else _("До %(day)s.")) % {"day": spoken(day, on)}
    return QueueItem(
        "today" if late else "week",
        "flag",
        _("Шаг плана: %(title)s") % {"title": title},
        why,
        day,
        _("Открыть план"),
        "mentorships:plan",
        (of,),
    )


def _quiet(
    user: Any, organisation: Organisation, rows: Sequence[Mentorship], planned: Sequence[QueueItem], on: date
) -> list[QueueItem]:
    """Own pairs that have not met for long and have no meeting planned; who leads all pairs sees them there."""
    if holds(user, Permission.MENTORSHIP_SEE, organisation.pk):
        return []
    met_soon = {item.url_args for item in planned if item.url_name == "mentorships:pair"}
    own = [row for row in rows if row.is_mine and row.state == S.ACTIVE and (row.pk,) not in met_soon]
    return [
        QueueItem(
            "today",
            "calendar",
            _("Встречи не было %(days)s") % {"days": counted(row.radar.days, _("день"), _("дня"), _("дней"))},
            _("Если встреча была, её осталось записать; если нет, назначить новую."),
            row.radar.last_on,
            _("Открыть пару"),
            "mentorships:pair",
            (row.pk,),
        )
        for row in own
        if row.radar.shown in (R.LATE, R.SILENT)
    ]
