"""What is with one person on a day."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Enrolment, Guardianship, Person, RoleAssignment, SignInToken
from nastavnik.domain.people.queries.ages import in_force


def guardians_of(person: Person, on: date) -> QuerySet[Guardianship]:
    """Who answers for the child on the day, `guardian` loaded."""
    return Guardianship.objects.filter(in_force(on), child=person).select_related("guardian").order_by("id")


def wards_of(person: Person, on: date) -> QuerySet[Guardianship]:
    """For whom somebody answers on the day, `child` loaded."""
    return Guardianship.objects.filter(in_force(on), guardian=person).select_related("child").order_by("id")


def enrolment_on(person: Person, on: date) -> Enrolment | None:
    """The study group of somebody on a day, `study_group` loaded."""
    rows = Enrolment.objects.filter(in_force(on), person=person).select_related("study_group")
    return rows.order_by("-starts_on", "-id").first()


def roles_of(person: Person, on: date) -> list[RoleAssignment]:
    """The roles somebody holds in their organisation on the day."""
    if person.user_id is None:
        return []
    held = RoleAssignment.objects.filter(in_force(on), user=person.user_id, organisation=person.organisation_id)
    return list(held.order_by("id"))


def open_sign_in(person: Person, at: datetime) -> SignInToken | None:
    """The code or link that was issued and can still be used."""
    tokens = SignInToken.objects.filter(user=person.user_id, used_at=None, withdrawn_at=None, expires_at__gt=at)
    return tokens.order_by("-issued_at").first() if person.user_id else None


def names_of_users(organisation: Organisation, users: Iterable[int | None]) -> dict[int | None, str]:
    """User id → the name under which the organisation knows them; one query."""
    rows = Person.objects.filter(organisation=organisation, user__in={pk for pk in users if pk})
    return {person.user_id: person.list_name for person in rows}
