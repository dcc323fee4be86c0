"""Consents that are waited for, clearances missing and ending: names of one organisation in one query."""

from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from nastavnik.domain.consents.queries import expiring, waiting
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.desk.words import counted, some, spoken
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.people.queries import clearance_in_force, without_clearance
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds

SOON = 14  # days before the end of a clearance
COLUMNS = ("what", "surname", "given_name", "until")


def items(user: Any, organisation: Organisation, on: date) -> list[QueueItem]:
    """For those who collect consents and record clearances."""
    found: dict[str, list[tuple[str, date | None]]] = {
        "consent": [],
        "expiring": [],
        "clearance": [],
        "ending": [],
    }
    for what, surname, given_name, until in _people(user, organisation, on):
        found[what].append((" ".join(filter(None, (surname, given_name))), until))
    ending = sorted(found["ending"], key=lambda one: one[1] or on)
    return [
        *_clearances([name for name, _until in sorted(found["clearance"])]),
        *_consents([name for name, _until in sorted(found["consent"])]),
        *_expiring(sorted(found["expiring"], key=lambda one: one[1] or on), on),
        *_endings(ending, on),
    ]


def _people(user: Any, organisation: Organisation, on: date) -> list[tuple[str, str, str, date | None]]:
    none = Cast(Value(None), DateField())
    parts = []
    if holds(user, Permission.CONSENT_RECORD, organisation.pk):
        rows = waiting(user, on).filter(organisation=organisation).order_by()
        parts.append(rows.annotate(what=Value("consent", CharField()), until=none).values_list(*COLUMNS))
        ending_consents = expiring(user, on).filter(organisation=organisation).order_by()
        said = {"what": Value("expiring", CharField()), "until": F("consent_until")}
        parts.append(ending_consents.annotate(**said).values_list(*COLUMNS))
    if holds(user, Permission.CLEARANCE_RECORD, organisation.pk):
        rows = without_clearance(user, on).filter(organisation=organisation).order_by()
        parts.append(rows.annotate(what=Value("clearance", CharField()), until=none).values_list(*COLUMNS))
        ending = Clearance.objects.filter(
            clearance_in_force(on), organisation=organisation, valid_until__lte=on + timedelta(days=SOON)
        )
        rows = ending.annotate(what=Value("ending", CharField())).order_by()
        parts.append(rows.values_list("what", "person__surname", "person__given_name", "valid_until"))
    if not parts:
        return []
    return list(parts[0].union(*parts[1:], all=True)) if len(parts) > 1 else list(parts[0])


def _clearances(names: list[str]) -> list[QueueItem]:
    if not names:
        return []
    adults = counted(len(names), _("взрослый"), _("взрослых"), _("взрослых"))
    title = _("Без допуска к работе с детьми: %(adults)s") % {"adults": adults}
    why = _("Без допуска взрослый не участвует в подборе: %(names)s.") % {"names": some(names)}
    return [QueueItem("today", "shield", title, why, None, _("Записать допуск"), "people:clearance")]


def _consents(names: list[str]) -> list[QueueItem]:
    if not names:
        return []
    title = _("Не хватает согласий: %(children)s") % {
        "children": counted(len(names), _("ребёнок"), _("ребёнка"), _("детей"))
    }
    why = _("Без согласия ребёнок не участвует в подборе: %(names)s.") % {"names": some(names)}
    return [QueueItem("week", "shield", title, why, None, _("Записать согласия"), "consents:index")]


def _expiring(ending: list[tuple[str, date | None]], on: date) -> list[QueueItem]:
    if not ending:
        return []
    first = ending[0][1] or on
    title = _("Согласия истекают: %(children)s") % {
        "children": counted(len(ending), _("ребёнок"), _("ребёнка"), _("детей"))
    }
    why = _("Первое – %(day)s. Спросите заново, пока пары не остановились: %(names)s.") % {
        "day": spoken(first, on),
        "names": some([name for name, _until in ending]),
    }
    return [QueueItem("week", "clock", title, why, first, _("Спросить заново"), "consents:index", (), "show=expiring")]


def _endings(ending: list[tuple[str, date | None]], on: date) -> list[QueueItem]:
    if not ending:
        return []
    first = ending[0][1] or on
    title = _("Допуск заканчивается %(day)s") % {"day": spoken(first, on)}
    why = _("Попросите новую справку: %(names)s.") % {"names": some([name for name, _until in ending])}
    return [QueueItem("week", "clock", title, why, first, _("Посмотреть допуски"), "people:clearance")]
