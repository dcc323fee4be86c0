"""Who is not finished when a programme is copied into the next year."""

from django.db.models import QuerySet

from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Participation, Programme

UNFINISHED = (ParticipationState.ENROLLED, ParticipationState.READY, ParticipationState.SUSPENDED)


def unfinished(programme: Programme) -> QuerySet[Participation]:
    """Those who neither finished (their last mentorship was completed) nor left, by module, role and name."""
    rows = Participation.objects.filter(module__programme=programme, state__in=UNFINISHED)
    return rows.select_related("person__user", "module").order_by("module_id", "role", "person__normal_name", "id")
