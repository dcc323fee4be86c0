"""Papers, lists, proposals and choices that wait for a decision: one query for all of them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Exists, F, Max, OuterRef, QuerySet, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries import agreeing, asked, between, choices, sites
from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import spoken
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import Document, DocumentStateChange
from nastavnik.domain.documents.queries import awaiting_approval
from nastavnik.domain.exchange.queries import unfinished
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds

COUNTED = (MatchRunState.READY, MatchRunState.PUBLISHED)
"""A run that was made before one of these waits for nobody any more."""
NUMBERED = Concat("title", Value(" № "), "number", output_field=CharField())
PAPER = Case(When(number="", then=F("title")), default=NUMBERED)
"""«Приказ о закреплении пар № 42-ОД»."""


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """Papers and programmes at the head and back, unfinished lists, runs to publish, meetings and choices to make."""
    parts = [*_parts(user, organisation), *agreeing.parts(user, organisation), *choices.parts(user, organisation, on)]
    parts += asked.parts(user, organisation) + between.parts(user, organisation) + sites.parts(user, organisation)
    if not parts:
        return []
    waiting = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    zone = ZoneInfo(organisation.time_zone)
    rows = list(waiting)
    found = [WORDS[kind](pk, name, _day(at, zone), on) for kind, pk, name, at in rows if kind in WORDS]
    found += choices.suggestions(sum(kind == "suggested" for kind, *_rest in rows))
    found += sites.items(organisation, any(kind == "site" for kind, *_rest in rows))
    return sorted(found, key=lambda item: item.since or on)


def _parts(user: Any, organisation: Organisation) -> list[QuerySet[Any, Any]]:
    may = {permission for permission in P if holds(user, permission, organisation.pk)}
    papers = Document.objects.filter(organisation=organisation, appendix_to=None)
    submitted = papers.filter(state=DocumentState.SUBMITTED)
    back = DocumentStateChange.objects.filter(document=OuterRef("pk"), action="send_back")
    returned = papers.filter(Exists(back), state=DocumentState.DRAFT)
    lists = unfinished(user).filter(organisation=organisation)
    newer = MatchRun.objects.filter(module=OuterRef("module"), number__gt=OuterRef("number"), state__in=COUNTED)
    runs = MatchRun.objects.filter(~Exists(newer), organisation=organisation, state=MatchRunState.READY)
    runs = runs.filter(Exists(Proposal.objects.filter(run=OuterRef("pk"))))
    parts = []
    if P.DOCUMENT_APPROVE in may:
        mine = awaiting_approval(user).filter(organisation=organisation)
        parts.append(told("approve", mine, PAPER, Max("state_changes__at")))
    elif P.DOCUMENT_PREPARE in may:
        parts.append(told("submitted", submitted, PAPER, Max("state_changes__at")))
    if P.DOCUMENT_PREPARE in may:
        parts.append(told("returned", returned, PAPER, Max("state_changes__at")))
    if P.PEOPLE_IMPORT in may:
        parts.append(told("list", lists, "file_name", F("created_at")))
    if P.MATCHING_RUN in may:
        parts.append(told("run", runs, "module__programme__title", F("created_at")))
    return parts


def _day(at: datetime | None, zone: ZoneInfo) -> date | None:
    return at.astimezone(zone).date() if at else None


def _since(day: date | None, on: date) -> str:
    return spoken(day, on) if day else ""


def _approve(pk: int, name: str, since: date | None, on: date) -> QueueItem:
    title = _("%(paper)s: ждёт вашего решения") % {"paper": name}
    why = _("Ждёт с %(day)s. Прочитайте и утвердите или верните с замечанием.") % {"day": _since(since, on)}
    return QueueItem("today", "file", title, why, since, _("Открыть документ"), "documents:document", (pk,))


def _submitted(pk: int, name: str, since: date | None, on: date) -> QueueItem:
    title = _("%(paper)s: у руководителя с %(day)s") % {"paper": name, "day": _since(since, on)}
    why = _("До утверждения это проект.")
    return QueueItem("week", "file", title, why, since, _("Открыть документ"), "documents:document", (pk,))


def _returned(pk: int, name: str, since: date | None, on: date) -> QueueItem:
    title = _("%(paper)s: вернули на доработку") % {"paper": name}
    why = _("Возвращён %(day)s. Посмотрите замечание и отправьте снова.") % {"day": _since(since, on)}
    return QueueItem("today", "file", title, why, since, _("Исправить"), "documents:document", (pk,))


def _list(pk: int, name: str, since: date | None, on: date) -> QueueItem:
    title = _("Загрузка списка не закончена: %(name)s") % {"name": name}
    why = _("Начата %(day)s. Пока список не принят, этих людей в программе нет.") % {"day": _since(since, on)}
    return QueueItem("today", "table", title, why, since, _("Продолжить"), "exchange:check", (pk,))


def _run(pk: int, name: str, since: date | None, on: date) -> QueueItem:
    title = _("Подбор готов: %(name)s") % {"name": name}
    why = _("Посчитан %(day)s. Посмотрите пары и опубликуйте.") % {"day": _since(since, on)}
    return QueueItem("today", "swap", title, why, since, _("Открыть подбор"), "matching:run", (pk,))


WORDS: dict[str, Callable[[int, str, date | None, date], QueueItem]] = {
    "approve": _approve,
    "submitted": _submitted,
    "returned": _returned,
    "list": _list,
    "run": _run,
    **agreeing.WORDS,
    **choices.WORDS,
    **asked.WORDS,
    **between.WORDS,
}
