"""The page of a programme is taken away for another site, and taken down there."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.programmes.models import Programme, SiteExport
from nastavnik.domain.programmes.queries.site_exports import MENTOR, PERSON, digest


@transaction.atomic
def remember_export(programme: Programme, *, mentors: Iterable[int], people: Iterable[int], by: Any) -> SiteExport:
    """Write down whom the export names, by ids of persons: as mentors with a card, and otherwise."""
    named = {digest(MENTOR, person) for person in mentors} | {digest(PERSON, person) for person in people}
    export = SiteExport.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        made_on=clock.today(programme.organisation.time_zone),
        named=sorted(named),
    )
    audit.record("siteexport.make", export, by=by, fields=["named"])
    return export


def take_down(export: SiteExport, *, by: Any) -> None:
    """It stands on no site any more; said twice nothing happens."""
    if export.taken_down_on is None:
        today = clock.today(export.organisation.time_zone)
        versions.save_changes(export, {"taken_down_on": today}, version=export.version, by=by)
