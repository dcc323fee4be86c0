"""What was seen of one participant, for those who observe."""

from dataclasses import dataclass
from typing import Any

from nastavnik.domain.people.queries import names_of_users
from nastavnik.domain.programmes.models import Observation, Participation
from nastavnik.domain.programmes.queries.profiles import seen_in
from nastavnik.domain.programmes.queries.visible import observations_visible_to
from nastavnik.domain.programmes.records import ObservedValues


@dataclass(frozen=True)
class Written:
    """One observation with the name of who wrote it."""

    row: Observation
    seen: ObservedValues
    by_name: str


def written_about(participation: Participation, user: Any) -> list[Written]:
    """Observations of one participant, the newest first; three queries whatever the number."""
    rows = list(observations_visible_to(user).filter(participation=participation))
    names = names_of_users(participation.organisation, [row.by_id for row in rows])
    return [Written(row, seen_in(row), names.get(row.by_id, "")) for row in rows]
