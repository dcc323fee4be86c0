"""What stands on a scan is recorded as signatures, by somebody who looked at it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.consents.actions.answering import close_if_answered
from nastavnik.domain.consents.actions.reading import keep_scans
from nastavnik.domain.consents.actions.recording import Signature, record_consent
from nastavnik.domain.consents.actions.requesting import USUAL, request_consents
from nastavnik.domain.consents.enums import Answer, SigningParty
from nastavnik.domain.consents.errors import NothingAsked, ScanIsAttached, ScanOfOther
from nastavnik.domain.consents.models import Consent, ConsentRequest, ScannedPaper
from nastavnik.domain.files.actions import remove
from nastavnik.domain.people.models import Person


@transaction.atomic
def attach_scan(
    scan: ScannedPaper,
    request: ConsentRequest,
    *,
    kinds: Collection[str],
    parties: Collection[str],
    signed_on: date,
    by: Any,
) -> list[Consent]:
    """The paper is that of the request: the ticked consents are signed by these parties, in the words that were asked.

    Raises ScanIsAttached, ScanOfOther, NothingAsked, and what `record_consent` raises; then nothing is changed.
    """
    if not kinds:
        raise NothingAsked
    if scan.organisation_id != request.organisation_id:
        raise ScanOfOther
    waiting = ScannedPaper.objects.filter(pk=scan.pk, recorded_at=None)
    if not waiting.update(request=request, code=request.code, recorded_at=clock.now()):
        raise ScanIsAttached
    given = []
    for asked in request.asked.filter(kind__in=kinds).select_related("text"):
        consent = record_consent(
            request.person,
            kind=asked.kind,
            starts_on=signed_on,
            ends_on=request.until if request.until and request.until >= signed_on else None,
            signatures=[Signature(party, _signer(request, party), signed_on) for party in parties],
            text=asked.text,
            by=by,
        )
        Consent.objects.filter(pk=consent.pk).update(scan=scan.file)
        if not asked.answer:
            asked.answer, asked.answered_at = Answer.AGREED, clock.now()
        asked.consent = consent
        asked.save(update_fields=["answer", "answered_at", "consent"])
        given.append(consent)
    if request.answered_at is None and request.called_off_at is None:
        close_if_answered(request)
    audit.record("scannedpaper.attach", scan, by=by, fields=["request", "recorded_at"])
    return given


@transaction.atomic
def attach_photo(request: ConsentRequest, upload: tuple[str, bytes], *, by: Any, **given: Any) -> list[Consent]:
    """A picture whose sheet is known already: kept and attached, or, with what is raised by either, nothing."""
    (scan,) = keep_scans(request.organisation, [upload], by=by)
    return attach_scan(scan, request, **given, by=by)


def request_without_code(person: Person, *, kinds: Collection[str] = USUAL, by: Any) -> ConsentRequest:
    """The newest request of a child whose paper bears no code of ours; where there is none, one is made."""
    newest = ConsentRequest.objects.filter(person=person, called_off_at=None).order_by("-id").first()
    return newest or request_consents(person, kinds=list(kinds), by=by)[0]


@transaction.atomic
def discard_scan(scan: ScannedPaper, *, by: Any) -> None:
    """A scan that is no consent, or came twice, is forgotten with its file. Raises ScanIsAttached."""
    if not ScannedPaper.objects.filter(pk=scan.pk, recorded_at=None).exists():
        raise ScanIsAttached
    audit.record("scannedpaper.discard", scan, by=by)
    file = scan.file
    scan.delete()
    remove(file)


def _signer(request: ConsentRequest, party: str) -> Person | None:
    if party in (SigningParty.CHILD, SigningParty.ADULT):
        return request.person
    return request.signer if request.party == SigningParty.GUARDIAN else None
