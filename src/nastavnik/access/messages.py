"""Error → sentence, in one place."""

from django.utils.html import format_html

from nastavnik.core import links
from nastavnik.core.errors import DomainError


def sentence(error: DomainError) -> str:
    """What a person reads: what happened, where, what to do; with a link where the error knows the page."""
    said = plain_sentence(error)
    if not error.place:
        return said
    return format_html('{} <a href="{}">{}</a>', said, links.path(error.place), error.place_title)


def plain_sentence(error: DomainError) -> str:
    """The same where there are no links: on a terminal."""
    return str(error.sentence) % error.params if error.params else str(error.sentence)
