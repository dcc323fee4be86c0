"""The public check of a certificate: by the form, and by the link in its square code."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import make_naive
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.core import clock
from nastavnik.domain.documents import queries
from nastavnik.web.public import limit
from nastavnik.web.public.forms import CodeForm
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.sign_in import address

NO_SUCH_CODE = _("Такого кода нет: сверьте буквы.")
TOO_MANY = _("Слишком много неверных кодов. Подождите 15 минут или позвоните в организацию, которая выдала сертификат.")


@allow(PUBLIC, methods=("GET", "HEAD"))
def check(request: HttpRequest) -> HttpResponse:
    """The form; a typed code is answered here, so that a slip can be mended at once."""
    form = CodeForm(request.GET or None)
    if not request.GET or not form.is_valid():
        return _page(request, form)
    return _answer(request, form.cleaned_data["code"], form, unknown=200)


@allow(PUBLIC, methods=("GET", "HEAD"))
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the square code leads to."""
    return _answer(request, code, CodeForm({"code": code[:60]}), unknown=404)


def _answer(request: HttpRequest, code: str, form: CodeForm, *, unknown: int) -> HttpResponse:
    found = queries.by_check_code(code)
    if found:
        zone = ZoneInfo(found.organisation.time_zone)  # a visitor has no organisation: the hour is that of the school
        return _page(request, CodeForm(), found=found, checked_at=make_naive(clock.now(), zone))
    where = address(request)
    refused = limit.too_many(where)
    limit.note_wrong(where)
    form.is_valid()
    form.add_error("code", TOO_MANY if refused else NO_SUCH_CODE)
    return _page(request, form, status=429 if refused else unknown)


def _page(request: HttpRequest, form: CodeForm, *, status: int = 200, **context: Any) -> HttpResponse:
    answer = render_page(request, "public/check.html", {"form": form, **context}, status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"
    return answer
