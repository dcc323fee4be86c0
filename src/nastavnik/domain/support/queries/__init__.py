"""What can be asked, one file an asker."""

from nastavnik.domain.support.queries.duties import Duty, due_on, duty, frequencies, in_order, marks, with_support
from nastavnik.domain.support.queries.page import PairSupport, of_pair
from nastavnik.domain.support.queries.pulses import (
    asked_of,
    begun_by,
    first_reader,
    link_code,
    member_by_code,
    own_pulse,
    readers_of,
    told_by,
    without_account,
)
from nastavnik.domain.support.queries.reaching import guardians
from nastavnik.domain.support.queries.strengths import facts_of
from nastavnik.domain.support.queries.visible import (
    contacts_visible_to,
    looked_after_by,
    pulses_visible_to,
    snoozes_visible_to,
)

__all__ = [
    "Duty",
    "PairSupport",
    "asked_of",
    "begun_by",
    "contacts_visible_to",
    "due_on",
    "duty",
    "facts_of",
    "first_reader",
    "frequencies",
    "guardians",
    "in_order",
    "link_code",
    "looked_after_by",
    "marks",
    "member_by_code",
    "of_pair",
    "own_pulse",
    "pulses_visible_to",
    "readers_of",
    "snoozes_visible_to",
    "told_by",
    "with_support",
    "without_account",
]
