"""Охват: кто остался без пары."""

from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.monitoring.as_of import ADMITTED, participations_on
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Ждут наставника")
DEFINITION = _(
    "Наставляемые, которых в этот день можно было подбирать, но пары или группы у них не было и раньше ни одна не "
    "завершилась; из всех, кого допустили к подбору и кто не вышел из программы"
)


def waiting_for_mentor(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Persons among the programme's mentees who on the day were ready for matching and covered nowhere in the
    programme, of all persons who on that day had been admitted and had not left."""
    rows = participations_on(programme, as_of, role=ParticipationRole.MENTEE, module=module)
    rows = rows.filter(state_on__in=ADMITTED)
    covered = rows.filter(is_covered=True).values("person")
    counted = rows.aggregate(
        waiting=Count("person", distinct=True, filter=Q(state_on=ParticipationState.READY) & ~Q(person__in=covered)),
        total=Count("person", distinct=True),
    )
    waiting = counted["waiting"] if counted["total"] else None
    return Figure("waiting_for_mentor", TITLE, DEFINITION, waiting, counted["total"], as_of)
