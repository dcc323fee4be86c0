"""What a module takes from the catalogues."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.programmes import fitting
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.errors import UnknownEntry
from nastavnik.domain.programmes.models import Module, ModuleEntry
from nastavnik.domain.programmes.queries import catalogue as queries
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.domain.programmes.shipped.notes import note

MOST = 7  # of one catalogue by itself: a module is read, not leafed through
LONG = (
    Catalogue.OUTCOME,
    Catalogue.METHOD,
    Catalogue.DIRECTION,
    Catalogue.TERM,
    Catalogue.OPPORTUNITY,
)  # lists that are taken whole


@transaction.atomic
def take_usual_entries(module: Module, *, by: Any) -> Module:
    """Fill a module with what is usual for its format, programme, stage and activity; what stands there stays.

    The aim is a sentence of the module itself, its kind comes first among the kinds.
    """
    about = queries.about_module(module)
    found = queries.entries(module.organisation)
    _take_words(module, found, about)
    present = set(module.entries.values_list("catalogue", flat=True))
    chosen = [one for one in fitting.usual(found, about) if one.catalogue != Catalogue.AIM]
    own_kind = [
        one for one in found if one.catalogue == Catalogue.KIND and one.code == (module.kind_code or module.kind)
    ]
    taken: dict[str, list[str]] = {}
    for one in (*own_kind, *chosen):
        codes = taken.setdefault(one.catalogue, [])
        if one.code not in codes and (len(codes) < MOST or one.catalogue in LONG):
            codes.append(one.code)
    ModuleEntry.objects.bulk_create(
        ModuleEntry(organisation_id=module.organisation_id, module=module, catalogue=name, code=code, position=place)
        for name, codes in taken.items()
        if name not in present
        for place, code in enumerate(codes)
    )
    audit.record("module.fill", module, by=by, fields=sorted(set(taken) - present))
    return module


@transaction.atomic
def set_module_entries(
    module: Module, catalogue: str, chosen: Sequence[tuple[str, str]], *, version: int, by: Any
) -> Module:
    """Replace what the module takes from one catalogue: codes in order, each with words of its own or none."""
    known = {one.code for one in queries.offered(module, catalogue)}
    for code, _text in chosen:
        if code not in known:
            raise UnknownEntry(catalogue=Catalogue(catalogue).label)
    versions.save_changes(module, {}, version=version, by=by)
    module.entries.filter(catalogue=catalogue).delete()
    ModuleEntry.objects.bulk_create(
        ModuleEntry(
            organisation_id=module.organisation_id,
            module=module,
            catalogue=catalogue,
            code=code,
            text=text.strip(),
            position=place,
        )
        for place, (code, text) in enumerate(dict(chosen).items())
    )
    audit.record("module.entries", module, by=by, fields=[catalogue])
    return module


def _take_words(module: Module, found: tuple[Entry, ...], about: fitting.About) -> None:
    aims = [one for one in fitting.usual(found, about) if one.catalogue == Catalogue.AIM]
    changes = {}
    if not module.aim and aims:
        changes["aim"] = aims[0].words
    if not module.note:
        changes["note"] = note(about.format_code, about.programme_type, about.activity)
    if changes:
        versions.save_changes(module, changes, version=module.version, by=None)
