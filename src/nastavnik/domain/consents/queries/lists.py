"""What lists of people ask of consents: badges, who is waited for, whose term ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.consents.queries.gate import given_on, processable, signs_too
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import minor_on
from nastavnik.domain.people.queries import visible_to as people_visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def with_consent(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists and badges: `needs_consent`, `is_open`, `lacks_guardian`, `lacks_own`, `consent_id`, `consent_until`,
    `consent_withdrawn_on`, `consent_expired_on`, all in the query of the list itself."""
    given = given_on(on).order_by("-starts_on", "-id")
    every = Consent.objects.filter(person=OuterRef("pk"), kind=ConsentKind.PROCESSING).order_by("-starts_on", "-id")
    needs = Exists(Person.objects.filter(minor_on(on), pk=OuterRef("pk")))
    signs = Exists(Person.objects.filter(signs_too(on), pk=OuterRef("pk")))
    return people.annotate(
        needs_consent=needs,
        is_open=Exists(Person.objects.filter(processable(on), pk=OuterRef("pk"))),
        consent_id=Subquery(given.values("pk")[:1]),
        lacks_guardian=needs & ~_signed_newest(SigningParty.GUARDIAN, on),
        lacks_own=signs & ~_signed_newest(SigningParty.CHILD, on),
        consent_until=Subquery(given.values("ends_on")[:1], output_field=DateField()),
        consent_withdrawn_on=Subquery(every.values("withdrawn_on")[:1], output_field=DateField()),
        consent_expired_on=Subquery(every.values("ends_on")[:1], output_field=DateField()),
    )


def _signed_newest(party: str, on: date) -> Any:
    """Did the party sign the newest consent in force (annotated before as `consent_id`)?"""
    return Exists(ConsentSignature.objects.filter(consent=OuterRef("consent_id"), party=party, signed_on__lte=on))


def last_withdrawn(on: date) -> Q:
    """The newest consent of the person was withdrawn by the day: they are not waited for."""
    newer = Consent.objects.filter(person=OuterRef("person"), kind=ConsentKind.PROCESSING, pk__gt=OuterRef("pk"))
    mine = Consent.objects.filter(person=OuterRef("pk"), kind=ConsentKind.PROCESSING, withdrawn_on__lte=on)
    return Q(Exists(mine.exclude(Exists(newer))))


def awaited(on: date) -> Q:
    """Minors whose consent is waited for, over Person: the one definition behind every count. Who withdrew is not
    waited for."""
    return ~processable(on) & ~last_withdrawn(on) & Q(erased_on__isnull=True)


def waiting(user: Any, on: date) -> QuerySet[Person]:
    """Minors of the user's organisations for whom a signature is missing, with `lacks_guardian` and `lacks_own`.

    Who withdrew is not waited for: they are asked for under «отозвано».
    """
    collects = standing(user).organisations_where(Permission.CONSENT_SEE)
    return with_consent(people_visible_to(user).filter(awaited(on), organisation__in=collects), on)


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
