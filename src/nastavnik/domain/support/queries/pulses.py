"""Whom to ask for the month's mark, and what was told."""

from datetime import date
from typing import Any

from django.core import signing
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat

from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.mentorships.queries import stopped_for_consent
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import holding
from nastavnik.domain.support.models import Pulse
from nastavnik.domain.support.pulse import month_of

SALT = "support.pulse"
LINK_DAYS = 62


def asked_of(user: Any, organisation: Organisation, on: date) -> QuerySet[MentorshipMember]:
    """Memberships at work of the user without a mark in this month; none where a consent is missing."""
    return _asked(organisation, on).filter(person__user=user).select_related("mentorship", "person")


def without_account(organisation: Organisation, on: date) -> QuerySet[MentorshipMember]:
    """The same for those who cannot sign in: they are asked by a personal link or on paper."""
    return _asked(organisation, on).filter(person__user__isnull=True).select_related("mentorship", "person")


def _asked(organisation: Organisation, on: date) -> QuerySet[MentorshipMember]:
    told = Pulse.objects.filter(mentorship=OuterRef("mentorship"), person=OuterRef("person"), month=month_of(on))
    rows = MentorshipMember.objects.filter(
        mentorship__organisation=organisation,
        mentorship__state__in=AT_WORK,
        mentorship__started_on__lte=begun_by(on),
        ends_on__isnull=True,
    )
    stopped = stopped_for_consent(Mentorship.objects.filter(pk=OuterRef("mentorship")))
    return rows.filter(~Exists(told), ~Exists(stopped)).order_by("mentorship_id", "id")


def told_by(user: Any, on: date) -> Exists:
    """For rows of Mentorship: has the user told the mark of this month?"""
    return Exists(Pulse.objects.filter(mentorship=OuterRef("pk"), person__user=user, month=month_of(on)))


def begun_by(on: date) -> date:
    """Nobody is asked in the first week: a pair that began seven days ago has something to tell."""
    return date.fromordinal(on.toordinal() - 7)


def own_pulse(user: Any, mentorship: Mentorship, on: date) -> Pulse | None:
    """What the user told this month."""
    return Pulse.objects.filter(mentorship=mentorship, person__user=user, month=month_of(on)).first()


def readers_of(mentorship: Mentorship, on: date) -> list[Person]:
    """Who will read a mark of this pair, said before it is given; nobody who is or was in the pair."""
    inside = mentorship.members.values("person")
    return list(_coordinators(on).filter(organisation=mentorship.organisation_id).exclude(pk__in=inside))


def first_reader(on: date) -> dict[str, Any]:
    """To annotate mentorships with: the name of the first of `readers_of`, and how many they are."""
    inside = MentorshipMember.objects.filter(mentorship=OuterRef(OuterRef("pk")), person=OuterRef("pk"))
    rows = _coordinators(on).filter(~Exists(inside), organisation=OuterRef("organisation"))
    named = rows.annotate(called=Concat("given_name", Value(" "), "patronymic"))
    counted = rows.order_by().values("organisation").annotate(number=Count("pk")).values("number")
    return {"reader_name": Subquery(named.values("called")[:1]), "reader_count": Coalesce(Subquery(counted), 0)}


def _coordinators(on: date) -> QuerySet[Person]:
    rows = Person.objects.filter(holding([RoleCode.COORDINATOR], on), user__is_active=True, erased_on__isnull=True)
    return rows.order_by("id")


def link_code(member_id: int) -> str:
    """The code of a personal link; it holds for two months and while the membership is open."""
    return signing.dumps(member_id, salt=SALT)


def member_by_code(code: str) -> MentorshipMember | None:
    """Whose link it is, while the pair works."""
    try:
        pk = signing.loads(code, salt=SALT, max_age=LINK_DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    rows = MentorshipMember.objects.filter(pk=pk, ends_on__isnull=True, mentorship__state__in=AT_WORK)
    return rows.select_related("mentorship__organisation", "person").first()
