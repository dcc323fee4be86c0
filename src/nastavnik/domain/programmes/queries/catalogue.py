"""Catalogues as an institution sees them, what a module takes of them, and the card of its kind."""

from collections import Counter
from dataclasses import dataclass, replace

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.fitting import About, laid_over, may_fit
from nastavnik.domain.programmes.kinds import KindCard, card
from nastavnik.domain.programmes.models import CatalogueEntry, Module
from nastavnik.domain.programmes.shipped import SHIPPED, Entry


@dataclass(frozen=True)
class CatalogueFacts:
    """One line of the list of catalogues; numbers are of entries that are offered, `hidden` of those that are not."""

    catalogue: str
    title: str
    entries: int
    own: int
    changed: int
    unconfirmed: int
    hidden: int


def entries(
    organisation: Organisation,
    catalogue: str | None = None,
    *,
    programme_type: str = "",
    format_code: str = "",
    education_stage: str = "",
    activity: str = "",
    hidden: bool = False,
) -> tuple[Entry, ...]:
    """Shipped entries with the institution's over them, in order; one query. An empty question excludes nothing;
    `hidden` adds those that are offered no more."""
    about = About(programme_type, format_code, education_stage, activity)
    return tuple(
        entry
        for entry in _laid(organisation.pk, catalogue)
        if (hidden or not entry.is_hidden) and may_fit(entry, about)
    )


def entry(organisation: Organisation, catalogue: str, code: str) -> Entry | None:
    """One entry, also a hidden one; None where there is none of this code."""
    return next((one for one in _laid(organisation.pk, catalogue) if one.code == code), None)


def module_entries(module: Module) -> dict[str, tuple[Entry, ...]]:
    """Catalogue → what the module takes, in its order, its own words in `Entry.text`; two queries.

    An entry that the institution hid since then stays; one that exists no more stays where the module has words for it.
    """
    rows = list(module.entries.all())
    known = {(one.catalogue, one.code): one for one in _laid(module.organisation_id)}
    taken: dict[str, list[Entry]] = {}
    for row in rows:
        found = known.get((row.catalogue, row.code))
        if found and row.text:
            found = replace(found, text=row.text)
        elif not found and row.text:
            found = Entry(row.catalogue, row.code, row.text, row.text, is_own=True)
        if found:
            taken.setdefault(row.catalogue, []).append(found)
    return {catalogue: tuple(found) for catalogue, found in taken.items()}


def offered(module: Module, catalogue: str | None = None) -> tuple[Entry, ...]:
    """What fits the module, and what it has taken already."""
    about = about_module(module)
    taken = set(module.entries.values_list("catalogue", "code"))
    return tuple(
        one
        for one in _laid(module.organisation_id, catalogue)
        if (not one.is_hidden and may_fit(one, about)) or (one.catalogue, one.code) in taken
    )


def about_module(module: Module) -> About:
    """What decides which entries fit a module."""
    programme = module.programme
    return About(programme.type, module.mentoring_format.code, programme.education_stage, programme.activity)


def kind_of(module: Module) -> KindCard:
    """The kind of a module with the institution's name and numbers; one query."""
    cards = {one.code: card(one) for one in _laid(module.organisation_id, Catalogue.KIND)}
    found = cards.get(module.kind_code or module.kind)
    return found if found and found.behaves_as == module.kind else cards[module.kind]


def kinds_for(organisation: Organisation, *, keep: str = "") -> tuple[KindCard, ...]:
    """Kinds that a module may be of: shipped and own ones; `keep` is a code that stays although it is hidden."""
    laid = _laid(organisation.pk, Catalogue.KIND)
    return tuple(card(one) for one in laid if not one.is_hidden or one.code == keep)


def catalogue_facts(organisation: Organisation) -> list[CatalogueFacts]:
    """All catalogues with their numbers; one query."""
    shown: dict[str, Counter[str]] = {code: Counter() for code in Catalogue.values}
    for one in _laid(organisation.pk):
        counted = shown[one.catalogue]
        if one.is_hidden:
            counted["hidden"] += 1
            continue
        counted.update(entries=1, own=one.is_own, changed=one.is_changed, unconfirmed=not one.is_confirmed)
    names = ("entries", "own", "changed", "unconfirmed", "hidden")
    return [
        CatalogueFacts(code, str(Catalogue(code).label), **{name: counted[name] for name in names})
        for code, counted in shown.items()
    ]


def _laid(organisation_id: int, catalogue: str | None = None) -> list[Entry]:
    rows = CatalogueEntry.objects.filter(organisation=organisation_id)
    if catalogue:
        rows = rows.filter(catalogue=catalogue)
    shipped = (one for one in SHIPPED if catalogue in (None, one.catalogue))
    return laid_over(shipped, rows)
