"""Answering a request: every consent by itself; «нет» has no consequence and needs no reason."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.consents.actions.recording import Signature, record_consent
from nastavnik.domain.consents.enums import Answer, ConsentKind, SigningMethod, SigningParty
from nastavnik.domain.consents.errors import LinkNotEnough, NotOpen, SignedByTheChild, SignerUnnamed
from nastavnik.domain.consents.models import Consent, ConsentRequest, RequestedConsent
from nastavnik.domain.consents.queries import can_be_signed_by_link, is_open
from nastavnik.domain.consents.signing import exact_name, same_name
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import tidy
from nastavnik.domain.people.queries import guardians_of


@transaction.atomic
def answer_request(
    request: ConsentRequest, agreed_kinds: Collection[str], *, signer_name: str = "", by: Any = None
) -> ConsentRequest:
    """Answer everything that is not answered yet: what is not agreed to is refused."""
    for asked in request.asked.filter(answer=""):
        answer_one(request, asked.kind, agreed=asked.kind in agreed_kinds, signer_name=signer_name, by=by)
    return request


@transaction.atomic
def refuse_request(request: ConsentRequest, *, reason: str = "", by: Any = None) -> ConsentRequest:
    """«Не согласны» to all that is open; a reason only where somebody gave one by themself."""
    answer_request(request, (), by=by)
    if reason:
        ConsentRequest.objects.filter(pk=request.pk).update(refusal_reason=reason)
        request.refusal_reason = reason
    return request


@transaction.atomic
def answer_one(
    request: ConsentRequest, kind: str, *, agreed: bool, signer_name: str = "", by: Any = None
) -> RequestedConsent:
    """One consent of a request, through its link. An answer that was given stands; it is changed by withdrawing.

    Raises NotOpen where the request is answered, called off or too old; LinkNotEnough where the organisation takes
    paper only or the text has a blank; SignerUnnamed; SignedByTheChild where a guardian is asked and the name is the
    child's own.
    """
    if not is_open(request, clock.now()):
        raise NotOpen
    asked = request.asked.get(kind=kind)
    if agreed:
        _check_link(request, asked, signer_name)
    answer = Answer.AGREED if agreed else Answer.REFUSED
    first = RequestedConsent.objects.filter(pk=asked.pk, answer="").update(answer=answer, answered_at=clock.now())
    if first and agreed:
        asked.consent = _signed(request, asked, tidy(signer_name), by)
        asked.save(update_fields=["consent"])
    if first:
        audit.record(f"requestedconsent.{answer}", asked, by=by, fields=["answer"])
        close_if_answered(request)
    asked.refresh_from_db()
    return asked


def close_if_answered(request: ConsentRequest) -> None:
    """With the last answer the request is over; where all said no, it is a refusal."""
    answers = set(request.asked.values_list("answer", flat=True))
    if "" in answers:
        return
    at = clock.now()
    request.answered_at, request.refused_at = at, at if answers == {Answer.REFUSED} else None
    request.save(update_fields=["answered_at", "refused_at"])


def _check_link(request: ConsentRequest, asked: RequestedConsent, signer_name: str) -> None:
    if not can_be_signed_by_link(request, asked):
        raise LinkNotEnough
    if len(tidy(signer_name).split()) < 2:
        raise SignerUnnamed
    if request.party == SigningParty.GUARDIAN:
        _check_not_the_child(request, signer_name)


def _check_not_the_child(request: ConsentRequest, signer_name: str) -> None:
    """A child signs for no parent. A father of the same name is told apart by the card that names him."""
    child = request.person.full_name
    if not same_name(signer_name, child):
        return
    known = (guardian.full_name for guardian in _guardians(request))
    if exact_name(signer_name, child) or not any(exact_name(signer_name, name) for name in known):
        raise SignedByTheChild


def _guardians(request: ConsentRequest) -> list[Person]:
    today = clock.today(request.organisation.time_zone)
    return [row.guardian for row in guardians_of(request.person, today)]


def _signer(request: ConsentRequest, name: str) -> Person | None:
    """Who was asked; of several guardians the one who typed their name."""
    if request.party != SigningParty.GUARDIAN:
        return request.person
    return request.signer or next((one for one in _guardians(request) if same_name(name, one.full_name)), None)


def _signed(request: ConsentRequest, asked: RequestedConsent, name: str, by: Any) -> Consent:
    person = request.person
    today = clock.today(person.organisation.time_zone)
    signature = Signature(request.party, _signer(request, name), today, SigningMethod.LINK, name)
    return record_consent(
        person,
        kind=asked.kind,
        starts_on=_first_day(person, asked, request.until, today),
        ends_on=request.until,
        signatures=[signature],
        text=asked.text,
        by=by,
    )


def _first_day(person: Person, asked: RequestedConsent, until: date | None, today: date) -> date:
    """Today; where the same words are in force for a time and are agreed to again, the day after that time, so that
    the gate stays open while the second signature is waited for."""
    held = Consent.objects.filter(person=person, kind=ConsentKind(asked.kind), text=asked.text, withdrawn_on=None)
    last = held.filter(starts_on__lte=today, ends_on__gte=today).values_list("ends_on", flat=True).first()
    renewed = last is not None and (until is None or until > last)
    return last + timedelta(days=1) if renewed and last else today
