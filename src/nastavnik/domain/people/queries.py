"""What can be asked about people. `visible_to` is the one door to rows of persons."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation, Territory
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person, RoleAssignment, SignInToken, User
from nastavnik.domain.people.normal import comparable_name
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


def in_force(on: date, prefix: str = "") -> Q:
    """The period of a row (reached by `prefix`) holds on the day, both ends included."""
    begun = Q(**{f"{prefix}starts_on__lte": on})
    return begun & (Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": on}))


def minor_on(on: date, prefix: str = "") -> Q:
    """Younger than 18 on the day; an unknown birth date counts as a child's where the person looks like one."""
    young = Q(**{f"{prefix}birth_date__gt": born_after(18, on)})
    return young | counted_as_child(on, prefix)


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


def cleared(on: date, prefix: str = "") -> Q:
    """An adult with a clearance in force on the day."""
    clearance = Clearance.objects.filter(clearance_in_force(on), person=OuterRef(f"{prefix}pk"))
    return adult_on(on, prefix) & Q(Exists(clearance))


def clearance_in_force(on: date) -> Q:
    """A clearance checked by the day, not expired, not withdrawn."""
    begun = Q(checked_on__lte=on)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    return begun & lasting & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))


def is_cleared(person: Person, on: date) -> bool:
    """May this adult work with children on the day?"""
    return Person.objects.filter(cleared(on), pk=person.pk).exists()


def clearances_of(person: Person) -> QuerySet[Clearance]:
    """All clearances of somebody, the newest first."""
    return Clearance.objects.filter(person=person).order_by("-checked_on")


def clearances_visible_to(user: Any) -> QuerySet[Clearance]:
    """Clearances are staff's business: those of the people of one's organisation."""
    staff = standing(user).organisations_where(Permission.CLEARANCE_RECORD)
    return Clearance.objects.filter(organisation__in=staff).select_related("person")


def guardians_of(person: Person, on: date) -> QuerySet[Guardianship]:
    """Who answers for the child on the day, `guardian` loaded."""
    return Guardianship.objects.filter(in_force(on), child=person).select_related("guardian").order_by("id")


def wards_of(person: Person, on: date) -> QuerySet[Guardianship]:
    """For whom somebody answers on the day, `child` loaded."""
    return Guardianship.objects.filter(in_force(on), guardian=person).select_related("child").order_by("id")


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


def holding(roles: Any, on: date) -> Q:
    """Persons who hold one of the roles in their organisation on the day."""
    held = RoleAssignment.objects.filter(
        in_force(on), role__in=list(roles), user=OuterRef("user"), organisation=OuterRef("organisation")
    )
    return Q(Exists(held))


def found_by(text: str) -> Q:
    """Every word of the text is in the name, whatever the case, ё or е."""
    found = Q()
    for word in comparable_name(text).split():
        found &= Q(normal_name__contains=word)
    return found


def listed(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists: the study group of the day as `group_title`, and the roles, in two queries whatever the number."""
    group = Enrolment.objects.filter(in_force(on), person=OuterRef("pk")).order_by("-starts_on", "-id")
    assignments = RoleAssignment.objects.filter(in_force(on)).order_by("id")
    return people.annotate(group_title=Subquery(group.values("study_group__title")[:1])).prefetch_related(
        Prefetch("user__role_assignments", queryset=assignments, to_attr="held_roles")
    )


def namesakes(organisation: Organisation, name: str) -> QuerySet[Person]:
    """People of the organisation with the same name in any spelling."""
    return Person.objects.filter(organisation=organisation, normal_name=comparable_name(name))


def without_clearance(user: Any, on: date) -> QuerySet[Person]:
    """Adult mentors whom nobody has cleared, or whose clearance is over, in the organisations of the user."""
    staff = standing(user).organisations_where(Permission.CLEARANCE_RECORD)
    people = Person.objects.filter(holding([RoleCode.MENTOR], on), organisation__in=staff)
    return people.filter(adult_on(on)).exclude(cleared(on))


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
    persons = {
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


def adults_of(organisation: Organisation, on: date) -> QuerySet[Person]:
    """Who may be given a staff role."""
    return Person.objects.filter(adult_on(on), organisation=organisation)


def staff_roles(organisation: Organisation, roles: Any, on: date) -> list[tuple[RoleAssignment, Person | None]]:
    """The staff roles held on the day or later, each with its person; two queries."""
    held = RoleAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on), organisation=organisation, role__in=list(roles)
    ).select_related("user")
    persons = {p.user_id: p for p in Person.objects.filter(organisation=organisation, user__in=held.values("user"))}
    rows = [(assignment, persons.get(assignment.user_id)) for assignment in held]
    order = {role: number for number, role in enumerate(roles)}
    return sorted(rows, key=lambda row: (order[row[0].role], row[1].list_name if row[1] else ""))


def with_clearance(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists: `needs_clearance`, `is_cleared`, `cleared_on`, `cleared_until`, in the query of the list itself."""
    held = Clearance.objects.filter(clearance_in_force(on), person=OuterRef("pk")).order_by("-checked_on")
    return people.annotate(
        needs_clearance=Exists(Person.objects.filter(adult_on(on), pk=OuterRef("pk"))),
        is_cleared=Exists(Person.objects.filter(cleared(on), pk=OuterRef("pk"))),
        cleared_on=Subquery(held.values("checked_on")[:1]),
        cleared_until=Subquery(held.values("valid_until")[:1]),
    )


def with_wards(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """Guardians with the children they answer for on the day as `wards_now`."""
    rows = Guardianship.objects.filter(in_force(on)).select_related("child").order_by("id")
    return people.prefetch_related(Prefetch("wards", queryset=rows, to_attr="wards_now"))


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


def enrolled_in(study_group: int, on: date) -> Q:
    """Persons in the study group on the day."""
    return Q(Exists(Enrolment.objects.filter(in_force(on), person=OuterRef("pk"), study_group=study_group)))


def wards_visible_to(user: Any, on: date) -> QuerySet[Person]:
    """The children for whom the user answers on the day."""
    answered = Guardianship.objects.filter(in_force(on), child=OuterRef("pk"), guardian__user=user)
    return Person.objects.filter(Exists(answered)).select_related("organisation")
