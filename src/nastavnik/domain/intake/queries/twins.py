"""Who of the organisation may be the applicant already."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from nastavnik.domain.intake.models import Application
from nastavnik.domain.intake.twins import POSSIBLY, SAME, Named, compare
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name

MOST_COMPARED = 200


@dataclass(frozen=True)
class Found:
    """`same` is certain; `possible` is asked."""

    same: Person | None = None
    possible: Person | None = None


def known_as(application: Application) -> Found:
    """Somebody of the organisation who is, or may be, the applicant; two queries at most."""
    me = Named(comparable_name(application.full_name), application.birth_date)
    people = list(_alike(application, me)[:MOST_COMPARED])
    verdicts = [(compare(me, Named(p.normal_name, p.birth_date)), p) for p in people]
    same = next((person for verdict, person in verdicts if verdict == SAME), None)
    possible = next((person for verdict, person in verdicts if verdict == POSSIBLY), None)
    return Found(same, None if same else possible)


def _alike(application: Application, me: Named) -> QuerySet[Person]:
    surname = me.name.split(" ")[0]
    near = Q(normal_name__startswith=f"{surname} ")
    if me.born:
        near |= Q(birth_date=me.born)
    rows = Person.objects.filter(near, organisation_id=application.organisation_id, erased_on__isnull=True)
    return rows.order_by("id")


def same_guardian(application: Application) -> Person | None:
    """A parent who is known already, of another child for instance: the same name and telephone or address."""
    name = comparable_name(application.guardian_name)
    rows = Person.objects.filter(organisation_id=application.organisation_id, normal_name=name, erased_on__isnull=True)
    reached = Q(pk__in=[])
    if application.guardian_phone:
        reached |= Q(phone=application.guardian_phone)
    if application.guardian_email:
        reached |= Q(email__iexact=application.guardian_email)
    return rows.filter(reached).order_by("id").first()
