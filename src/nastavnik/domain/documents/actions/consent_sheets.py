"""Printing what was asked for: sheets with a code, many requests in one file."""

from collections.abc import Iterable

from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.documents.adapter.asked_consent import sheets_of
from nastavnik.domain.documents.rendering.papers import render_many

TITLE = "Согласия"


def consent_sheets(requests: Iterable[ConsentRequest], *, base: str = "") -> bytes:
    """A PDF of the sheets of all requests, each consent on a sheet of its own. Of a child one request is enough: the
    sheet has room for every signature that the age asks for. `base` is the host by which this server was asked."""
    once = {request.person_id: request for request in reversed(list(requests))}
    papers = [paper for request in reversed(list(once.values())) for paper in sheets_of(request, base)]
    return render_many(papers, title=TITLE)
