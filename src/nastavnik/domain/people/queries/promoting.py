"""Who goes into which class on the first day of the next year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from nastavnik.domain.organisations.models import AcademicYear, Organisation, StudyGroup
from nastavnik.domain.organisations.queries import academic_year_on, academic_years
from nastavnik.domain.people.grades import Next, next_of
from nastavnik.domain.people.models import Enrolment, Person, Promotion


@dataclass(frozen=True)
class GroupPlan:
    """One group of the year that ends: its people and the usual step."""

    group: StudyGroup
    people: tuple[Person, ...]
    usual: Next


@dataclass(frozen=True)
class PromotionPlan:
    """`placed`: who has a group in the new year already and is only taken out of the old one."""

    from_year: AcademicYear
    promoted_on: date
    groups: tuple[GroupPlan, ...]
    placed: frozenset[int]


def promotion_plan(organisation: Organisation, on: date) -> PromotionPlan | None:
    """The groups that are to go on, in their order; None where there are none or they went on already."""
    year = _year_that_ends(organisation, on)
    if year is None or year.ends_on is None or Promotion.objects.filter(from_year=year, undone_at=None).exists():
        return None
    first = year.ends_on + timedelta(days=1)
    people: dict[int, list[Person]] = defaultdict(list)
    enrolments = open_enrolments(year, first).select_related("person")
    for enrolment in enrolments.order_by("person__surname", "person__given_name", "id"):
        people[enrolment.study_group_id].append(enrolment.person)
    groups = tuple(
        GroupPlan(group, tuple(people[group.pk]), next_of(group.title, group.grade, organisation.kind))
        for group in StudyGroup.objects.filter(academic_year=year, pk__in=list(people)).order_by("grade", "title")
    )
    return PromotionPlan(year, first, groups, frozenset(placed_in_next(year, first)))


def open_enrolments(year: AcademicYear, first: date) -> QuerySet[Enrolment]:
    """Enrolments in groups of the year that would run into the next one."""
    rows = Enrolment.objects.filter(study_group__academic_year=year, starts_on__lt=first, person__erased_on=None)
    return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first - timedelta(days=1)))


def placed_in_next(year: AcademicYear, first: date) -> set[int]:
    """Persons who are in a group of the next year already."""
    rows = Enrolment.objects.filter(
        organisation_id=year.organisation_id,
        study_group__academic_year__starts_on__gte=first,
        study_group__academic_year__starts_on__lt=first + timedelta(days=366),
    )
    return set(rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first)).values_list("person_id", flat=True))


def _year_that_ends(organisation: Organisation, on: date) -> AcademicYear | None:
    """The earliest year that has people in its groups and did not go on: last year's in autumn, this one's else."""
    now = academic_year_on(organisation, on)
    rows = academic_years(organisation).filter(starts_on__lte=now.starts_on if now else on)
    went_on = Promotion.objects.filter(organisation=organisation, undone_at=None).values("from_year")
    recent = rows.filter(starts_on__gte=on - timedelta(days=2 * 366)).exclude(pk__in=went_on)
    for year in recent.order_by("starts_on"):
        if year.ends_on and open_enrolments(year, year.ends_on + timedelta(days=1)).exists():
            return year
    return None


def promotions(organisation: Organisation) -> QuerySet[Promotion]:
    """What was done, the newest first."""
    return Promotion.objects.filter(organisation=organisation).select_related("from_year", "to_year", "by")


def changed_since(promotion: Promotion) -> tuple[Person, ...]:
    """People whose class was changed after the promotion: it cannot be taken back over that."""
    made = Enrolment.objects.filter(pk__in=promotion.trace["made"])
    changed = set(made.exclude(version=1).values_list("person_id", flat=True))
    ended: Mapping[str, list[object]] = promotion.trace["ended"]
    for pk, person, version in Enrolment.objects.filter(pk__in=list(ended)).values_list("pk", "person_id", "version"):
        if version != ended[str(pk)][0]:
            changed.add(person)
    return tuple(Person.objects.filter(pk__in=changed))
