"""Telling everybody: the information page, its poster, and who has read it."""

import io
from typing import Any
from urllib.parse import urlsplit

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import links
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import Audience
from nastavnik.web.programmes.launch_forms import PageForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

WISHES = 100


@allow(rules.edits_programmes)
def information(request: HttpRequest, pk: int) -> HttpResponse:
    """How do people learn of it, and who did?"""
    programme = _programme(request, pk)
    page = queries.page_of(programme)
    start = {"text": page.text, "contact": page.contact, "version": page.version} if page else {}
    form = PageForm(request.POST or None, initial=start)
    if request.method == "POST" and page and form.is_valid():
        try:
            actions.edit_page(page, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:information", pk))
        messages.success(request, _("Сохранено, страница уже новая."))
        return see_other("programmes:information", pk)
    context = {"programme": programme, "page": page, "form": form, **(_counted(request, page) if page else {})}
    return render_page(request, "programmes/information.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def open_information(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        actions.open_page(_programme(request, pk), by=request.user)
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Страница открыта. Разошлите ссылку или повесьте плакат."))
    return see_other("programmes:information", pk)


@allow(rules.edits_programmes, methods=("POST",))
def close_information(request: HttpRequest, pk: int) -> HttpResponse:
    page = queries.page_of(_programme(request, pk))
    if page and page.is_open:
        actions.close_page(page, by=request.user)
        messages.success(request, _("Страница закрыта. Ответы остались."))
    return see_other("programmes:information", pk)


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet for the wall: what, for whom, and the square code."""
    programme = _programme(request, pk)
    page = queries.page_of(programme)
    context = {"programme": programme, "page": page, **(_linked(request, page) if page else {"address": ""})}
    return render_page(request, "programmes/poster.html", {**context, "square": _square(context["address"])})


def _programme(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.visible_to(request.user).select_related("organisation"), pk, rules.can_edit, request.user)


def _counted(request: HttpRequest, page: Any) -> dict[str, Any]:
    informed = queries.informed(page)
    said = [(Audience(code).label, number) for code, number in informed.by_audience.items()]
    return {
        "informed": informed,
        "said": said,
        "wishes": queries.wishes(page)[:WISHES],
        **_linked(request, page),
    }


def _linked(request: HttpRequest, page: Any) -> dict[str, Any]:
    """The address of the page, and whether it is one that only this computer knows."""
    address = links.absolute("public:programme", page.token, base=request.build_absolute_uri("/"))
    host = urlsplit(address).hostname or ""
    is_local = host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104 - compared, not bound
    return {"address": address, "is_local": is_local}


def _square(address: str) -> SafeString:
    """The square code as a drawing; empty where there is no page yet."""
    if not address:
        return mark_safe("")
    target = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        target, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False, svgns=True, scale=6
    )
    return mark_safe(target.getvalue().decode())  # noqa: S308 - drawn by us, the address is in the squares alone
