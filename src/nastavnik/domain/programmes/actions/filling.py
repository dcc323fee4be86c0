"""Filling what a profile does not say yet; what stands there is never overwritten."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit
from nastavnik.domain.programmes.actions.profiles import PLAIN_FIELDS, plain_values, write_topics
from nastavnik.domain.programmes.models import Module, Participation, ParticipationProfile
from nastavnik.domain.programmes.queries.profiles import said_of
from nastavnik.domain.programmes.records import ProfileValues


@transaction.atomic
def fill_profiles(module: Module, entries: Sequence[tuple[Participation, ProfileValues]], *, by: Any) -> int:
    """Write into empty fields only; returns how many profiles gained something."""
    before = said_of([participation.pk for participation, _values in entries])
    gains = [(p, before[p.pk], filled(before[p.pk], values)) for p, values in entries if p.pk in before]
    gains = [(p, old, new) for p, old, new in gains if new != old]
    if not gains:
        return 0
    rows = ParticipationProfile.objects.filter(participation__in=[p.pk for p, _old, _new in gains])
    profiles = {profile.participation_id: profile for profile in rows}
    for participation, _old, new in gains:
        for name, value in plain_values(new).items():
            setattr(profiles[participation.pk], name, value)
        profiles[participation.pk].version = F("version") + 1
    ParticipationProfile.objects.bulk_update(profiles.values(), [*PLAIN_FIELDS, "version"], batch_size=200)
    write_topics(module.organisation, [(profiles[p.pk], _only_new_topics(old, new)) for p, old, new in gains])
    audit.record("participationprofile.fill", module, by=by, fields=[*PLAIN_FIELDS, "topics"])
    return len(gains)


def filled(old: ProfileValues, new: ProfileValues) -> ProfileValues:
    """`old` with its empty fields taken from `new`."""
    empty = {name: getattr(new, name) for name, value in vars(old).items() if value in (None, (), "")}
    return replace(old, **empty)


def _only_new_topics(old: ProfileValues, new: ProfileValues) -> ProfileValues:
    gained = {
        name: getattr(new, name)
        for name in ("main_need", "needs", "competences", "interests", "values", "ways", "team_topic")
        if getattr(old, name) in (None, ())
    }
    return ProfileValues(**gained)
