"""Consents of the matrix: what is asked, the draft of a text, a scan nobody has looked at."""

from nastavnik.domain.consents import actions as consents


def add(side, school, by):
    """Asked of the parent by a link."""
    request, secret = consents.request_consents(side.mentee, kinds=["publication"], by=by)
    (scan,) = consents.keep_scans(school, [(f"{side.mark}.pdf", b"%PDF-1.4")], by=by)
    side.rows |= {
        "consent_request": request.pk,
        "consent_link": secret,
        "consent_text": consents.draft_text(school, "participation", by=by).pk,
        "scan": scan.pk,
    }
