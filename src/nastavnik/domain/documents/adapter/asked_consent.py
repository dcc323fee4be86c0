"""Sheets of a request for consents out of the rows."""

from datetime import date

from nastavnik.core import clock, links
from nastavnik.domain.consents.enums import ConsentKind, SigningMethod
from nastavnik.domain.consents.models import ConsentRequest, ConsentSignature, RequestedConsent
from nastavnik.domain.consents.squares import ending, without_address
from nastavnik.domain.documents.adapter.consenting import note_of, signing_of
from nastavnik.domain.documents.adapter.people import full_name, institution
from nastavnik.domain.documents.kinds.asked_consent import PARTS, AskedConsent, build
from nastavnik.domain.documents.kinds.consenting import ConsentContext, Signing
from nastavnik.domain.documents.kinds.frame import Frame
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.people.queries import guardians_of

WITH_IDENTITY = (ConsentKind.PROCESSING, ConsentKind.PUBLICATION, ConsentKind.DIAGNOSTICS)


def sheets_of(request: ConsentRequest, base: str = "") -> list[Paper]:
    """One sheet for every consent of the request, in the words that were asked. The square code leads whoever records
    consents to the page of the sheet, and its scan to the request; it says the code where no address is known."""
    today = clock.today(request.organisation.time_zone)
    signer = _signer(request, today)
    address = links.absolute("consents:sheet", request.pk, base=base)
    papers = []
    for place, one in enumerate(request.asked.all(), 1):
        square = address + ending(request.code, place) if address else without_address(request.code, place)
        papers.append(build(_asked(request, one, signer, square)))
    return papers


def _asked(request: ConsentRequest, one: RequestedConsent, signer: ConsentContext, square: str) -> AskedConsent:
    return AskedConsent(
        signer=signer,
        kind_words=str(ConsentKind(one.kind).label),
        words={part: getattr(one.text, part) for part, _title in PARTS},
        number=one.text.number,
        code=request.code,
        square=square,
        until=request.until,
        identity=one.kind in WITH_IDENTITY,
        with_limits=one.kind == ConsentKind.PUBLICATION,
        signed=tuple(_said(signature) for signature in _by_link(one)),
    )


def _by_link(one: RequestedConsent) -> list[ConsentSignature]:
    """Signatures under the consent that this question brought, where no pen stood in between."""
    if one.consent is None:
        return []
    rows = one.consent.signatures.filter(method=SigningMethod.LINK).select_related("signer")
    return list(rows.order_by("signed_on", "id"))


def _said(signature: ConsentSignature) -> str:
    """The name as it was typed, and the name in the card where it is another one."""
    said = f"Дано по личной ссылке {signature.signed_on:%d.%m.%Y}, подписано именем «{signature.signer_name}»"
    if not signature.differs:
        return said
    return f"{said}, в карточке {f'«{signature.signer.full_name}»' if signature.signer else 'такого родителя нет'}"


def _signer(request: ConsentRequest, on: date) -> ConsentContext:
    """Who signs, by the age on the day the sheet is printed; the paper has room for both."""
    person = request.person
    signing = signing_of(person, on)
    named = request.signer if request.signer_id != person.pk else None
    guardians = [named] if named else [row.guardian for row in guardians_of(person, on)]
    return ConsentContext(
        frame=Frame(institution(request.organisation), head=None, day=on),
        name=full_name(person),
        signing=signing,
        role="",
        programme="",
        note=note_of(person, on),
        own_from=request.organisation.own_consent_from,
        guardian=full_name(guardians[0]) if len(guardians) == 1 and signing != Signing.ADULT else None,
        until=request.until,
    )
