"""Editing catalogues: an institution's own entries, and its words over shipped ones."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.actions.carding import of_card, settle_cards
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.errors import EntryTitleTaken, UnknownEntry
from nastavnik.domain.programmes.fitting import STEP
from nastavnik.domain.programmes.models import CatalogueEntry
from nastavnik.domain.programmes.queries import catalogue as queries
from nastavnik.domain.programmes.shipped import Entry

WORDS = ("title", "text", "details", "is_confirmed")
BOUNDS = ("programme_type", "formats")  # of own entries; a shipped one keeps where it fits


@transaction.atomic
def add_entry(
    organisation: Organisation,
    catalogue: str,
    *,
    title: str,
    text: str = "",
    details: dict[str, Any] | None = None,
    programme_type: str = "",
    formats: Sequence[str] = (),
    by: Any,
) -> CatalogueEntry:
    """An entry of the institution alone, after all others. Its own words need no checking against a source."""
    _require_free_title(organisation, catalogue, title, besides="")
    row = CatalogueEntry.objects.create(
        organisation=organisation,
        catalogue=catalogue,
        code=f"new-{uuid4().hex}",
        title=title,
        text=text,
        details=details or {},
        programme_type=programme_type,
        formats=list(formats),
        is_confirmed=True,
    )
    row.code = f"own-{row.pk}"
    row.save(update_fields=["code"])
    audit.record("catalogueentry.add", row, by=by, fields=["title"])
    return row


@transaction.atomic
def edit_entry(
    organisation: Organisation, catalogue: str, code: str, changes: dict[str, Any], *, version: int | None, by: Any
) -> CatalogueEntry:
    """Write other words; a shipped entry gets the institution's row of the same code (`version` is None until then)."""
    entry = _entry(organisation, catalogue, code)
    if "title" in changes:
        _require_free_title(organisation, catalogue, changes["title"], besides=code)
    taken = WORDS if not entry.is_own else (*WORDS, *BOUNDS)
    changes = {name: value for name, value in changes.items() if name in taken}
    if entry.pk is None and version is None:
        row, is_new = _cover(organisation, entry, **changes)
        if not is_new:
            raise ChangedMeanwhile(row)
        audit.record("catalogueentry.add", row, by=by, fields=list(changes))
        _settle(organisation, catalogue, code)
        return row
    row = _row(organisation, entry)
    if version is None:
        raise ChangedMeanwhile(row)
    if not row.title:  # hidden or moved before, without words of its own
        changes = _words(entry) | changes
    versions.save_changes(row, changes, version=version, by=by)
    _settle(organisation, catalogue, code)
    return row


@transaction.atomic
def hide_entry(organisation: Organisation, catalogue: str, code: str, *, by: Any) -> CatalogueEntry:
    """Offer it no more; modules that have it keep it."""
    return _set_hidden(organisation, catalogue, code, True, by)


@transaction.atomic
def show_entry(organisation: Organisation, catalogue: str, code: str, *, by: Any) -> CatalogueEntry:
    """Offer it again."""
    return _set_hidden(organisation, catalogue, code, False, by)


@transaction.atomic
def restore_entry(organisation: Organisation, catalogue: str, code: str, *, by: Any) -> Entry:
    """Forget the institution's words of a shipped entry; its place stays."""
    entry = _entry(organisation, catalogue, code)
    if entry.is_changed:
        row = _row(organisation, entry)
        blank = {"title": "", "text": "", "details": {}, "is_confirmed": False, "is_hidden": False}
        versions.save_changes(row, blank, version=row.version, by=by)
        _settle(organisation, catalogue, code)
    return _entry(organisation, catalogue, code)


@transaction.atomic
def move_entry(organisation: Organisation, catalogue: str, code: str, *, up: bool, by: Any) -> None:
    """One place up or down among those that are offered; at an end nothing changes."""
    everything = list(queries.entries(organisation, catalogue, hidden=True))
    places = [place for place, one in enumerate(everything) if not one.is_hidden]
    here = next((number for number, place in enumerate(places) if everything[place].code == code), None)
    if here is None:
        raise UnknownEntry(catalogue=Catalogue(catalogue).label)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(places):
        return
    first, second = places[here], places[there]
    everything[first], everything[second] = everything[second], everything[first]
    for number, one in enumerate(everything, start=1):
        row = _row_beneath(organisation, one)
        CatalogueEntry.objects.filter(pk=row.pk).update(position=number * STEP)
        if one.code == code:
            audit.record("catalogueentry.move", row, by=by, fields=["position"])


def _set_hidden(organisation: Organisation, catalogue: str, code: str, hidden: bool, by: Any) -> CatalogueEntry:
    entry = _entry(organisation, catalogue, code)
    row = _row_beneath(organisation, entry)
    versions.save_changes(row, {"is_hidden": hidden}, version=row.version, by=by)
    return row


def _settle(organisation: Organisation, catalogue: str, code: str) -> None:
    """Modules of a kind whose card changed."""
    if catalogue == Catalogue.KIND:
        settle_cards(of_card(organisation, code))


def _entry(organisation: Organisation, catalogue: str, code: str) -> Entry:
    found = queries.entry(organisation, catalogue, code)
    if found is None:
        raise UnknownEntry(catalogue=Catalogue(catalogue).label if catalogue in Catalogue.values else catalogue)
    return found


def _row(organisation: Organisation, entry: Entry) -> CatalogueEntry:
    return CatalogueEntry.objects.get(organisation=organisation, catalogue=entry.catalogue, code=entry.code)


def _row_beneath(organisation: Organisation, entry: Entry) -> CatalogueEntry:
    """The row of an entry; a shipped one without a row gets one without words, which only hides or moves it."""
    if entry.pk:
        return _row(organisation, entry)
    return _cover(organisation, entry, title="", text="", details={}, is_confirmed=False)[0]


def _cover(organisation: Organisation, entry: Entry, **changes: Any) -> tuple[CatalogueEntry, bool]:
    """The row over a shipped entry, and whether it is new: somebody may have been faster."""
    return CatalogueEntry.objects.get_or_create(
        organisation=organisation, catalogue=entry.catalogue, code=entry.code, defaults=_words(entry) | changes
    )


def _words(entry: Entry) -> dict[str, Any]:
    return {
        "title": str(entry.title),
        "text": entry.text,
        "details": dict(entry.details),
        "is_confirmed": entry.is_confirmed,
    }


def _require_free_title(organisation: Organisation, catalogue: str, title: str, *, besides: str) -> None:
    for one in queries.entries(organisation, catalogue, hidden=True):
        if one.code != besides and str(one.title).casefold() == title.strip().casefold():
            raise EntryTitleTaken(title=title)
