"""What of experience was shared, by whom; whose attestation comes near."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from nastavnik.domain.achievements.models import Attestation, Sharing, SharingAuthor
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation, Programme
from nastavnik.domain.programmes.queries.visible import PRESENT

AHEAD = timedelta(days=180)  # so long before the day one begins to think of it


def sharings_visible_to(user: Any) -> QuerySet[Sharing]:
    """One's own, and of the institutions whose pairs one sees as staff; `shown` are authors who may be named today."""
    if not user.is_authenticated:
        return Sharing.objects.none()
    own = SharingAuthor.objects.filter(person__user=user).values("sharing")
    staff = standing(user).organisations_where(Permission.MENTORSHIP_SEE)
    rows = Sharing.objects.filter(Q(pk__in=own) | Q(organisation__in=staff))
    named = SharingAuthor.objects.filter(processable_today("person__")).select_related("person")
    authors = Prefetch("authors", queryset=named, to_attr="shown")
    return rows.select_related("programme", "organisation", "file").prefetch_related(authors)


def shared_in(programme: Programme, starts_on: date, ends_on: date) -> QuerySet[Sharing]:
    """What mentors of a programme shared from day to day, both counted: for reports and for the next cycle."""
    return Sharing.objects.filter(programme=programme, happened_on__range=(starts_on, ends_on))


def programmes_to_share(user: Any) -> QuerySet[Programme]:
    """Where the user may write it down: who leads for all programmes, a mentor for the own."""
    lead = standing(user).organisations_where(Permission.MENTORSHIP_EDIT)
    own = Participation.objects.filter(person__user=user, role=ParticipationRole.MENTOR, state__in=PRESENT)
    rows = Programme.objects.filter(Q(organisation__in=lead) | Q(modules__in=own.values("module")))
    return rows.distinct().select_related("organisation").order_by("title", "pk")


def mentors_of(programme: Programme) -> QuerySet[Person]:
    """Who can be named as author."""
    rows = Participation.objects.filter(
        module__programme=programme, role=ParticipationRole.MENTOR, state__in=PRESENT, person__erased_on__isnull=True
    )
    return Person.objects.filter(pk__in=rows.values("person")).order_by("normal_name", "pk")


def attestations_due(organisation: Organisation, by_day: date) -> QuerySet[Attestation]:
    """Whose term comes by the day and who has not passed yet, the earliest first."""
    rows = Attestation.objects.filter(organisation=organisation, due_on__lte=by_day, passed_on__isnull=True)
    return rows.filter(person__erased_on__isnull=True).select_related("person")


def attestation_of(person: Person) -> Attestation | None:
    return Attestation.objects.filter(person=person).first()
