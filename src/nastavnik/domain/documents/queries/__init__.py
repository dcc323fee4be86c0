"""What can be asked, one file an asker."""

from nastavnik.domain.documents.queries.checking import Checked, by_check_code
from nastavnik.domain.documents.queries.grounds import citation_flags, grounds_for, known_acts, unconfirmed_grounds
from nastavnik.domain.documents.queries.local_acts import local_acts
from nastavnik.domain.documents.queries.numbers import proposed_number
from nastavnik.domain.documents.queries.officials import coordinator_of, head_of, heads_of
from nastavnik.domain.documents.queries.own_templates import current_template
from nastavnik.domain.documents.queries.recognition import RECOGNISES, recognitions, thanked_already
from nastavnik.domain.documents.queries.together import (
    appendices_of,
    chain_of,
    edition_in_work,
    papers_of,
    replaced_by,
)
from nastavnik.domain.documents.queries.usual import Choice, Usual, usual_papers
from nastavnik.domain.documents.queries.visible import (
    grounds_visible_to,
    last_note,
    registry,
    visible_to,
)
from nastavnik.domain.documents.queries.waiting import (
    awaiting_approval,
    awaiting_certificate,
    awaiting_order,
    orderable,
    without_consent,
)

__all__ = [
    "RECOGNISES",
    "Checked",
    "Choice",
    "Usual",
    "appendices_of",
    "awaiting_approval",
    "awaiting_certificate",
    "awaiting_order",
    "by_check_code",
    "chain_of",
    "citation_flags",
    "coordinator_of",
    "current_template",
    "edition_in_work",
    "grounds_for",
    "grounds_visible_to",
    "head_of",
    "heads_of",
    "known_acts",
    "last_note",
    "local_acts",
    "orderable",
    "papers_of",
    "proposed_number",
    "recognitions",
    "registry",
    "replaced_by",
    "thanked_already",
    "unconfirmed_grounds",
    "usual_papers",
    "visible_to",
    "without_consent",
]
