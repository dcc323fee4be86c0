"""The card of a mentor who agreed that everybody may read it."""

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.domain.programmes import queries
from nastavnik.web.shell.render import render_page


@allow(PUBLIC, methods=("GET", "HEAD"))
def mentor(request: HttpRequest, token: str) -> HttpResponse:
    """With what can this mentor help? Once the consent is withdrawn the page is gone and names nobody."""
    card = queries.shown_card(token)
    if card is not None:
        answer = render_page(request, "public/mentor.html", {"card": card})
    elif queries.was_published(token):
        answer = render_page(request, "public/closed.html", status=410)
    else:
        raise Http404
    if card is None or not card.is_indexed:
        answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"  # no copy outlives the consent
    return answer
