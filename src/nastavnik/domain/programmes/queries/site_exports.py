"""Which pages were taken away for another site, and which of them name somebody who may not be named any more."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.crypto import salted_hmac

from nastavnik.core import clock
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import MentorCard, SiteExport
from nastavnik.domain.programmes.queries.mentor_cards import shown_mentors

SALT = "nastavnik.programmes.site_export"
MENTOR, PERSON = "mentor", "person"


def exports_visible_to(user: Any) -> QuerySet[SiteExport]:
    organisations = standing(user).organisations_where(Permission.PROGRAMME_EDIT)
    return SiteExport.objects.filter(organisation__in=organisations).select_related("programme", "organisation")


def digest(how: str, person_id: int) -> str:
    """Whom an export names, as a mentor with a card or otherwise: without the key of the server it tells nothing."""
    return salted_hmac(f"{SALT}.{how}", str(person_id), algorithm="sha256").hexdigest()[:32]


def naming_on_sites(organisation: Organisation) -> QuerySet[SiteExport]:
    """The last export of each programme, if it was not taken down and names anybody."""
    newer = SiteExport.objects.filter(programme=OuterRef("programme"), pk__gt=OuterRef("pk"))
    rows = SiteExport.objects.filter(~Exists(newer), organisation=organisation, taken_down_on=None)
    return rows.exclude(named=[]).select_related("programme")


def to_be_replaced(organisation: Organisation) -> list[SiteExport]:
    """Exports that name somebody whom the page would not name today: the consent was withdrawn or ended, the card was
    closed, the mentor left, the data were erased. One query where nobody is named, three otherwise."""
    naming = list(naming_on_sites(organisation))
    if not naming:
        return []
    allowed = _may_be_named(organisation)
    return [export for export in naming if not allowed.issuperset(export.named)]


def _may_be_named(organisation: Organisation) -> set[str]:
    today = clock.today(organisation.time_zone)
    agreed = Person.objects.filter(publishable(today), organisation=organisation).values_list("pk", flat=True)
    cards = MentorCard.objects.filter(organisation=organisation)
    mentors = shown_mentors(cards, today).values_list("participation__person_id", flat=True)
    return _digests(PERSON, agreed) | _digests(MENTOR, mentors)


def _digests(how: str, people: Iterable[int]) -> set[str]:
    return {digest(how, person) for person in people}
