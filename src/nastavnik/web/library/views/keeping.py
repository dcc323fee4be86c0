"""What the coordinator looks after besides: what helped, to which sites links lead."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.library import actions, queries, rules
from nastavnik.domain.organisations.queries import video_services
from nastavnik.domain.plans.enums import AdviceKind
from nastavnik.domain.plans.queries import helped_lines
from nastavnik.web.library.shelf import organisation_of
from nastavnik.web.shell.render import render_page

AT_ONCE = 50
OF_LIBRARY = (AdviceKind.MEMO, AdviceKind.TIME)


@allow(rules.edits_library, methods=("GET", "HEAD"))
def helped(request: HttpRequest) -> HttpResponse:
    """What mentors recommended, how often, and how often mentees said that it helped."""
    organisation = organisation_of(request)
    lines = helped_lines(organisation)
    page = Paginator(lines, AT_ONCE).get_page(request.GET.get("page"))
    titles = queries.titles(organisation)
    rows = [_row(one, titles) for one in page]
    told = sum(one.yes + one.not_really for one in lines)
    context = {"page": page, "rows": rows, "given": sum(one.given for one in lines), "told": told}
    return render_page(request, "library/helped.html", context | {"on": clock.today(organisation.time_zone)})


def _row(one: Any, titles: dict[str, str]) -> dict[str, Any]:
    stands = one.kind in OF_LIBRARY and one.code in titles
    return {
        "line": one,
        "title": titles[one.code] if stands else one.title,
        "href": reverse("library:memo", args=[one.code]) if stands else "",
        "kind": AdviceKind(one.kind).label,
    }


@allow(rules.edits_library, methods=("GET", "HEAD"))
def sites(request: HttpRequest) -> HttpResponse:
    """Sites that were approved once, beside the services that the institution allows."""
    organisation = organisation_of(request)
    rows = queries.sites_visible_to(request.user).filter(organisation=organisation)
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    return render_page(request, "library/sites.html", {"page": page, "services": video_services(organisation)})


@allow(rules.edits_library, methods=("POST",))
def withdraw_site(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.sites_visible_to(request.user), pk, rules.can_withdraw_site, request.user)
    actions.withdraw_site(found, by=request.user)
    return see_other("library:sites")
