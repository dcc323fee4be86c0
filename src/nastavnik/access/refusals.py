"""A DomainError that no form caught becomes a page that says what happened and what to do; nothing was changed."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError, ForbiddenTransition


class Refusals:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refuse(request, exception) if isinstance(exception, DomainError) else None


def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    """409 where somebody was faster, 422 otherwise."""
    status = 409 if isinstance(error, ChangedMeanwhile | ForbiddenTransition) else 422
    return render(
        request, "errors/refused.html", {"sentence": sentence(error), "back": came_from(request)}, status=status
    )


def came_from(request: HttpRequest) -> str:
    """The page of ours from which the request came, or the first page."""
    referer = urlsplit(request.headers.get("Referer", ""))
    return referer.path if referer.netloc == request.get_host() and referer.path else "/"
