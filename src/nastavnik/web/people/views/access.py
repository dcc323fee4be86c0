"""One-time codes and links: one for a person, cards for a list. A secret is shown once and kept nowhere."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock, links
from nastavnik.domain.organisations import queries as organisations
from nastavnik.domain.people import queries, rules
from nastavnik.domain.people.actions import signing_in
from nastavnik.domain.people.enums import TokenKind
from nastavnik.web.people.forms import AccessForm, CardsForm
from nastavnik.web.people.views.lists import POOLS
from nastavnik.web.shell.render import render_page

CARDS_A_PAGE = 6


@allow(rules.issues_access)
def access(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue a code or a link; the answer to the submit is the only page that ever shows it."""
    someone = fetch(queries.visible_to(request.user), pk, rules.can_issue_access, request.user)
    secret = link = ""
    if request.method == "POST":
        form = AccessForm(request.POST)
        if not form.is_valid():
            raise Http404
        kind = form.cleaned_data["kind"]
        secret = signing_in.issue_token(someone, kind=kind, by=request.user)
        if kind == TokenKind.LINK:
            link = links.absolute("shell:sign_in_by_link", secret, base=_base(request))
    token = queries.open_sign_in(someone, clock.now())
    context = {"person": someone, "secret": secret, "link": link, "token": token}
    return render_page(request, "people/access.html", context)


@allow(rules.issues_access, methods=("POST",))
def withdraw_access(request: HttpRequest, pk: int) -> HttpResponse:
    """A lost card stops working."""
    someone = fetch(queries.visible_to(request.user), pk, rules.can_issue_access, request.user)
    signing_in.withdraw_tokens(someone, by=request.user)
    return see_other("people:person", pk)


@allow(rules.issues_access)
def cards(request: HttpRequest) -> HttpResponse:
    """Cards for those without a telephone or an address: six a page, the code side bears no name."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    if not rules.can_issue_access_in(request.user, organisation):
        raise PermissionDenied
    on = clock.today(organisation.time_zone)
    groups = [(group.pk, group.title) for group in organisations.study_groups_of(organisation, on)]
    form = CardsForm(request.POST or None, groups=groups)
    if request.method == "POST" and form.is_valid():
        people = queries.visible_to(request.user).filter(organisation=organisation)
        people = people.filter(queries.holding(POOLS[form.cleaned_data["role"]].roles, on))
        if form.cleaned_data["group"]:
            people = people.filter(queries.enrolled_in(form.cleaned_data["group"], on))
        pages = _pages(request, list(queries.listed(people, on)))
        return render_page(request, "people/cards_to_print.html", {"pages": pages, "where": _base(request)})
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/cards.html", {"form": form}, status=status)


def _pages(request: HttpRequest, people: list[Any]) -> list[list[tuple[int, Any, str]]]:
    """(number, person, code) by six."""
    beyond = rules.beyond_reach(request.user, people)
    within = [person for person in people if person.user_id not in beyond]
    issued = [
        (number, person, signing_in.issue_token(person, kind=TokenKind.CODE, by=request.user))
        for number, person in enumerate(within, start=1)
    ]
    return [issued[start : start + CARDS_A_PAGE] for start in range(0, len(issued), CARDS_A_PAGE)]


def _base(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
