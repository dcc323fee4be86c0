"""What can be asked about consents. `processable` is the one gate to every use of a child's data."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import adult_on, born_after, minor_on
from nastavnik.domain.people.queries import visible_to as people_visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

# 152-ФЗ ст. 9 names no age; organisations may choose from which of these ages the child signs beside the guardian.
OWN_AGES = range(14, 18)


def processable(on: date, prefix: str = "") -> Q:
    """The one predicate: whose data may be used on the day, over Person or whatever reaches one by `prefix`.

    Adults; minors with a consent to processing in force under which stand all signatures that the age asks for: the
    guardian's, and from the age the organisation chose (14 unless said otherwise) also the child's own. A birth date
    that nobody knows counts as a child's under 14 where the person looks like one (`people.queries`).
    """
    by_guardian = Exists(_given(on, prefix).filter(_signed(SigningParty.GUARDIAN, on)))
    by_both = Exists(_given(on, prefix).filter(_signed(SigningParty.GUARDIAN, on), _signed(SigningParty.CHILD, on)))
    grown = signs_too(on, prefix)
    return adult_on(on, prefix) | (~grown & Q(by_guardian)) | (grown & Q(by_both))


def signs_too(on: date, prefix: str = "") -> Q:
    """Minors whose own signature is needed beside the guardian's."""
    of_age = Q()
    for age in OWN_AGES:
        of_age |= Q(**{f"{prefix}organisation__own_consent_from": age, f"{prefix}birth_date__lte": born_after(age, on)})
    return of_age & Q(**{f"{prefix}birth_date__gt": born_after(18, on)})


def _in_period(on: date) -> Q:
    begun = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    return begun & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))


def _given(on: date, prefix: str = "") -> QuerySet[Consent]:
    return Consent.objects.filter(_in_period(on), person=OuterRef(f"{prefix}pk"), kind=ConsentKind.PROCESSING)


def _signed(party: str, on: date) -> Q:
    return Q(Exists(ConsentSignature.objects.filter(consent=OuterRef("pk"), party=party, signed_on__lte=on)))


def is_processable(person: Person, on: date) -> bool:
    """`processable` for one person."""
    return Person.objects.filter(processable(on), pk=person.pk).exists()


def consent_in_force(person: Person, on: date) -> Consent | None:
    """The consent that opens the gate for this minor on the day, all signatures there; None where it is shut."""
    if not Person.objects.filter(processable(on) & minor_on(on), pk=person.pk).exists():
        return None
    given = Consent.objects.filter(_in_period(on), person=person, kind=ConsentKind.PROCESSING)
    return given.filter(_signed(SigningParty.GUARDIAN, on)).order_by("-starts_on", "-id").first()


def consents_in_force(persons: Any, on: date) -> dict[int, Consent]:
    """`consent_in_force` for many: person id → consent, in two queries; who is missing waits or is an adult."""
    open_to = Person.objects.filter(processable(on) & minor_on(on), pk__in=[person.pk for person in persons])
    given = Consent.objects.filter(_in_period(on), person__in=open_to, kind=ConsentKind.PROCESSING)
    signed = given.filter(_signed(SigningParty.GUARDIAN, on)).order_by("starts_on", "id")
    return {consent.person_id: consent for consent in signed}


def with_consent(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists and badges: `needs_consent`, `is_open`, `lacks_guardian`, `lacks_own`, `consent_id`, `consent_until`,
    `consent_withdrawn_on`, `consent_expired_on`, all in the query of the list itself."""
    given = _given(on).order_by("-starts_on", "-id")
    every = Consent.objects.filter(person=OuterRef("pk"), kind=ConsentKind.PROCESSING).order_by("-starts_on", "-id")
    needs = minor_on(on)
    guardian = Exists(_given(on).filter(_signed(SigningParty.GUARDIAN, on)))
    own = Exists(_given(on).filter(_signed(SigningParty.CHILD, on)))
    return people.annotate(
        needs_consent=Exists(Person.objects.filter(needs, pk=OuterRef("pk"))),
        is_open=Exists(Person.objects.filter(processable(on), pk=OuterRef("pk"))),
        lacks_guardian=Exists(Person.objects.filter(needs, pk=OuterRef("pk"))) & ~guardian,
        lacks_own=Exists(Person.objects.filter(signs_too(on), pk=OuterRef("pk"))) & ~own,
        consent_id=Subquery(given.values("pk")[:1]),
        consent_until=Subquery(given.values("ends_on")[:1], output_field=DateField()),
        consent_withdrawn_on=Subquery(every.values("withdrawn_on")[:1], output_field=DateField()),
        consent_expired_on=Subquery(every.values("ends_on")[:1], output_field=DateField()),
    )


def last_withdrawn(on: date) -> Q:
    """The newest consent of the person was withdrawn by the day: they are not waited for."""
    newer = Consent.objects.filter(person=OuterRef("person"), kind=ConsentKind.PROCESSING, pk__gt=OuterRef("pk"))
    mine = Consent.objects.filter(person=OuterRef("pk"), kind=ConsentKind.PROCESSING, withdrawn_on__lte=on)
    return Q(Exists(mine.exclude(Exists(newer))))


def waiting(user: Any, on: date) -> QuerySet[Person]:
    """Minors of the user's organisations for whom a signature is missing, with `lacks_guardian` and `lacks_own`.

    Who withdrew is not waited for: they are asked for under «отозвано».
    """
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    people = people_visible_to(user).filter(organisation__in=collects).exclude(processable(on))
    return with_consent(people.exclude(last_withdrawn(on)), on)


def visible_to(user: Any) -> QuerySet[Consent]:
    """Staff who collect consents see those of their organisation; others their own and their wards'."""
    people = people_visible_to(user).values("pk")
    return Consent.objects.filter(person__in=people).select_related("person").prefetch_related("signatures__signer")


def consents_of(person: Person) -> QuerySet[Consent]:
    """All consents of somebody, the newest first, with their signatures."""
    return Consent.objects.filter(person=person).order_by("-starts_on", "-id").prefetch_related("signatures__signer")


EXPIRES_SOON = 30  # days


@dataclass(frozen=True)
class ConsentBadge:
    """What a list says of somebody's consent: valid, expires, waiting, withdrawn, missing or not_needed."""

    state: str
    until: date | None = None
    on: date | None = None
    days: int = 0


def badge(person: Any, on: date) -> ConsentBadge:
    """The badge of a person loaded by `with_consent`; no query."""
    if not person.needs_consent:
        return ConsentBadge("not_needed")
    until = person.consent_until
    if person.is_open and until and (until - on).days <= EXPIRES_SOON:
        return ConsentBadge("expires", until, days=(until - on).days)
    if person.is_open:
        return ConsentBadge("valid", until)
    if person.consent_withdrawn_on and person.consent_withdrawn_on <= on and not person.consent_id:
        return ConsentBadge("withdrawn", on=person.consent_withdrawn_on)
    return ConsentBadge("waiting" if person.consent_id else "missing")


def withdrawn(user: Any, on: date) -> QuerySet[Person]:
    """Minors of the user's organisations whose newest consent was withdrawn."""
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    people = people_visible_to(user).filter(organisation__in=collects).exclude(processable(on))
    return with_consent(people.filter(last_withdrawn(on)), on)


def expiring(user: Any, on: date) -> QuerySet[Person]:
    """Minors whose consent is in force and ends within a month."""
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    people = people_visible_to(user).filter(processable(on), minor_on(on), organisation__in=collects)
    return with_consent(people, on).filter(consent_until__lte=on + timedelta(days=EXPIRES_SOON))  # type: ignore[misc]


def agreed(user: Any, on: date) -> QuerySet[Person]:
    """Minors whose consent is in force with all signatures."""
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    people = people_visible_to(user).filter(processable(on), minor_on(on), organisation__in=collects)
    return with_consent(people, on)


def consents_loaded() -> "Prefetch[Any, Any, Any]":
    """For pages of several children: their consents, the newest first, with signatures, as `consents_loaded`."""
    rows = Consent.objects.order_by("-starts_on", "-id").prefetch_related("signatures__signer")
    return Prefetch("consents", queryset=rows, to_attr="consents_loaded")
