"""Who can be signed in as by one click, in demo mode only."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation, Territory
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person, RoleAssignment, User
from nastavnik.domain.people.queries.ages import in_force


@dataclass(frozen=True)
class DemoChoice:
    """A role of the invented school and somebody who holds it."""

    role: str
    user: User
    person: Person | None
    organisation: Organisation | None  # None for who looks after a territory
    place: str  # what the organisation or the territory is called

    @property
    def title(self) -> str:
        return str(RoleCode(self.role).label)


def demo_users() -> list[DemoChoice]:
    """One user for each role and each demo organisation (territories last), in the order of the list of roles.

    Where several hold a role, whoever has the fewest others shows it best.
    """
    today = clock.today()
    invented = Territory.objects.filter(Q(organisations__is_demo=True) | Q(parts__organisations__is_demo=True))
    held = list(
        RoleAssignment.objects.filter(in_force(today), user__is_active=True)
        .filter(Q(organisation__is_demo=True) | Q(territory__in=invented.values("pk")))
        .select_related("user", "organisation", "territory")
        .order_by("organisation_id", "id")
    )
    roles_of = Counter(assignment.user_id for assignment in held)
    first: dict[tuple[int | None, str], RoleAssignment] = {}
    for assignment in sorted(held, key=lambda a: roles_of[a.user_id]):
        first.setdefault((assignment.organisation_id, assignment.role), assignment)
    persons: dict[tuple[int | None, int | None], Person] = {
        (person.user_id, person.organisation_id): person
        for person in Person.objects.filter(user__in=[assignment.user_id for assignment in first.values()])
    }
    order = list(RoleCode.values)
    return [
        DemoChoice(
            a.role,
            a.user,
            persons.get((a.user_id, a.organisation_id)),
            a.organisation,
            str(a.organisation or a.territory),
        )
        for a in sorted(
            first.values(), key=lambda a: (a.organisation_id is None, a.organisation_id or 0, order.index(a.role))
        )
    ]
