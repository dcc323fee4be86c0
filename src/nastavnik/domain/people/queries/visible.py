"""Which rows somebody may see. `visible_to` is the one door to rows of persons."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Guardianship, Person, RoleAssignment
from nastavnik.domain.people.queries.ages import in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def visible_to(user: Any) -> QuerySet[Person]:
    """Staff who collect consents see the people of their organisation; others themselves and their own wards.

    Whose data were erased is nobody's to see. Rooms above `consents` show a child to further viewers (mentor, head)
    through their own queries, behind `consents.queries.processable`.
    """
    if not user.is_authenticated:
        return Person.objects.none()
    here = Person.objects.filter(erased_on__isnull=True)
    today = clock.today()
    own_ward = Q(guardians__guardian__user=user, guardians__starts_on__lte=today) & (
        Q(guardians__ends_on__isnull=True) | Q(guardians__ends_on__gte=today)
    )
    staff = Q(organisation__in=standing(user).organisations_where(Permission.PEOPLE_SEE))
    if not standing(user).may(Permission.WARDS_SEE):
        return here.filter(staff | Q(user=user))
    return here.filter(staff | Q(user=user) | own_ward).distinct()


def person_of(user: Any, organisation: Organisation) -> Person | None:
    """The person that the user is in this organisation."""
    return Person.objects.filter(user=user, organisation=organisation).order_by("id").first()


def wards_visible_to(user: Any, on: date) -> QuerySet[Person]:
    """The children for whom the user answers on the day."""
    answered = Guardianship.objects.filter(in_force(on), child=OuterRef("pk"), guardian__user=user)
    return Person.objects.filter(Exists(answered)).select_related("organisation")


def ward_ids(user: Any) -> QuerySet[Guardianship, Any]:
    """Ids of the children for whom the user answers today, to be asked within another query; none for who holds no
    role of a guardian. The one place where rooms learn whose child a row has to be about."""
    if not standing(user).may(Permission.WARDS_SEE):
        return Guardianship.objects.none().values("child")
    return Guardianship.objects.filter(in_force(clock.today()), guardian__user=user).values("child")


def guardianships_visible_to(user: Any) -> QuerySet[Guardianship]:
    """Guardianships that staff may edit."""
    staff = standing(user).organisations_where(Permission.PEOPLE_EDIT)
    return Guardianship.objects.filter(organisation__in=staff).select_related("guardian", "child")


def roles_visible_to(user: Any) -> QuerySet[RoleAssignment]:
    """Role assignments of the organisations that the user runs."""
    staff = standing(user).organisations_where(Permission.ORGANISATION_EDIT)
    return RoleAssignment.objects.filter(organisation__in=staff).select_related("user", "organisation")


def organisations_where(user: Any, permission: Permission) -> QuerySet[Organisation]:
    """Organisations in which the user holds the permission."""
    return Organisation.objects.filter(pk__in=standing(user).organisations_where(permission)).select_related(
        "territory", "territory__parent"
    )
