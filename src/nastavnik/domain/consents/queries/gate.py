"""`processable` is the one gate to every use of a child's data."""

from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import adult_on, born_after, minor_on

# 152-ФЗ ст. 9 names no age; organisations may choose from which of these ages the child signs beside the guardian.
OWN_AGES = range(14, 18)


@lru_cache(maxsize=64)
def processable(on: date, prefix: str = "") -> Q:
    """The one predicate: whose data may be used on the day, over Person or whatever reaches one by `prefix`.

    Adults; minors with a consent to processing in force under which stand all signatures that the age asks for: the
    guardian's, and from the age the organisation chose (14 unless said otherwise) also the child's own. A birth date
    that nobody knows counts as a child's under 14 where the person looks like one (`people.queries`). Whose data were
    erased is used for nothing but counting.
    """
    here = Q(**{f"{prefix}erased_on__isnull": True})
    return here & (adult_on(on, prefix) | _signed_for_child(ConsentKind.PROCESSING, on, prefix))


def processable_today(prefix: str = "") -> Q:
    """`processable` over rows of whatever organisations, each by the day of its own time zone: what is withdrawn in
    the morning of Kamchatka is shut there at once, not when the day begins in Greenwich."""
    today = clock.today()
    ahead = _where_it_is_tomorrow(clock.now().replace(minute=clock.now().minute // 15 * 15, second=0, microsecond=0))
    return _processable_where(today, ahead, prefix)


@lru_cache(maxsize=64)
def _processable_where(today: date, ahead: tuple[str, ...], prefix: str) -> Q:
    if not ahead:
        return processable(today, prefix)
    there = Q(**{f"{prefix}organisation__time_zone__in": ahead})
    return (there & processable(today + timedelta(days=1), prefix)) | (~there & processable(today, prefix))


@lru_cache(maxsize=64)
def _where_it_is_tomorrow(at: datetime) -> tuple[str, ...]:
    """Zones east of Greenwich in which the day of the moment is over."""
    return tuple(name for name in _eastern_zones() if at.astimezone(ZoneInfo(name)).date() > at.date())


@cache
def _eastern_zones() -> tuple[str, ...]:
    """Names of zones that may be ahead of Greenwich; to find them on the disk takes long."""
    return tuple(sorted(name for name in available_timezones() if name.startswith(("Europe/", "Asia/"))))


def agreed_to(kind: str, on: date, prefix: str = "") -> Q:
    """Who agreed to a kind of consent that is in force on the day: a minor as in `processable`, an adult themself."""
    themself = Exists(given_on(on, kind, prefix).filter(_signed(SigningParty.ADULT, on)))
    return (adult_on(on, prefix) & Q(themself)) | (minor_on(on, prefix) & _signed_for_child(kind, on, prefix))


def publishable(on: date, prefix: str = "") -> Q:
    """Whose name, picture or words may be shown to everybody: by a consent of its own, beside the gate."""
    return processable(on, prefix) & agreed_to(ConsentKind.PUBLICATION, on, prefix)


def _signed_for_child(kind: str, on: date, prefix: str) -> Q:
    """Signatures are joined, not asked for one inside the other: this stands in nearly every list, and to be written as
    SQL costs it more than to be answered."""
    by_guardian = given_on(on, kind, prefix).filter(
        signatures__party=SigningParty.GUARDIAN, signatures__signed_on__lte=on
    )
    by_both = by_guardian.filter(signatures__party=SigningParty.CHILD, signatures__signed_on__lte=on)
    return Q(Exists(by_guardian)) & (~signs_too(on, prefix) | Q(Exists(by_both)))


def signs_too(on: date, prefix: str = "") -> Q:
    """Minors whose own signature is needed beside the guardian's."""
    of_age = Q()
    for age in OWN_AGES:
        of_age |= Q(**{f"{prefix}organisation__own_consent_from": age, f"{prefix}birth_date__lte": born_after(age, on)})
    return of_age & Q(**{f"{prefix}birth_date__gt": born_after(18, on)})


def _in_period(on: date) -> Q:
    begun = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    return begun & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))


def given_on(on: date, kind: str = ConsentKind.PROCESSING, prefix: str = "") -> QuerySet[Consent]:
    """For subqueries: consents of the outer person whose period holds on the day, whoever signed them."""
    return Consent.objects.filter(_in_period(on), person=OuterRef(f"{prefix}pk"), kind=kind)


def _signed(party: str, on: date) -> Q:
    return Q(Exists(ConsentSignature.objects.filter(consent=OuterRef("pk"), party=party, signed_on__lte=on)))


def is_processable(person: Person, on: date) -> bool:
    """`processable` for one person."""
    return Person.objects.filter(processable(on), pk=person.pk).exists()


def parties_of(person: Person, on: date) -> tuple[str, ...]:
    """Whose signatures the age of the person asks for on the day."""
    if not Person.objects.filter(minor_on(on), pk=person.pk).exists():
        return (SigningParty.ADULT,)
    if Person.objects.filter(signs_too(on), pk=person.pk).exists():
        return (SigningParty.GUARDIAN, SigningParty.CHILD)
    return (SigningParty.GUARDIAN,)


def is_complete(consent: Consent) -> bool:
    """Do all whose signature the age asks for stand under it?"""
    on = max(clock.today(consent.organisation.time_zone), consent.starts_on)
    signed = set(consent.signatures.values_list("party", flat=True))
    return signed.issuperset(parties_of(consent.person, on))


def _opening(on: date) -> QuerySet[Consent]:
    """Consents of minors that open the gate on the day: all signatures that the age asks for stand under them."""
    given = Consent.objects.filter(_in_period(on), kind=ConsentKind.PROCESSING).filter(minor_on(on, "person__"))
    enough = ~signs_too(on, "person__") | _signed(SigningParty.CHILD, on)
    return given.filter(_signed(SigningParty.GUARDIAN, on)).filter(enough)


def consent_in_force(person: Person, on: date) -> Consent | None:
    """The consent that opens the gate for this minor on the day, all signatures there; None where it is shut."""
    return _opening(on).filter(person=person).order_by("-starts_on", "-id").first()


def consents_in_force(persons: Any, on: date) -> dict[int, Consent]:
    """`consent_in_force` for many: person id → consent, in one query; who is missing waits or is an adult."""
    given = _opening(on).filter(person__in=[person.pk for person in persons]).order_by("starts_on", "id")
    return {consent.person_id: consent for consent in given}
