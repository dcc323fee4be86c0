"""What can be asked in the room."""

from nastavnik.domain.matching.queries.pool import Pool, Waiting, pool_of
from nastavnik.domain.matching.queries.runs import (
    given_up,
    latest_runs,
    modules_to_match,
    visible_to,
    with_counts,
)
from nastavnik.domain.matching.queries.studio import Candidate, Missing, Row, Side, Studio

__all__ = [
    "Candidate",
    "Missing",
    "Pool",
    "Row",
    "Side",
    "Studio",
    "Waiting",
    "given_up",
    "latest_runs",
    "modules_to_match",
    "pool_of",
    "visible_to",
    "with_counts",
]
