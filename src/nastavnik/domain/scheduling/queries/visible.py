"""The one door to rows of the room: they are seen with the mentorship they belong to."""

from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.scheduling.models import CalendarFeed, LessonHours, MeetingSeries, TimeOffer
from nastavnik.domain.scheduling.tokens import digest_of


def offers_visible_to(user: Any) -> QuerySet[TimeOffer]:
    rows = TimeOffer.objects.filter(mentorship__in=mentorships.visible_to(user))
    return rows.select_related("mentorship__organisation", "mentorship__module__programme", "author", "organisation")


def series_visible_to(user: Any) -> QuerySet[MeetingSeries]:
    rows = MeetingSeries.objects.filter(mentorship__in=mentorships.visible_to(user))
    return rows.select_related("mentorship__organisation", "mentorship__module__programme", "organisation")


def hours_visible_to(user: Any) -> QuerySet[LessonHours]:
    """Lessons of the organisations that the user runs."""
    runs = standing(user).organisations_where(Permission.ORGANISATION_EDIT)
    return LessonHours.objects.filter(organisation__in=runs).select_related("study_group", "organisation")


def feed_of(person: Person) -> CalendarFeed | None:
    """The private address that holds."""
    return CalendarFeed.objects.filter(person=person, revoked_at__isnull=True).first()


def feed_by(token: str) -> CalendarFeed | None:
    """Whose calendar an address opens; none where it was revoked, the account shut or the person is no longer here."""
    rows = CalendarFeed.objects.filter(digest=digest_of(token), revoked_at__isnull=True)
    rows = rows.exclude(person__erased_on__isnull=False).exclude(person__user__is_active=False)
    return rows.select_related("person__organisation").first()


def wards_of(person: Person) -> QuerySet[Person]:
    """The children somebody answers for today."""
    today = clock.today(person.organisation.time_zone)
    return Person.objects.filter(in_force(today, "guardians__"), guardians__guardian=person, erased_on__isnull=True)


def member_or_guardian(person: Person) -> Q:
    """Memberships that are this person's own or a ward's."""
    return Q(person=person) | Q(person__in=wards_of(person))
