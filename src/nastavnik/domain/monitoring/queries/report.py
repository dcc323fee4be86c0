"""What can be asked: the report of a programme on a day, and who may be shown it."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.monitoring import measures
from nastavnik.domain.monitoring.privacy import protect
from nastavnik.domain.monitoring.records import Figure, Report
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import Module, Programme
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to

BY_REASON = "dissolved_"
WITHHELD = _("Прекращены раньше: остальные причины")


def programmes_with_report(user: Any) -> QuerySet[Programme]:
    """Programmes whose reports the user may read, the newest first."""
    rows = programmes_visible_to(user).filter(
        organisation__in=standing(user).organisations_where(Permission.REPORT_SEE)
    )
    return rows.select_related("organisation", "academic_year")


def report(programme: Programme, as_of: date, *, by_module: bool = False) -> Report:
    """Coverage, meetings and endings on the day, for eyes inside the house; modules only where there are several."""
    return Report(
        programme=programme,
        as_of=as_of,
        coverage=tuple(measure(programme, as_of) for measure in measures.COVERAGE),
        meetings=tuple(measure(programme, as_of) for measure in measures.MEETINGS),
        endings=(
            *(measure(programme, as_of) for measure in measures.ENDINGS),
            *measures.dissolved_by_reason(programme, as_of),
        ),
        modules=_modules(programme, as_of) if by_module else (),
    )


def leaving_the_house(inside: Report) -> Report:
    """The same report with the reasons of small groups withheld, for papers.

    Withheld reasons become one line: a reason that is named but not counted would still tell that it occurred.
    """
    plain = tuple(figure for figure in inside.endings if not figure.code.startswith(BY_REASON))
    reasons = protect([figure for figure in inside.endings if figure.code.startswith(BY_REASON)])
    shown = tuple(figure for figure in reasons if not figure.is_withheld)
    hidden = [figure for figure in reasons if figure.is_withheld][:1]
    line = tuple(replace(figure, code=f"{BY_REASON}withheld", title=WITHHELD) for figure in hidden)
    return replace(inside, endings=(*plain, *shown, *line))


def _modules(programme: Programme, as_of: date) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    modules = list(Module.objects.filter(programme=programme).order_by("id"))
    if len(modules) < 2:
        return ()
    return tuple(
        (module.title, tuple(measure(programme, as_of, module) for measure in measures.BY_MODULE)) for module in modules
    )
