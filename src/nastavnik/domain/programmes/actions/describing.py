"""What the registers say of a participation and matching does not read."""

from typing import Any

from django.db import transaction

from nastavnik.core import versions
from nastavnik.domain.programmes.models import Participation, ParticipationProfile


@transaction.atomic
def describe(
    participation: Participation,
    *,
    category: str,
    needs_conditions: bool | None,
    results: str,
    case_link: str,
    version: int | None = None,
    by: Any,
) -> ParticipationProfile:
    """Write category, conditions, results and the link to the case; with a `version` a late form is refused."""
    profile, _created = ParticipationProfile.objects.get_or_create(
        participation=participation, defaults={"organisation_id": participation.organisation_id}
    )
    changes = {
        "category": category.strip(),
        "needs_conditions": needs_conditions,
        "results": results.strip(),
        "case_link": case_link.strip(),
    }
    versions.save_changes(profile, changes, version=version or profile.version, by=by)
    return profile
