"""Mentorships that need whoever leads them: late, waiting, agreed, ended. The silent ones stand in `support`."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.support import names
from nastavnik.domain.desk.records import LogTap, QueueItem, RadarBox
from nastavnik.domain.desk.words import pairs, spoken
from nastavnik.domain.documents.queries import awaiting_certificate, awaiting_order
from nastavnik.domain.mentorships import queries, rules
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.enums import RadarStatus as R
from nastavnik.domain.mentorships.models import EndRequest, Meeting, Mentorship, MentorshipMember
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.support.queries import first_reader, told_by, with_support

ANSWER_DAYS = 3
NAMED = 5  # as many silent pairs are named one by one
WORKING = (S.ACTIVE, S.PAUSED)


def rows(user: Any, organisation: Organisation, on: date) -> list[Mentorship]:
    """Every mentorship that the user sees and that is not settled, with all that is asked of it; two queries."""
    order = Exists(awaiting_order(user).filter(pk=OuterRef("pk")))
    certificate = Exists(awaiting_certificate(user).filter(mentorship=OuterRef("pk")))
    hidden = Exists(queries.hidden_for_consent(Mentorship.objects.filter(pk=OuterRef("pk"))))
    found = queries.visible_to(user).filter(organisation=organisation)
    found = found.annotate(
        unanswered=Count("approvals", filter=Q(approvals__answer="")),
        awaits_order=order,
        awaits_certificate=certificate,
        consent_missing=hidden,
        awaits_acquaintance=Exists(queries.awaiting_acquaintance(Mentorship.objects.filter(pk=OuterRef("pk")))),
        end_asked=Exists(EndRequest.objects.filter(mentorship=OuterRef("pk"), settled_at__isnull=True)),
        pulse_told=told_by(user, on),
        is_mine=Exists(MentorshipMember.objects.filter(mentorship=OuterRef("pk"), person__user=user)),
    )
    found = found.annotate(**queries.told_of_day(on), **_due(on), **first_reader(on))
    unsettled = Q(state__in=(S.PROPOSED, S.CONFIRMED, *WORKING)) | Q(state=S.COMPLETED, awaits_certificate=True)
    return queries.with_radar(with_support(found.filter(unsettled), on, reader=user), on)


def box(rows: Sequence[Mentorship], on: date) -> RadarBox:
    """The counts of the radar."""
    statuses = [row.radar.shown for row in rows if row.state in WORKING]
    return RadarBox(
        on,
        *(statuses.count(status) for status in (R.ON_TIME, R.LATE, R.SILENT, R.PAUSED)),
    )


def _due(on: date) -> dict[str, Subquery]:
    """To annotate with: the planned meeting that the page of the pair asks about first."""
    planned = Meeting.objects.filter(mentorship=OuterRef("pk"), state=MeetingState.PLANNED, happens_on__lte=on)
    return {f"due_{name}": Subquery(planned.values(name)[:1]) for name in ("id", "happens_on", "begins_at")}


def log(user: Any, rows: Sequence[Mentorship]) -> list[LogTap]:
    """Own pairs whose meeting can be written down in one tap, a planned one that nobody has before that of the day;
    one query where there are any."""
    own = {row.pk: row for row in rows if row.is_mine and row.state in WORKING and not row.consent_missing}
    found = queries.log_pairs(own.values(), user) if own else []
    return [
        LogTap(pair.pk, pair.title, pair.told, pair.how, row.due_id, row.due_happens_on, row.due_begins_at)
        for pair, row in ((pair, own[pair.pk]) for pair in found)
    ]


def items(user: Any, organisation: Organisation, rows: Sequence[Mentorship], on: date) -> list[QueueItem]:
    """What whoever leads the pairs has to do; nothing for those who only look on. One query for the names."""
    if not holds(user, Permission.MENTORSHIP_EDIT, organisation.pk):
        return []
    working = [row for row in rows if row.state in WORKING]
    open_now = [row for row in rows if row.state != S.COMPLETED]
    shut = [row for row in open_now if row.consent_missing]
    over = [row for row in working if row.state == S.PAUSED and row.radar.shown != R.PAUSED]
    asked = [row for row in working if row.end_asked]
    queries.with_people([*shut[:NAMED], *over[:NAMED], *asked[:NAMED]])
    return [
        *(_without_consent(row) for row in shut[:NAMED]),
        *(_end_asked(row) for row in asked[:NAMED]),
        *(_pause_over(row) for row in over[:NAMED]),
        *_groups(rows, working, on),
    ]


def _without_consent(row: Mentorship) -> QueueItem:
    return QueueItem(
        "urgent",
        "shield",
        _("Нет согласия: %(names)s") % {"names": names(row)},
        _("Пару видите только вы и те, кто собирает согласия. Запишите согласие или прекратите пару."),
        None,
        _("Открыть пару"),
        "mentorships:pair",
        (row.pk,),
    )


def _end_asked(row: Mentorship) -> QueueItem:
    return QueueItem(
        "today",
        "chat",
        _("Просят закончить: %(names)s") % {"names": names(row)},
        _("Поговорите с обоими: завершить, сменить наставника или продолжать."),
        None,
        _("Открыть пару"),
        "mentorships:pair",
        (row.pk,),
    )


def _pause_over(row: Mentorship) -> QueueItem:
    return QueueItem(
        "today",
        "pause",
        _("Пауза закончилась: %(names)s") % {"names": names(row)},
        _("Срок паузы прошёл. Продолжите работу пары или завершите её."),
        None,
        _("Открыть пару"),
        "mentorships:pair",
        (row.pk,),
    )


def _groups(rows: Sequence[Mentorship], working: Sequence[Mentorship], on: date) -> list[QueueItem]:
    """Several pairs in the same position are one line."""
    late = [row for row in working if row.radar.shown == R.LATE]
    before = on - timedelta(days=ANSWER_DAYS)
    asked = [row for row in rows if _waits_for_answer(row) and row.proposed_on <= before]
    unmet = [row for row in rows if row.awaits_acquaintance]
    agreed = [row for row in rows if row.state == S.CONFIRMED]
    ordered = [row for row in agreed if row.awaits_order]
    free = [row for row in agreed if not rules.needs_order(row)]
    done = [row for row in rows if row.state == S.COMPLETED]
    found = []
    if late:
        title = _("Опаздывают: %(pairs)s") % {"pairs": pairs(len(late))}
        why = _("Ещё в пределах запаса. Спросите, что мешает, пока пары не замолчали.")
        found.append(QueueItem("today", "clock", title, why, None, _("Показать"), "mentorships:index", (), "show=late"))
    if unmet:
        title = _("Ждут личной встречи: %(pairs)s") % {"pairs": pairs(len(unmet))}
        why = _("Эти пары предложил педагог. Познакомьте двоих и запишите, как прошло: потом все смогут ответить.")
        found.append(
            QueueItem("today", "people", title, why, None, _("Показать"), "mentorships:index", (), "show=proposed")
        )
    if asked:
        oldest = min(row.proposed_on for row in asked)
        title = _("Ждут ответов: %(pairs)s") % {"pairs": pairs(len(asked))}
        why = _("Самое старое предложение от %(day)s. Ответ на бумаге можно записать за сторону.") % {
            "day": spoken(oldest, on)
        }
        found.append(
            QueueItem("today", "chat", title, why, oldest, _("Показать"), "mentorships:index", (), "show=proposed")
        )
    if ordered:
        title = _("Согласованы и ждут приказа: %(pairs)s") % {"pairs": pairs(len(ordered))}
        why = _("Работу начнёт приказ руководителя.")
        found.append(QueueItem("today", "file", title, why, None, _("Подготовить приказ"), "documents:index"))
    if free:
        title = _("Согласованы и ждут вашего решения: %(pairs)s") % {"pairs": pairs(len(free))}
        why = _("Приказ этой программе не нужен: назовите первый день работы.")
        found.append(
            QueueItem("today", "flag", title, why, None, _("Показать"), "mentorships:index", (), "show=confirmed")
        )
    if done:
        title = _("Завершены без сертификата: %(pairs)s") % {"pairs": pairs(len(done))}
        why = _("Сертификат с кодом проверки делается по одной кнопке.")
        found.append(QueueItem("week", "file", title, why, None, _("Выпустить сертификаты"), "documents:index"))
    return found


def _waits_for_answer(row: Mentorship) -> bool:
    """Somebody can answer now; a teacher's proposal waits for the personal meeting first."""
    return row.state == S.PROPOSED and bool(row.unanswered) and not row.awaits_acquaintance
