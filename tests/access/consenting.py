"""Consents of the matrix: what is asked, the draft of a text, a scan nobody has looked at."""

from datetime import date

from nastavnik.domain.consents import actions as consents
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.documents.rendering.square import png
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.models import Participation

FIRST_OF_OCTOBER = date(2026, 10, 1)


def add(side, school, by):
    """Asked of the parent by a link."""
    request, secret = consents.request_consents(side.mentee, kinds=["publication"], by=by)
    (scan,) = consents.keep_scans(school, [(f"{side.mark}.png", png(side.mark))], by=by)
    side.rows |= {
        "consent_request": request.pk,
        "consent_link": secret,
        "consent_text": consents.draft_text(school, "participation", by=by).pk,
        "scan": scan.pk,
        "card_token": _card(side, by),
    }


def _card(side, by):
    """The mentor agreed that everybody may read of him."""
    signed = [consents.Signature(SigningParty.ADULT, side.mentor, FIRST_OF_OCTOBER)]
    consents.record_consent(
        side.mentor, kind=ConsentKind.PUBLICATION, starts_on=FIRST_OF_OCTOBER, signatures=signed, by=by
    )
    mentor = Participation.objects.select_related("organisation").get(pk=side.rows["mentor_participation"])
    return programmes.publish_card(mentor, by=by).token
