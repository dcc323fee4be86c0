"""Lines of the sheet of corrections that write themselves: what was changed in an agreed plan, from what to what."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.models import PlanStep
from nastavnik.domain.mentorships.words import spoken


def labels() -> dict[str, str]:
    """How the parts of a step are called in the sheet."""
    return {
        "title": _("что делаем"),
        "who": _("кто делает"),
        "due_on": _("срок"),
        "expected": _("что планируем получить"),
        "direction": _("направление"),
        "difficulty": _("какую трудность снимает"),
    }


def step_added(step: PlanStep) -> str:
    """«Новый шаг «Решить задачи»: делает наставляемый, до 10 декабря 2026»."""
    until = ", " + _("до %(day)s") % {"day": spoken(step.due_on)} if step.due_on else ""
    return _("Новый шаг «%(title)s»: %(who)s%(until)s") % {"title": step.title, "who": who(step.who), "until": until}


def step_changed(title: str, changes: Iterable[tuple[str, Any, Any]]) -> str:
    """«Шаг «Решить задачи»: срок – было 10 декабря 2026, стало не указано»; changes as (part, before, after)."""
    told = [
        _("%(part)s – было «%(before)s», стало «%(after)s»")
        % {"part": labels()[part], "before": shown(part, before), "after": shown(part, after)}
        for part, before, after in changes
        if part != "direction"
    ]
    if any(part == "direction" for part, _before, _after in changes):
        told.append(_("направление другое"))
    return _("Шаг «%(title)s»: %(changes)s") % {"title": title, "changes": "; ".join(told)}


def shown(part: str, value: Any) -> str:
    """A value as a person reads it."""
    if part == "who":
        return who(value)
    if not value:
        return _("не указано")
    return spoken(value) if part == "due_on" else str(value)


def who(side: str) -> str:
    return str(Party(side).label) if side else _("вместе")


def goal_added(title: str, steps: Iterable[str] = ()) -> str:
    named = "; ".join(steps)
    told = _("Новая цель «%(title)s»") % {"title": title}
    return told + _(", шаги: %(steps)s") % {"steps": named} if named else told


def goal_changed(was: str, title: str) -> str:
    return _("Цель: было «%(was)s», стало «%(title)s»") % {"was": was, "title": title}


def goal_dropped(title: str) -> str:
    return _("Цель «%(title)s» отложена") % {"title": title}


def difficulty_added(title: str) -> str:
    return _("Новая трудность «%(title)s»") % {"title": title}


def difficulty_changed(was: str, title: str) -> str:
    return _("Трудность: было «%(was)s», стало «%(title)s»") % {"was": was, "title": title}
