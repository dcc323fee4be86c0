"""A submit counts once. The key comes with the page (`{% submission_key %}`); the same key has one effect."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from nastavnik.access.refusals import refuse
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.core.models import Submission

FIELD = "submission_key"


def every_submit_counts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For signing in: a failed attempt must stay counted, whatever key the sender made up to have it rolled back."""
    view.every_submit_counts = True  # type: ignore[attr-defined]
    return view


class OnceOnly:
    """Wraps a POST that carries a key in one transaction with the row of the key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        key = request.POST.get(FIELD, "") if request.method == "POST" else ""
        if not key or len(key) > 64 or getattr(view, "every_submit_counts", False):
            return None
        try:
            with transaction.atomic():
                try:
                    with transaction.atomic():
                        mine = Submission.objects.create(key=key, owner=_owner(request), path=request.path, location="")
                except IntegrityError:
                    return _answer_again(request, key)
                response = view(request, *args, **kwargs)
                if response.status_code >= 400:
                    transaction.set_rollback(True)
                else:
                    Submission.objects.filter(pk=mine.pk).update(
                        location=response.headers.get("Location", request.path)[:500]
                    )
                return response
        except DomainError as error:
            return refuse(request, error)


def _owner(request: HttpRequest) -> str:
    return str(request.user.pk) if request.user.is_authenticated else "visitor"


def _answer_again(request: HttpRequest, key: str) -> HttpResponse:
    done = Submission.objects.filter(key=key, owner=_owner(request), path=request.path).first()
    if done is None:
        return refuse(request, ChangedMeanwhile())
    answer = HttpResponseRedirect(done.location)
    answer.status_code = 303
    return answer
