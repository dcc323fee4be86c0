"""Guardians who go with their last child."""

from datetime import date

from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.privacy.queries import still_needed, working_roles


def left_alone(child: Person, on: date) -> list[Person]:
    """Guardians of this child alone, who neither take part nor work here: their data served the child's only."""
    guardians = Person.objects.filter(wards__child=child, erased_on__isnull=True).exclude(still_needed(on)).distinct()
    others = Guardianship.objects.filter(guardian__in=guardians, child__erased_on__isnull=True).exclude(child=child)
    busy = set(others.values_list("guardian_id", flat=True))
    return [
        guardian
        for guardian in guardians.select_related("organisation")
        if guardian.pk not in busy and not guardian.participations.exists() and not working_roles(guardian, on)
    ]
