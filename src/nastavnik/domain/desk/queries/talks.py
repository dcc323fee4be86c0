"""Conversations, requests for help and concerns: one query. A concern stands on top until it was read."""

from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.utils.translation import gettext as _

from nastavnik.core import clock
from nastavnik.domain.conversations import queries, rules
from nastavnik.domain.conversations.enums import ConcernState, MemberRole, RequestKind, RequestState, VersionState
from nastavnik.domain.conversations.models import Channel, Concern, HelpRequest, Message, MessageVersion
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds

RECENT = timedelta(days=7)
Rows = QuerySet[Any, Any]


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """What waits in the room of conversations; concerns come first."""
    if not rules.talks(user):
        return []
    first, *others = _parts(user, organisation, on)
    found: dict[str, list[tuple[int, date]]] = {}
    for what, pk, since in first.union(*others, all=True):
        found.setdefault(what, []).append((pk, since.date()))
    unread = [_unread(pk, since) for pk, since in found.get("unread", ())]
    unsettled = [_unsettled(pk, since) for pk, since in found.get("unsettled", ())]
    return [
        *unread,
        *_unheard(found.get("unheard", []), may_appoint=holds(user, Permission.ORGANISATION_EDIT, organisation.pk)),
        *_held(found.get("held", [])),
        *_asked(found.get("asked", [])),
        *(_question(pk, since) for pk, since in found.get("question", ())),
        *(_wrote(pk, since) for pk, since in found.get("wrote", ())),
        *unsettled,
    ]


def _parts(user: Any, organisation: Organisation, on: date) -> list[Rows]:
    raised = Concern.objects.filter(organisation=organisation, state=ConcernState.RAISED)
    raised = raised.exclude(child__in=queries.partners_of_user(user))
    # One condition over one reader: whoever else has not read it is not this user.
    unread = raised.filter(readers__person__user=user, readers__read_at__isnull=True)
    unsettled = raised.filter(readers__person__user=user, readers__read_at__isnull=False)
    parts = [
        _told("unread", unread, "raised_at"),
        _told("unsettled", unsettled, "raised_at"),
        _told("wrote", _written_to(user, organisation), "theirs"),
        _told("question", queries.questions_for(user).filter(organisation=organisation), "asked_at"),
        _told("asked", _consulted(user, organisation), "asked_at"),
    ]
    if holds(user, Permission.MENTORSHIP_EDIT, organisation.pk) or holds(
        user, Permission.DOCUMENT_APPROVE, organisation.pk
    ):
        parts.append(_told("unheard", queries.unheard(organisation, on), "created_at"))
    if rules.stands_by(user):
        held = queries.held_visible_to(user).filter(organisation=organisation)
        parts.append(_told("held", held, "written_at"))
    if organisation.pk in queries.looked_after_by(user):
        waiting = HelpRequest.objects.filter(organisation=organisation, state=RequestState.OPEN)
        waiting = waiting.filter(~Exists(queries.help_of_partner(user, "channel")))
        parts.append(_told("asked", waiting.exclude(kind=RequestKind.CONSULTANT).exclude(asker__user=user), "asked_at"))
    return parts


def _told(kind: str, rows: Rows, at: str) -> Rows:
    shaped = rows.order_by().annotate(what=Value(kind, CharField()), since=F(at))
    told: Rows = shaped.values_list("what", "pk", "since")
    return told


def _consulted(user: Any, organisation: Organisation) -> Rows:
    """Requests for a consultant that this user was brought in for."""
    return HelpRequest.objects.filter(
        organisation=organisation, kind=RequestKind.CONSULTANT, state=RequestState.OPEN,
        channel__members__person__user=user, channel__members__role=MemberRole.CONSULTANT,
        channel__members__left_at__isnull=True,
    )  # fmt: skip


def _written_to(user: Any, organisation: Organisation) -> Rows:
    """Conversations in which somebody else spoke last, within a week, to one who takes part."""
    now = clock.now()
    theirs = MessageVersion.objects.filter(
        message__channel=OuterRef("pk"), state=VersionState.RELEASED, deliver_at__lte=now, deliver_at__gte=now - RECENT
    ).exclude(message__author__user=user)
    own = Message.objects.filter(channel=OuterRef("pk"), author__user=user).order_by("-sent_at").values("sent_at")
    rows = Channel.objects.filter(
        Q(members__person__user=user, members__left_at__isnull=True) & ~Q(members__role=MemberRole.WATCHER),
        organisation=organisation,
    )
    rows = rows.filter(pk__in=queries.visible_to(user).order_by().values("pk"))
    latest = Subquery(theirs.order_by("-deliver_at").values("deliver_at")[:1], output_field=DateTimeField())
    return rows.annotate(theirs=latest, own=Subquery(own[:1])).filter(
        Q(own__isnull=True) | Q(theirs__gt=F("own")), theirs__isnull=False
    )


def _unread(pk: int, since: date) -> QueueItem:
    why = _("Прочитайте сегодня. Напоминание останется, пока вы не отметите, что прочитали.")
    title = _("Вам рассказали о тревожном")
    return QueueItem("urgent", "shield", title, why, since, _("Прочитать"), "conversations:concern", (pk,))


def _unheard(rows: list[tuple[int, date]], *, may_appoint: bool) -> list[QueueItem]:
    """Said until it is mended: a cry for help that nobody can read is worse than none promised."""
    if not rows:
        return []
    children = counted(len(rows), _("ребёнка"), _("детей"), _("детей"))
    title = _("Помощь здесь не работает: нужен второй взрослый")
    why = _(
        "Для %(children)s: «Нужна помощь» и «Мне некомфортно» читают двое сотрудников не из пары ребёнка, а их нет."
    )
    if may_appoint:
        more = _("Назначьте психолога, педагога или ещё одного куратора.")
        act = (_("Назначить"), "organisations:staff")
    else:
        more, act = _("Поручите куратору назначить психолога, педагога или второго куратора."), ("", "")
    said = f"{why % {'children': children}} {more}"
    return [QueueItem("urgent", "shield", title, said, None, act[0], act[1])]


def _unsettled(pk: int, since: date) -> QueueItem:
    why = _("Вы прочитали. Когда разберётесь, запишите, чем закончилось: это увидит тот, кто рассказал.")
    title = _("Тревожное сообщение: запишите итог")
    return QueueItem("today", "shield", title, why, since, _("Открыть"), "conversations:concern", (pk,))


def _held(rows: list[tuple[int, date]]) -> list[QueueItem]:
    if not rows:
        return []
    number = counted(len(rows), _("сообщение"), _("сообщения"), _("сообщений"))
    title = _("Ждёт решения: %(number)s") % {"number": number}
    why = _("Похоже на контакт или ссылку. Другая сторона этого ещё не видела.")
    return [QueueItem("today", "chat", title, why, min(d for _pk, d in rows), _("Посмотреть"), "conversations:held")]


def _asked(rows: list[tuple[int, date]]) -> list[QueueItem]:
    if not rows:
        return []
    number = counted(len(rows), _("человек"), _("человека"), _("человек"))
    title = _("Просят помощи: %(number)s") % {"number": number}
    why = _("Ответьте сами или передайте тому, кто знает.")
    since = min(day for _pk, day in rows)
    return [QueueItem("urgent", "help", title, why, since, _("Ответить"), "conversations:index")]


def _question(pk: int, since: date) -> QueueItem:
    title, why = _("Наставникам задали вопрос"), _("Ответить может любой наставник программы.")
    return QueueItem("today", "help", title, why, since, _("Ответить"), "conversations:answer_question", (pk,))


def _wrote(pk: int, since: date) -> QueueItem:
    return QueueItem("today", "chat", _("Новое сообщение"), "", since, _("Прочитать"), "conversations:channel", (pk,))
