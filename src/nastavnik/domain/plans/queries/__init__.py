"""What can be asked, one file an asker."""

from nastavnik.domain.plans.queries.advice import Choice, choices_of, recommendations_of, waits_for_adult
from nastavnik.domain.plans.queries.completion import Completion, completion_of
from nastavnik.domain.plans.queries.corrections import unread_corrections
from nastavnik.domain.plans.queries.helping import HelpedLine, helped_lines
from nastavnik.domain.plans.queries.page import PlanView, directions_of, laid_out, view_of
from nastavnik.domain.plans.queries.reading import Reader, readers_of, readings_of
from nastavnik.domain.plans.queries.visible import (
    difficulties_visible_to,
    recommendations_visible_to,
    reviews_visible_to,
    sheets_visible_to,
    signals_visible_to,
    visible_to,
)
from nastavnik.domain.plans.queries.waiting import held_links, open_signals, sheets_done, to_read

__all__ = [
    "Choice",
    "Completion",
    "HelpedLine",
    "PlanView",
    "Reader",
    "choices_of",
    "completion_of",
    "difficulties_visible_to",
    "directions_of",
    "held_links",
    "helped_lines",
    "laid_out",
    "open_signals",
    "readers_of",
    "readings_of",
    "recommendations_of",
    "recommendations_visible_to",
    "reviews_visible_to",
    "sheets_done",
    "sheets_visible_to",
    "signals_visible_to",
    "to_read",
    "unread_corrections",
    "view_of",
    "visible_to",
    "waits_for_adult",
]
