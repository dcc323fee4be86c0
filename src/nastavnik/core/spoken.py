"""Sentences of rooms that work without Django set up too: marked where they stand, translated where they are shown."""

from django.apps import apps
from django.utils.translation import gettext


def marked(text: str) -> str:
    """Marks a text for the catalogue without asking for settings; imported as `_`, `spoken` translates it."""
    return text


def spoken(text: str) -> str:
    """The text in the language of the reader; before Django is set up (no server, no database) as it is written."""
    return gettext(text) if text and apps.ready else text
