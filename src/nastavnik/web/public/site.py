"""The page of a programme as a file for a site that can embed nothing."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import links
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.web.public.portal import Portal, is_local, portal_of
from nastavnik.web.shell.render import render_page

STYLE = Path(__file__).with_name("site_export.css")
KEPT = 10  # former exports that the page lists


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def site(request: HttpRequest, pk: int) -> HttpResponse:
    """What goes to the site of the institution, and does what stands there still hold?"""
    programme = _programme(request, pk)
    exports = list(queries.exports_visible_to(request.user).filter(programme=programme)[:KEPT])
    stale = {export.pk for export in queries.to_be_replaced(programme.organisation)}
    base = request.build_absolute_uri("/")
    context = {
        "programme": programme,
        "page": _open_page(programme),
        "exports": exports,
        "last": exports[0] if exports else None,
        "is_stale": bool(exports) and exports[0].pk in stale,
        "is_local": is_local(links.absolute("public:apply_by_code", base=base)),
    }
    return render_page(request, "public/site.html", context)


@allow(rules.edits_programmes, methods=("POST",))
def site_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, and a note of whom it names."""
    programme = _programme(request, pk)
    page = _open_page(programme)
    if page is None:
        messages.error(request, _("Сначала откройте страницу программы: файл делается из неё."))
        return see_other("public:site", pk)
    portal = portal_of(page, base=request.build_absolute_uri("/"))
    actions.remember_export(
        programme,
        mentors=[card.person_id for card in portal.mentors],
        people=[pk for one in portal.alumni for pk in (one.person_id, *one.named)] + _named_in_news(portal),
        by=request.user,
    )
    title = _("%(programme)s, %(day)s.html") % {"programme": programme.title, "day": f"{portal.today:%Y-%m-%d}"}
    return give_file(written(portal).encode(), title=title, content_type="text/html; charset=utf-8")


@allow(rules.edits_programmes, methods=("POST",))
def take_down_site(request: HttpRequest, pk: int) -> HttpResponse:
    export = fetch(queries.exports_visible_to(request.user), pk, rules.can_take_down, request.user)
    actions.take_down(export, by=request.user)
    messages.success(request, _("Отмечено: на сайте этой страницы больше нет."))
    return see_other("public:site", export.programme_id)


def written(portal: Portal) -> str:
    """The file: one page that asks nobody for anything, neither scripts nor letters nor pictures."""
    reachable = [] if any(is_local(one.address) for one in portal.joining) else portal.joining
    context = {"portal": portal, "page": portal.page, "joining": reachable, "style": _style(), "is_export": True}
    return render_to_string("public/site_export.html", context)


def _style() -> SafeString:
    return format_html("<style>\n{}</style>", mark_safe(STYLE.read_text()))  # noqa: S308 - a file of ours


def _named_in_news(portal: Portal) -> list[int]:
    texts = [text for item in portal.news for text in (item.title, item.text)]
    return [person.pk for person in queries.named_with_consent(portal.page.organisation, *texts)]


def _programme(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.visible_to(request.user).select_related("organisation"), pk, rules.can_edit, request.user)


def _open_page(programme: Any) -> Any:
    page = queries.page_of(programme)
    return queries.open_page_by(page.token) if page else None
