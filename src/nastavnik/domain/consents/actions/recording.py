"""Recording what was signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from nastavnik.core import audit, clock, versions
from nastavnik.core.inserting import insert_all, insert_lines
from nastavnik.domain.consents.enums import ConsentKind, SigningMethod, SigningParty
from nastavnik.domain.consents.errors import (
    ConsentEndsBeforeItBegins,
    NotAGuardian,
    NothingSigned,
    SignedInFuture,
)
from nastavnik.domain.consents.models import Consent, ConsentSignature, ConsentText
from nastavnik.domain.consents.queries import is_complete
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import age_on

FIRST_OWN_AGE = 14  # ГК РФ ст. 26: from fourteen a child signs papers


@dataclass(frozen=True)
class Signature:
    """Who signed, when and how; `signer` is None where nobody wrote down which guardian it was, `signer_name` is what
    somebody who is no person of ours typed under it."""

    party: str
    signer: Person | None
    signed_on: date
    method: str = SigningMethod.PAPER
    signer_name: str = ""


@transaction.atomic
def record_consent(
    person: Person,
    *,
    kind: str = ConsentKind.PROCESSING,
    starts_on: date,
    ends_on: date | None = None,
    signatures: Sequence[Signature],
    text: ConsentText | None = None,
    by: Any,
) -> Consent:
    """Write down what was signed. A signature that was missing is added to the consent in force.

    Where the party signed before and the term is another one, it is a new paper: the former consent ends where the
    new one begins. To other words the consent is another one too: it stands beside the former, which ends when all
    have signed the new one.
    """
    _check(person, starts_on, ends_on, signatures)
    given = _held(person, kind, text)
    if given and _is_renewed(given, starts_on, ends_on, signatures):
        versions.save_changes(given, {"withdrawn_on": _end_of(given, starts_on)}, version=given.version, by=by)
        given = None
    if given is None:
        given = Consent.objects.create(
            organisation_id=person.organisation_id,
            person=person,
            kind=kind,
            text=text,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    added = _add_signatures(given, signatures, by)
    _end_others(given, by)
    audit.record("consent.record", given, by=by, fields=sorted(added))
    return given


def _held(person: Person, kind: str, text: ConsentText | None) -> Consent | None:
    """The consent that a signature joins: to these words, or to words that nobody wrote down."""
    lasting = Consent.objects.filter(person=person, kind=kind, withdrawn_on__isnull=True).order_by("-starts_on", "-id")
    if text is not None:
        lasting = lasting.filter(Q(text=text) | Q(text__isnull=True))
    return lasting.first()


def _end_others(given: Consent, by: Any) -> None:
    """Once all have signed the new words, the consent to the former ones is over."""
    others = Consent.objects.filter(person=given.person_id, kind=given.kind, withdrawn_on__isnull=True)
    others = others.exclude(pk=given.pk)
    if not others.exists() or not is_complete(given):
        return
    for other in others:
        versions.save_changes(
            other, {"withdrawn_on": max(given.starts_on, other.starts_on)}, version=other.version, by=by
        )


@transaction.atomic
def record_papers(
    children: Sequence[Person], *, parties: Sequence[str], signed_on: date, ends_on: date | None = None, by: Any
) -> list[Consent]:
    """The same paper signed for several children: all are recorded, or, with the first error, none.

    A child who is too young to sign is not written down as a signer.
    """
    recorded = []
    for child in children:
        signatures = [
            Signature(party, child if party == SigningParty.CHILD else None, signed_on)
            for party in parties
            if party != SigningParty.CHILD or _may_sign(child, signed_on)
        ]
        recorded.append(record_consent(child, starts_on=signed_on, ends_on=ends_on, signatures=signatures, by=by))
    return recorded


def _may_sign(child: Person, on: date) -> bool:
    return child.birth_date is not None and age_on(child.birth_date, on) >= FIRST_OWN_AGE


def _check(person: Person, starts_on: date, ends_on: date | None, signatures: Sequence[Signature]) -> None:
    if not signatures:
        raise NothingSigned
    if ends_on and ends_on < starts_on:
        raise ConsentEndsBeforeItBegins
    today = clock.today(person.organisation.time_zone)
    for signature in signatures:
        if signature.signed_on > today:
            raise SignedInFuture(day=f"{signature.signed_on:%d.%m.%Y}")
        if signature.party == SigningParty.GUARDIAN and signature.signer:
            _check_guardian(person, signature.signer)


def _check_guardian(child: Person, signer: Person) -> None:
    if not Guardianship.objects.filter(child=child, guardian=signer).exists():
        raise NotAGuardian(name=signer.list_name)


def _is_renewed(given: Consent, starts_on: date, ends_on: date | None, signatures: Sequence[Signature]) -> bool:
    if given.ends_on and given.ends_on < starts_on:
        return True
    signed = set(given.signatures.values_list("party", flat=True))
    return ends_on != given.ends_on and any(signature.party in signed for signature in signatures)


def _end_of(given: Consent, starts_on: date) -> date:
    """A superseded consent is over where the new one begins, an expired one on the day after its term."""
    if given.ends_on and given.ends_on < starts_on:
        return given.ends_on + timedelta(days=1)
    return max(starts_on, given.starts_on)


def _add_signatures(consent: Consent, signatures: Sequence[Signature], by: Any) -> list[str]:
    signed = set(consent.signatures.values_list("party", flat=True))
    new = [signature for signature in signatures if signature.party not in signed]
    ConsentSignature.objects.bulk_create(
        ConsentSignature(
            organisation_id=consent.organisation_id,
            consent=consent,
            party=signature.party,
            signer=signature.signer,
            signed_on=signature.signed_on,
            method=signature.method,
            signer_name=signature.signer_name,
            recorded_by=by,
        )
        for signature in new
    )
    return [str(signature.party) for signature in new]


@transaction.atomic
def record_listed(
    signed: Iterable[tuple[Person, Sequence[Signature]]], *, organisation: Organisation, on: date, by: Any
) -> int:
    """What a list says of many: consents are made, missing signatures added, in a few queries; returns how many.

    Who withdrew is left out: a list that is older than the withdrawal must not open the gate again.
    """
    wanted = {person.pk: (person, signatures) for person, signatures in signed}
    rows = Consent.objects.filter(person__in=list(wanted), kind=ConsentKind.PROCESSING).order_by("id")
    given = {consent.person_id: consent for consent in rows}  # the newest of each
    closed = {pk for pk, consent in given.items() if consent.withdrawn_on or (consent.ends_on and consent.ends_on < on)}
    missing = [pk for pk in wanted if pk not in given]
    made = insert_all(
        Consent(organisation=organisation, person_id=pk, kind=ConsentKind.PROCESSING, starts_on=on) for pk in missing
    )
    open_now = {pk: consent for pk, consent in given.items() if pk not in closed}
    open_now.update({consent.person_id: consent for consent in made})
    added = _sign_many(open_now, {pk: wanted[pk][1] for pk in open_now}, organisation, by)
    if added:
        audit.record("consent.record_many", organisation, by=by, organisation_id=organisation.pk)
    return added


def _sign_many(
    consents: dict[int, Consent], signatures: dict[int, Sequence[Signature]], organisation: Organisation, by: Any
) -> int:
    there = set(ConsentSignature.objects.filter(consent__in=consents.values()).values_list("consent_id", "party"))
    lines = [
        (consents[pk].pk, one.party, one.signer.pk if one.signer else None, one.signed_on, one.method, one.signer_name)
        for pk, of_person in signatures.items()
        for one in of_person
        if (consents[pk].pk, one.party) not in there
    ]
    names = ("consent_id", "party", "signer_id", "signed_on", "method", "signer_name")
    same = {"organisation_id": organisation.pk, "recorded_by_id": getattr(by, "pk", None)}
    insert_lines(ConsentSignature, names, lines, **same)
    return len({line[0] for line in lines})
