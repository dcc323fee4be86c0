"""Error pages; signing in and the theme stand in files of their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from nastavnik.web.shell import view_settings


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/bad_request.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/forbidden.html", status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/form_expired.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without context processors: whatever broke, the database included, must not break this page too."""
    page = render_to_string("errors/broken.html", {"frame": {"view": view_settings.read(request)}})
    return HttpResponse(page, status=500)
