"""Where the programmes stand, for the steppers beside the queue: one query."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import ProgrammeLine, StageLine
from nastavnik.domain.desk.words import counted, spoken
from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme, Stage
from nastavnik.domain.programmes.queries import stages_visible_to


def lines(user: Any, organisation: Organisation, rows: Iterable[Mentorship], on: date) -> list[ProgrammeLine]:
    """Programmes that are not closed, with their stages and how many mentorships work in each."""
    if not holds(user, Permission.PROGRAMME_SEE, organisation.pk):
        return []
    working = Counter(row.module.programme_id for row in rows if row.state in (S.ACTIVE, S.PAUSED))
    stages = stages_visible_to(user).filter(organisation=organisation)
    stages = stages.exclude(programme__state=ProgrammeState.CLOSED)
    ordered = stages.order_by("-programme__starts_on", "programme_id", "number")
    return [
        _line(programme, list(group), working[programme.pk], on)
        for programme, group in groupby(ordered, key=lambda stage: stage.programme)
    ]


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
