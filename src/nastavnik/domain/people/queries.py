"""What can be asked about people. `visible_to` is the one door to rows of persons."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def visible_to(user: Any) -> QuerySet[Person]:
    """Staff who collect consents see the people of their organisation; others themselves and their own wards.

    Rooms above `consents` show a child to further viewers (mentor, head) through their own queries, behind
    `consents.queries.processable`.
    """
    if not user.is_authenticated:
        return Person.objects.none()
    today = clock.today()
    own_ward = Q(guardians__guardian__user=user, guardians__starts_on__lte=today) & (
        Q(guardians__ends_on__isnull=True) | Q(guardians__ends_on__gte=today)
    )
    staff = Q(organisation__in=standing(user).organisations_where(Permission.PEOPLE_SEE))
    if not standing(user).may(Permission.WARDS_SEE):
        return Person.objects.filter(staff | Q(user=user))
    return Person.objects.filter(staff | Q(user=user) | own_ward).distinct()


def person_of(user: Any, organisation: Organisation) -> Person | None:
    """The person that the user is in this organisation."""
    return Person.objects.filter(user=user, organisation=organisation).order_by("id").first()


def born_after(years: int, on: date) -> date:
    """Who was born after this day is younger than `years` on the day `on` (29 February counts as 1 March)."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 3, 1)


def age_on(birth_date: date, on: date) -> int:
    """Full years on a day."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
