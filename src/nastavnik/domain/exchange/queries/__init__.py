"""What can be asked about lists on their way in and about those that were accepted."""

from nastavnik.domain.exchange.queries.left import Undoing, undoing
from nastavnik.domain.exchange.queries.lists import (
    accepted_lately,
    admitted_past_the_checklist,
    can_still_be_pressed,
    loaded_before,
    modules_for_import,
    today_of,
    unfinished,
    visible_to,
    waiting_after,
)
from nastavnik.domain.exchange.queries.mappings import saved_for, saved_mapping
from nastavnik.domain.exchange.queries.pairs import Line, PairsPreview, preview_pairs
from nastavnik.domain.exchange.queries.preview import Preview, preview
from nastavnik.domain.exchange.queries.read_again import (
    forget,
    guessed_columns,
    lists_in,
    pairs_reading_of,
    reading_of,
    table_of,
)
from nastavnik.domain.exchange.queries.standing import Hindrance, hindrances

__all__ = [
    "Hindrance",
    "Line",
    "PairsPreview",
    "Preview",
    "Undoing",
    "accepted_lately",
    "admitted_past_the_checklist",
    "can_still_be_pressed",
    "forget",
    "guessed_columns",
    "hindrances",
    "lists_in",
    "loaded_before",
    "modules_for_import",
    "pairs_reading_of",
    "preview",
    "preview_pairs",
    "reading_of",
    "saved_for",
    "saved_mapping",
    "table_of",
    "today_of",
    "undoing",
    "unfinished",
    "visible_to",
    "waiting_after",
]
