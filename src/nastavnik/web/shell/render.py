"""One context, two answers: the whole page, or the included part of it that htmx asks for."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.cache import patch_vary_headers

TARGET = re.compile(r"^[a-z][a-z0-9-]{0,40}$")


def render_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The page `room/page.html`; for htmx with the target `#list` the included `room/_list.html`, if there is one."""
    part = _part(request, template)
    response = HttpResponse((part or get_template(template)).render(context, request), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _part(request: HttpRequest, template: str) -> Any:
    htmx = getattr(request, "htmx", None)
    if not htmx or htmx.history_restore_request or htmx.boosted or not TARGET.match(htmx.target or ""):
        return None
    folder = template.rpartition("/")[0]
    try:
        return get_template(f"{folder}/_{htmx.target.replace('-', '_')}.html")
    except TemplateDoesNotExist:
        return None
