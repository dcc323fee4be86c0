"""Answers that every page gives the same way."""

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse


def see_other(name: str, *args: Any) -> HttpResponseRedirect:
    """303 to a page of ours: what a successful submit is answered with."""
    answer = HttpResponseRedirect(reverse(name, args=args))
    answer.status_code = 303
    return answer


def give_file(content: bytes, *, title: str, content_type: str, inline: bool = False) -> HttpResponse:
    """A file under its Russian name, as an attachment unless the browser may show it."""
    answer = HttpResponse(content, content_type=content_type)
    disposition = "inline" if inline else "attachment"
    answer.headers["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{quote(title)}"
    return answer
