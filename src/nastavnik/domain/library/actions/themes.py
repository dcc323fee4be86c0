"""Themes that a mentor and a mentee choose from."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.library.actions.memos import own_code
from nastavnik.domain.library.errors import ThemeIsThere, ThemeWithoutWords
from nastavnik.domain.library.models import Theme
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.models import Programme


@dataclass(frozen=True)
class ThemeWords:
    title: str
    note: str = ""
    programme: Programme | None = None


@transaction.atomic
def add_theme(organisation: Organisation, words: ThemeWords, *, by: Any) -> Theme:
    """Raises ThemeWithoutWords, ThemeIsThere."""
    _check(organisation, words)
    theme = Theme.objects.create(organisation=organisation, code=own_code(), **_values(words))
    audit.record("theme.add", theme, by=by, fields=["title", "note", "programme"])
    return theme


@transaction.atomic
def edit_theme(theme: Theme, words: ThemeWords, *, version: int, by: Any) -> Theme:
    """Raises ThemeWithoutWords, ThemeIsThere, ChangedMeanwhile. What was recommended keeps its words."""
    _check(theme.organisation, words, but=theme.pk)
    save_changes(theme, _values(words), version=version, by=by)
    return theme


def show_theme(theme: Theme, *, is_shown: bool, by: Any) -> Theme:
    """Offer it, or no longer."""
    save_changes(theme, {"is_hidden": not is_shown}, version=theme.version, by=by)
    return theme


def _values(words: ThemeWords) -> dict[str, Any]:
    return {"title": words.title.strip(), "note": words.note.strip(), "programme": words.programme}


def _check(organisation: Organisation, words: ThemeWords, but: int | None = None) -> None:
    said = comparable_name(words.title)
    if not said:
        raise ThemeWithoutWords
    twins = Theme.objects.filter(organisation=organisation, programme=words.programme)
    if but is not None:
        twins = twins.exclude(pk=but)
    if said in {comparable_name(title) for title in twins.values_list("title", flat=True)}:
        raise ThemeIsThere
