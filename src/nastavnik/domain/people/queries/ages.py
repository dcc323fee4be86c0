"""How old somebody is on a day, and what counts where nobody knows."""

from datetime import date
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Enrolment, Person, RoleAssignment


def born_after(years: int, on: date) -> date:
    """Who was born after this day is younger than `years` on the day `on`. On a 29 February those born on 1 March are
    a day too young; who was born on one has the birthday on 1 March where there is none."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 2, 28)


def age_on(birth_date: date, on: date) -> int:
    """Full years on a day."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def in_force(on: date, prefix: str = "") -> Q:
    """The period of a row (reached by `prefix`) holds on the day, both ends included."""
    begun = Q(**{f"{prefix}starts_on__lte": on})
    return begun & (Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": on}))


@lru_cache(maxsize=64)
def minor_on(on: date, prefix: str = "") -> Q:
    """Younger than 18 on the day; an unknown birth date counts as a child's where the person looks like one."""
    young = Q(**{f"{prefix}birth_date__gt": born_after(18, on)})
    return young | counted_as_child(on, prefix)


@lru_cache(maxsize=64)
def adult_on(on: date, prefix: str = "") -> Q:
    """Everybody who is no minor."""
    return Q(**{f"{prefix}birth_date__lte": born_after(18, on)}) | (
        Q(**{f"{prefix}birth_date__isnull": True}) & ~counted_as_child(on, prefix)
    )


def counted_as_child(on: date, prefix: str = "") -> Q:
    """Birth date unknown, and in a study group, or a mentee of whom no post is known: «unknown» must not open a gate.

    A grown-up who learns (учитель–учитель) has a post; a pupil has a group. Such a person counts as younger than 14.
    """
    enrolled = Enrolment.objects.filter(in_force(on), person=OuterRef(f"{prefix}pk"))
    mentee = RoleAssignment.objects.filter(
        in_force(on),
        role=RoleCode.MENTEE,
        user=OuterRef(f"{prefix}user"),
        organisation=OuterRef(f"{prefix}organisation"),
    )
    learns = Q(Exists(enrolled)) | (Q(**{f"{prefix}post": ""}) & Q(Exists(mentee)))
    return Q(**{f"{prefix}birth_date__isnull": True}) & learns


def is_minor(person: Person, on: date) -> bool:
    """`minor_on` for one person; no query where the birth date is known."""
    if person.birth_date:
        return person.birth_date > born_after(18, on)
    return Person.objects.filter(minor_on(on), pk=person.pk).exists()
