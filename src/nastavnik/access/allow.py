"""The page door. A view without it fails tests/access/test_access_matrix.py."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

View = Callable[..., HttpResponse]


def PUBLIC(user: Any) -> bool:
    return True


def allow(rule: Callable[[Any], bool], *, methods: tuple[str, ...] = ("GET", "HEAD", "POST")) -> Callable[[View], View]:
    """Let in whom `rule(user)` lets in: others are asked to sign in, or answered 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if rule is not PUBLIC:
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                if not rule(request.user):
                    raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.allowed_by = rule  # type: ignore[attr-defined]
        guarded.allowed_methods = methods  # type: ignore[attr-defined]
        return guarded

    return decorate
