"""Охват: наставляемые с наставником."""

from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.monitoring.as_of import ADMITTED, participations_on
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Наставляемые с наставником")
DEFINITION = _(
    "Наставляемые, у кого в этот день была работающая пара или группа либо уже завершённая "
    "до конца; из всех, кого допустили к подбору и кто не вышел из программы"
)


def coverage_of_mentees(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Persons among the programme's mentees who on the day were in a mentorship at work or had stayed in one to its
    completion, of all persons who on that day had been admitted (ready, suspended or finished) and had not left."""
    rows = participations_on(programme, as_of, role=ParticipationRole.MENTEE, module=module)
    counted = rows.filter(state_on__in=ADMITTED).aggregate(
        covered=Count("person", distinct=True, filter=Q(is_covered=True)), total=Count("person", distinct=True)
    )
    covered = counted["covered"] if counted["total"] else None
    return Figure("coverage_of_mentees", TITLE, DEFINITION, covered, counted["total"], as_of)
