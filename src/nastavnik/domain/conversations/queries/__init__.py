"""What can be asked, one file an asker."""

from nastavnik.domain.conversations.queries.links import address_of, passing
from nastavnik.domain.conversations.queries.lists import (
    around,
    consultants_for,
    listed,
    modules_to_ask,
    words_of,
)
from nastavnik.domain.conversations.queries.office import in_office, is_overseen, paired_with, second_adults
from nastavnik.domain.conversations.queries.reading import (
    hearers,
    helpers_for,
    may_hear,
    readers_of,
    ringing,
    unheard,
)
from nastavnik.domain.conversations.queries.requests import AnswerTime, answer_time, unanswered
from nastavnik.domain.conversations.queries.thread import (
    Part,
    Said,
    members_of,
    said_before,
    thread,
    versions_of,
    watches,
)
from nastavnik.domain.conversations.queries.visible import (
    concerns_visible_to,
    held_visible_to,
    help_of_partner,
    links_visible_to,
    looked_after_by,
    messages_visible_to,
    not_to_be_shown,
    partners_of_user,
    questions_for,
    requests_visible_to,
    visible_to,
)

__all__ = [
    "AnswerTime",
    "Part",
    "Said",
    "address_of",
    "answer_time",
    "around",
    "concerns_visible_to",
    "consultants_for",
    "hearers",
    "held_visible_to",
    "help_of_partner",
    "helpers_for",
    "in_office",
    "is_overseen",
    "links_visible_to",
    "listed",
    "looked_after_by",
    "may_hear",
    "members_of",
    "messages_visible_to",
    "modules_to_ask",
    "not_to_be_shown",
    "paired_with",
    "partners_of_user",
    "passing",
    "questions_for",
    "readers_of",
    "requests_visible_to",
    "ringing",
    "said_before",
    "second_adults",
    "thread",
    "unanswered",
    "unheard",
    "versions_of",
    "visible_to",
    "watches",
    "words_of",
]
