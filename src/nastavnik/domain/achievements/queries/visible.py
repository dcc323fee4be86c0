"""The one door to rows of the room. A child's achievements are read by the child, the parents, the mentors and staff
who see the pair; the other children of a group read only what is their own."""

from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.domain.achievements.models import Achievement, Project
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import ward_ids
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole


def visible_to(user: Any) -> QuerySet[Achievement]:
    """One's own, one's wards', of the mentorships that one leads as mentor or sees as staff."""
    if not user.is_authenticated:
        return Achievement.objects.none()
    rows = Achievement.objects.filter(_near(user), mentorship__in=_pairs(user))
    return rows.select_related("person", "mentorship__organisation", "organisation", "file")


def of_mentorship(
    user: Any, mentorship: Mentorship
) -> tuple[QuerySet[Achievement], QuerySet[Project], QuerySet[Person]]:
    """`visible_to`, `projects_visible_to` and `mentees_visible_to` of a mentorship that the user sees: which ones these
    are is not asked three times more."""
    achieved = Achievement.objects.filter(_near(user), mentorship=mentorship)
    projects = Project.objects.filter(mentorship=mentorship)
    members = MentorshipMember.objects.filter(
        _near(user), mentorship=mentorship, role=ParticipationRole.MENTEE, has_left=False
    )
    return (
        achieved.select_related("person", "mentorship__organisation", "organisation", "file"),
        projects.select_related("mentorship__organisation", "organisation", "defence"),
        Person.objects.filter(pk__in=members.values("person")).select_related("organisation"),
    )


def projects_visible_to(user: Any) -> QuerySet[Project]:
    """Who sees the mentorship sees what it makes together."""
    rows = Project.objects.filter(mentorship__in=_pairs(user))
    return rows.select_related("mentorship__organisation", "organisation", "defence")


def mentees_visible_to(user: Any) -> QuerySet[Person]:
    """Whose portfolio may be opened: mentees, to the same people."""
    if not user.is_authenticated:
        return Person.objects.none()
    rows = MentorshipMember.objects.filter(role=ParticipationRole.MENTEE, mentorship__in=_pairs(user))
    found = rows.filter(_near(user)).values("person")
    return Person.objects.filter(pk__in=found).select_related("organisation")


def _near(user: Any) -> Q:
    """One's own, one's wards', of those whom one mentors, and for staff of the organisation."""
    near = Q(person__user=user) | Q(person__in=ward_ids(user)) | Q(mentorship__in=_mentored(user))
    return near | Q(organisation__in=_staff(user))


def _pairs(user: Any) -> QuerySet[Mentorship, Any]:
    return mentorships_visible_to(user).select_related(None).values("pk")


def _mentored(user: Any) -> QuerySet[MentorshipMember, Any]:
    mine = MentorshipMember.objects.filter(person__user=user, role=ParticipationRole.MENTOR, has_left=False)
    return mine.values("mentorship")


def _staff(user: Any) -> frozenset[int]:
    return standing(user).organisations_where(Permission.MENTORSHIP_SEE)
