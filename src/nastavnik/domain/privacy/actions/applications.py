"""Applications that tell of somebody without being theirs: of a guardian, or begun and never sent."""

from django.db.models import Q

from nastavnik.domain.intake.actions import erase
from nastavnik.domain.intake.enums import ApplicationState
from nastavnik.domain.intake.models import Application
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.normal import comparable_name

TOLD = ("guardian_name", "guardian_relation", "guardian_phone", "guardian_email")
ENOUGH_WORDS = 2  # of a name that is the same: «Ветрова Анна» is «Анна Игоревна Ветрова»


def drop_drafts(person: Person) -> int:
    """Drafts that belong to nobody yet go where name and birth date are the person's; returns how many."""
    rows = Application.objects.filter(
        organisation=person.organisation_id,
        person=None,
        state=ApplicationState.DRAFT,
        birth_date=person.birth_date,
        birth_date__isnull=False,
    )
    name = comparable_name(f"{person.surname} {person.given_name}")
    mine = [row.pk for row in rows if comparable_name(f"{row.surname} {row.given_name}") == name]
    return erase(Application.objects.filter(pk__in=mine))


def forget_guardian(guardian: Person) -> int:
    """Take the guardian out of applications of their children; returns of how many. Another guardian's words stay."""
    wards = Guardianship.objects.filter(guardian=guardian).values("child")
    reached = Q(person__in=wards)
    for field in ("phone", "email"):
        if said := getattr(guardian, field):
            reached |= Q(**{f"guardian_{field}": said})
    rows = Application.objects.filter(reached, organisation=guardian.organisation_id)
    mine = [row.pk for row in rows if _names(row, guardian)]
    return Application.objects.filter(pk__in=mine).update(**dict.fromkeys(TOLD, ""))


def _names(application: Application, guardian: Person) -> bool:
    """Is the guardian that the application tells of this one? Where the child has no other, it is."""
    said = set(comparable_name(application.guardian_name).split())
    name = set(guardian.normal_name.split())
    by_contact = any(
        getattr(guardian, field) and getattr(application, f"guardian_{field}") == getattr(guardian, field)
        for field in ("phone", "email")
    )
    others = Guardianship.objects.filter(child=application.person_id).exclude(guardian=guardian)
    is_told = any(getattr(application, field) for field in TOLD)
    return is_told and (len(said & name) >= ENOUGH_WORDS or by_contact or not others.exists())
