"""Where the programmes stand, for the steppers and the days beside the queue: one query."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.rows import near
from nastavnik.domain.desk.records import Ahead, ProgrammeLine, QueueItem, StageLine
from nastavnik.domain.desk.words import counted, spoken
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme, Stage
from nastavnik.domain.programmes.queries import stages_visible_to

AHEAD = 4  # as many rows of the roadmaps stand beside the queue


def lines(
    user: Any, organisation: Organisation, rows: Iterable[Mentorship], on: date
) -> tuple[list[ProgrammeLine], list[Ahead], list[QueueItem]]:
    """Programmes that are not closed, each with its stages and its mentorships at work; the nearest rows to do, and
    for who edits programmes those for which a reminder was asked."""
    if not holds(user, Permission.PROGRAMME_SEE, organisation.pk):
        return [], [], []
    working = Counter(row.module.programme_id for row in rows if row.state in (S.ACTIVE, S.PAUSED))
    joined = _with_items(user, organisation)
    stages = {stage.pk: stage for stage in joined}.values()
    told = [
        _line(programme, list(group), working[programme.pk], on)
        for programme, group in groupby(stages, key=lambda stage: stage.programme)
    ]
    waiting = _waiting(joined)
    edits = holds(user, Permission.PROGRAMME_EDIT, organisation.pk)
    return told, _ahead(waiting, on), _near(waiting, on) if edits else []


def _with_items(user: Any, organisation: Organisation) -> list[Any]:
    """A stage as often as it has roadmap rows, once where it has none, with the fields of the row."""
    stages = stages_visible_to(user).filter(organisation=organisation)
    stages = stages.exclude(programme__state=ProgrammeState.CLOSED).annotate(
        item=F("items__title"),
        item_first=F("items__first_day"),
        item_last=F("items__last_day"),
        item_done=F("items__done_on"),
        item_dropped=F("items__dropped_on"),
        item_remind=F("items__remind_days"),
        item_pk=F("items__pk"),
    )
    return list(stages.order_by("-programme__starts_on", "programme_id", "number"))


def _waiting(joined: Iterable[Any]) -> list[Any]:
    """The rows that are neither done nor dropped in stages that are not done."""
    return [row for row in joined if row.item and not row.item_done and not row.item_dropped and not row.done_on]


def _ahead(waiting: Iterable[Any], on: date) -> list[Ahead]:
    """The late ones first."""
    return sorted((_item(row, on) for row in waiting), key=lambda row: (row.day, row.title))[:AHEAD]


def _near(waiting: Iterable[Any], on: date) -> list[QueueItem]:
    """The rows whose last day is as near as the reminder says."""
    asked = [row for row in waiting if row.item_remind is not None]
    ends = [(row, row.programme.starts_on + timedelta(days=row.item_last)) for row in asked]
    return [
        near(row.item, last, row.programme.title, on, pk=row.item_pk)
        for row, last in ends
        if 0 <= (last - on).days <= row.item_remind
    ]


def _item(row: Any, on: date) -> Ahead:
    first, last = (row.programme.starts_on + timedelta(days=day) for day in (row.item_first, row.item_last))
    day = first if first >= on else last
    return Ahead(day, row.item, row.programme.pk, row.programme.title, day < on)


def _line(programme: Programme, stages: Sequence[Stage], pairs: int, on: date) -> ProgrammeLine:
    now = next((stage for stage in stages if stage.done_on is None), None)
    return ProgrammeLine(
        programme.pk, programme.title, pairs, tuple(_stage(stage, stage is now, on) for stage in stages)
    )


def _stage(stage: Stage, is_now: bool, on: date) -> StageLine:
    if stage.done_on:
        return StageLine(stage.title, "done", _("готово %(day)s") % {"day": spoken(stage.done_on, on)})
    if not is_now:
        return StageLine(stage.title, "ahead", _("с %(day)s") % {"day": spoken(stage.starts_on, on)})
    late = (on - stage.ends_on).days
    if late > 0:
        days = counted(late, _("день"), _("дня"), _("дней"))
        return StageLine(stage.title, "late", _("срок прошёл %(days)s назад") % {"days": days})
    return StageLine(stage.title, "now", _("до %(day)s") % {"day": spoken(stage.ends_on, on)})
