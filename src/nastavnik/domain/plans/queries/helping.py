"""What of the recommended helped, for the library of the coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.plans.enums import AdviceState, Helped
from nastavnik.domain.plans.models import Recommendation


@dataclass(frozen=True)
class HelpedLine:
    """One thing: how often it was given, how many said that it helped, how many not really. The rest said nothing."""

    kind: str
    code: str
    title: str
    url: str
    given: int
    yes: int
    not_really: int


def helped_lines(organisation: Organisation) -> Sequence[HelpedLine]:
    """What was given at least once, what helped more often first; one query. Nobody is named in it."""
    rows = (
        Recommendation.objects.filter(organisation=organisation, state=AdviceState.GIVEN)
        .order_by()
        .values("kind", "code", "url")
        .annotate(
            title=Max("title"),
            given=Count("pk", distinct=True),
            yes=Count("marks", filter=Q(marks__helped=Helped.YES), distinct=True),
            not_really=Count("marks", filter=Q(marks__helped=Helped.NOT_REALLY), distinct=True),
        )
    )
    return sorted((HelpedLine(**row) for row in rows), key=lambda one: (-one.yes, -one.given, one.title))
