"""What goes along when a programme is copied into the next year, and who is not finished."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Participation, Programme, RoadmapItem

UNFINISHED = (ParticipationState.ENROLLED, ParticipationState.READY, ParticipationState.SUSPENDED)


@dataclass(frozen=True)
class CopiedFacts:
    """How much goes along."""

    modules: int
    stages: int
    rows: int
    dropped: int
    staff: int


def copied_facts(programme: Programme) -> CopiedFacts:
    """Four queries."""
    rows = RoadmapItem.objects.filter(stage__programme=programme)
    counted = rows.aggregate(all=Count("pk"), dropped=Count("pk", filter=Q(dropped_on__isnull=False)))
    return CopiedFacts(
        modules=programme.modules.count(),
        stages=programme.stages.count(),
        rows=counted["all"] - counted["dropped"],
        dropped=counted["dropped"],
        staff=programme.staff.filter(ends_on=None).count(),
    )


def unfinished(programme: Programme) -> QuerySet[Participation]:
    """Those who neither finished (their last mentorship was completed) nor left, by module, role and name."""
    rows = Participation.objects.filter(module__programme=programme, state__in=UNFINISHED)
    return rows.select_related("person__user", "module").order_by("module_id", "role", "person__normal_name", "id")
