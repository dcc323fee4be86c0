"""What all pages of an application share."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.web.public import apply_memory as memory
from nastavnik.web.shell.render import render_page


def page_of(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Nothing of an application is kept by search engines, proxies or the history of a shared computer."""
    answer = render_page(request, template, {"remembered": memory.read(request), **context}, status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"
    return answer
