"""What can be asked about applications, one file an asker. `visible_to` is the one door to rows of applications."""

from nastavnik.domain.intake.queries.applying import application_by_code, application_of, groups_to_choose
from nastavnik.domain.intake.queries.extra import Extra, extra_for, extra_of, questions_to_choose
from nastavnik.domain.intake.queries.intakes import (
    event_of,
    intake_by,
    intake_by_code,
    intakes_visible_to,
    modules_to_open,
    takes_on,
    taking_now,
)
from nastavnik.domain.intake.queries.review import (
    VIEWS,
    awaiting_review,
    counts,
    found_by,
    in_view,
    next_to_review,
    others_of,
    overdue_on,
    remedies_due,
    talks_waiting,
    visible_to,
    with_gate,
)
from nastavnik.domain.intake.queries.twins import known_as

__all__ = [
    "VIEWS",
    "Extra",
    "application_by_code",
    "application_of",
    "awaiting_review",
    "counts",
    "event_of",
    "extra_for",
    "extra_of",
    "found_by",
    "groups_to_choose",
    "in_view",
    "intake_by",
    "intake_by_code",
    "intakes_visible_to",
    "known_as",
    "modules_to_open",
    "next_to_review",
    "others_of",
    "overdue_on",
    "questions_to_choose",
    "remedies_due",
    "takes_on",
    "taking_now",
    "talks_waiting",
    "visible_to",
    "with_gate",
]
