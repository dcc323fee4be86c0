"""Telling everybody what is new, and taking it back."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, lifecycle, versions
from nastavnik.domain.programmes.enums import NewsState
from nastavnik.domain.programmes.errors import NamesInNews, NewsIsGone
from nastavnik.domain.programmes.models import NewsItem, Programme
from nastavnik.domain.programmes.queries.news import not_to_be_named


@transaction.atomic
def write_news(programme: Programme, *, title: str, text: str, told_on: date, by: Any) -> NewsItem:
    """A draft: nobody but staff reads it yet."""
    item = NewsItem.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        title=title.strip(),
        text=text.strip(),
        told_on=told_on,
    )
    audit.record("newsitem.write", item, by=by, fields=["title", "text", "told_on"])
    return item


def edit_news(
    item: NewsItem, *, title: str, text: str, told_on: date, version: int, by: Any, names_are_checked: bool = False
) -> NewsItem:
    """Other words; those of a published item are read by everybody at once, so their names are looked at again.

    Raises NamesInNews, NewsIsGone, ChangedMeanwhile.
    """
    if item.state == NewsState.DISCARDED:
        raise NewsIsGone
    changes = {"title": title.strip(), "text": text.strip(), "told_on": told_on}
    if item.state == NewsState.PUBLISHED and not names_are_checked:
        _require_no_names(item, title, text)
    versions.save_changes(item, changes, version=version, by=by)
    return item


def publish_news(item: NewsItem, *, by: Any, names_are_checked: bool = False) -> None:
    """From now on everybody reads it. Raises NamesInNews."""
    if not names_are_checked:
        _require_no_names(item, item.title, item.text)
    lifecycle.advance(item, "publish_news", by=by)


def hide_news(item: NewsItem, *, by: Any) -> None:
    """Nobody reads it from now on; it stays here and can be published again."""
    lifecycle.advance(item, "hide_news", by=by)


def discard_news(item: NewsItem, *, by: Any) -> None:
    """Take a draft or a hidden item away for good."""
    lifecycle.advance(item, "discard_news", by=by)


def _require_no_names(item: NewsItem, *texts: str) -> None:
    found = not_to_be_named(item.organisation, *texts)
    if found:
        raise NamesInNews(names=", ".join(dict.fromkeys(person.surname for person in found)))
