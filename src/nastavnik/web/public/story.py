"""The story of a pair for everybody, as long as all who are named agree to it."""

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.domain.achievements import queries
from nastavnik.web.shell.render import render_page


@allow(PUBLIC, methods=("GET", "HEAD"))
def story(request: HttpRequest, token: str) -> HttpResponse:
    """With one consent gone, or taken off by the institution, the page is closed at once and names nobody."""
    told = queries.public_story(token)
    if told is not None:
        answer = render_page(request, "public/story.html", {"told": told})
    elif queries.was_published(token):
        answer = render_page(request, "public/closed.html", status=410)
    else:
        raise Http404
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"  # no copy outlives the consent
    return answer
