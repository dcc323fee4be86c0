"""Which entries of the catalogues a module takes, and how an institution's rows lie over the shipped ones. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from nastavnik.domain.programmes.shipped.shape import Entry

STEP = 10  # between two shipped entries, so that an institution puts its own between them


@dataclass(frozen=True)
class About:
    """What is known of a module; empty is not known."""

    programme_type: str = ""
    format_code: str = ""
    education_stage: str = ""
    activity: str = ""


def may_fit(entry: Entry, about: About) -> bool:
    """Is the entry offered here? What is not known excludes nothing."""
    return (
        (not entry.programme_type or not about.programme_type or entry.programme_type == about.programme_type)
        and _one_of(entry.formats, about.format_code)
        and _one_of(entry.stages, about.education_stage)
        and _one_of(entry.activities, about.activity)
    )


def usual(entries: Iterable[Entry], about: About) -> list[Entry]:
    """What a new module takes by itself, in the order given.

    An entry for one stage or activity is taken only where that is known. Where entries for the very format exist, the
    shipped ones for its whole type of programme step back, so that a module stays short and none is empty.
    """
    taken = [entry for entry in entries if entry.is_usual and not entry.is_hidden and _surely_fits(entry, about)]
    with_own = {entry.catalogue for entry in taken if entry.formats}
    return [entry for entry in taken if not (_steps_back(entry) and entry.catalogue in with_own)]


def laid_over(shipped: Iterable[Entry], rows: Iterable[Any]) -> list[Entry]:
    """Shipped entries with an institution's rows (`CatalogueEntry`) over those of the same code, its own after them.

    No entry is lost: a row without a title only hides or moves a shipped one. A row over an entry that is shipped no
    longer stays as the institution's own.
    """
    over = {(row.catalogue, row.code): row for row in rows}
    ranked: list[tuple[int, int, Entry]] = []
    places: dict[str, int] = {}
    for entry in shipped:
        places[entry.catalogue] = places.get(entry.catalogue, 0) + STEP
        row = over.pop((entry.catalogue, entry.code), None)
        laid = entry if row is None else _covered(entry, row)
        ranked.append(((row.position if row else 0) or places[entry.catalogue], len(ranked), laid))
    for row in over.values():
        if row.title:
            ranked.append((row.position or places.get(row.catalogue, 0) + STEP, len(ranked), _own(row)))
    order = {catalogue: number for number, catalogue in enumerate(dict.fromkeys(one[2].catalogue for one in ranked))}
    return [one[2] for one in sorted(ranked, key=lambda one: (order[one[2].catalogue], one[0], one[1]))]


def _one_of(allowed: tuple[str, ...], value: str) -> bool:
    return not allowed or not value or value in allowed


def _surely_fits(entry: Entry, about: About) -> bool:
    return (
        entry.programme_type in ("", about.programme_type)
        and (not entry.formats or about.format_code in entry.formats)
        and (not entry.stages or about.education_stage in entry.stages)
        and (not entry.activities or about.activity in entry.activities)
    )


def _steps_back(entry: Entry) -> bool:
    narrower = entry.formats or entry.stages or entry.activities
    return bool(entry.programme_type) and not (narrower or entry.is_own or entry.is_changed)


def _covered(entry: Entry, row: Any) -> Entry:
    kept = replace(entry, is_hidden=row.is_hidden, pk=row.pk, version=row.version)
    if not row.title:
        return kept
    return replace(
        kept,
        title=row.title,
        text=row.text,
        details={**entry.details, **row.details},
        is_confirmed=row.is_confirmed,
        is_usual=bool(row.details.get("usual", entry.is_usual)),
        is_changed=True,
    )


def _own(row: Any) -> Entry:
    return Entry(
        catalogue=row.catalogue,
        code=row.code,
        title=row.title,
        text=row.text,
        details=row.details,
        programme_type=row.programme_type,
        formats=tuple(row.formats),
        is_usual=bool(row.details.get("usual", False)),
        is_confirmed=row.is_confirmed,
        is_own=True,
        is_hidden=row.is_hidden,
        pk=row.pk,
        version=row.version,
    )
