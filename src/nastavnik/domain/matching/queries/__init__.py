"""What can be asked in the room."""

from nastavnik.domain.matching.queries.comparing import comparable, compare
from nastavnik.domain.matching.queries.meetings import (
    Guest,
    Results,
    choices_by,
    choices_of,
    guests,
    meetings_visible_to,
    mutual_pairs,
    options,
    presences_visible_to,
    results,
    to_choose,
    without_consent,
)
from nastavnik.domain.matching.queries.pool import Pool, Waiting, pool_for, pool_of
from nastavnik.domain.matching.queries.prices import preview, price
from nastavnik.domain.matching.queries.rows import (
    Blocking,
    Candidate,
    ChangeLine,
    DecisionLine,
    FairnessRow,
    Forced,
    Lack,
    Missing,
    Row,
)
from nastavnik.domain.matching.queries.runs import (
    given_up,
    latest_runs,
    modules_to_match,
    visible_to,
    with_counts,
)
from nastavnik.domain.matching.queries.studio import Studio
from nastavnik.domain.matching.queries.suggestions import (
    SuggestionLine,
    modules_to_suggest_in,
    suggestion_lines,
    suggestions,
    suggestions_visible_to,
    to_suggest,
)
from nastavnik.domain.matching.sides import Side

__all__ = [
    "Blocking",
    "Candidate",
    "ChangeLine",
    "DecisionLine",
    "FairnessRow",
    "Forced",
    "Guest",
    "Lack",
    "Missing",
    "Pool",
    "Results",
    "Row",
    "Side",
    "Studio",
    "SuggestionLine",
    "Waiting",
    "choices_by",
    "choices_of",
    "comparable",
    "compare",
    "given_up",
    "guests",
    "latest_runs",
    "meetings_visible_to",
    "modules_to_match",
    "modules_to_suggest_in",
    "mutual_pairs",
    "options",
    "pool_for",
    "pool_of",
    "presences_visible_to",
    "preview",
    "price",
    "results",
    "suggestion_lines",
    "suggestions",
    "suggestions_visible_to",
    "to_choose",
    "to_suggest",
    "visible_to",
    "with_counts",
    "without_consent",
]
