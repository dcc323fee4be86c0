"""Plans to be read, «просит сделать за него» that nobody has settled, links that wait for an adult."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds
from nastavnik.domain.plans import queries
from nastavnik.domain.plans.enums import PlanState

NAMED = 5  # as many are named one by one; the next come when these are settled


def items(user: Any, organisation: Organisation) -> list[QueueItem]:
    """One query for the two of a pair, two for who leads pairs."""
    found = _to_read(user, organisation) if holds(user, P.MENTORSHIP_OWN, organisation.pk) else []
    if not holds(user, P.MENTORSHIP_EDIT, organisation.pk):
        return found
    zone = ZoneInfo(organisation.time_zone)
    return [
        *found,
        *(
            _signal(one, one.raised_at.astimezone(zone).date())
            for one in queries.open_signals(user, organisation)[:NAMED]
        ),
        *(_link(one, one.given_at.astimezone(zone).date()) for one in queries.held_links(user, organisation)[:NAMED]),
    ]


def _to_read(user: Any, organisation: Organisation) -> list[QueueItem]:
    rows = queries.to_read(user).filter(organisation=organisation)[:NAMED]
    why = _("Нужно одно нажатие.")
    waits, changed = _("План пары ждёт ответа"), _("В плане пары изменение")
    return [
        QueueItem(
            "today", "flag", waits if one.state == PlanState.SHOWN else changed, why, None, _("Прочитать план"),
            "mentorships:plan", (one.mentorship_id,),
        )
        for one in rows
    ]  # fmt: skip


def _signal(one: Any, day: date) -> QueueItem:
    title = _("Просит сделать за него: %(step)s") % {"step": one.step.title}
    why = _("Спросите обоих, кто что делает. Памятка для них – рядом с шагом.")
    return QueueItem(
        "today", "flag", title, why, day, _("Открыть план"), "mentorships:plan", (one.step.goal.mentorship_id,)
    )


def _link(one: Any, day: date) -> QueueItem:
    why = _("Наставник советует её ребёнку. Посмотрите, прежде чем она дойдёт.")
    return QueueItem(
        "today", "shield", _("Ссылка ждёт вас"), why, day, _("Посмотреть ссылку"), "plans:decide", (one.pk,)
    )
