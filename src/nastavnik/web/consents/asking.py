"""Asking for consents: links for telephones, sheets for paper."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock, links
from nastavnik.domain.consents import actions, queries, rules
from nastavnik.domain.documents.actions import consent_sheets
from nastavnik.domain.people import queries as people
from nastavnik.web.consents.forms import AskForm
from nastavnik.web.shell.render import render_page

PDF = "application/pdf"
MOST_SHEETS = 200


def ask(request: HttpRequest, form: AskForm, children: list[Any]) -> HttpResponse:
    """Links are shown by the answer to the submit and never again; sheets can be printed as often as needed."""
    given = form.cleaned_data
    asked = {"kinds": given["kinds"], "until": given["until"], "by": request.user}
    if request.POST.get("how") == "links":
        return show_links(request, actions.request_for_many(children, **asked))
    made = actions.sheets_for(children, **asked)
    answer = see_other("consents:sheets")
    answer["Location"] += "?" + "&".join(f"r={one.pk}" for one in made)
    return answer


def show_links(request: HttpRequest, made: list[tuple[Any, str]]) -> HttpResponse:
    """The page that shows the secrets."""
    rows = [(asked, links.absolute("public:consent", secret, base=_base(request))) for asked, secret in made]
    can_sign = all(asked.organisation.consent_by_link for asked, _secret in made)
    answer = render_page(request, "consents/links.html", {"rows": rows, "can_sign": can_sign})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@allow(rules.sees_consents, methods=("GET", "HEAD"))
def sheets(request: HttpRequest) -> HttpResponse:
    """The sheets of chosen requests as one file."""
    wanted = [int(pk) for pk in request.GET.getlist("r")[:MOST_SHEETS] if pk.isdecimal() and len(pk) <= 18]
    found = list(queries.requests_visible_to(request.user).filter(pk__in=wanted).order_by("person__normal_name", "pk"))
    if not found:
        raise Http404
    return give_file(consent_sheets(found, base=_base(request)), title=_("Согласия.pdf"), content_type=PDF)


@allow(rules.records_consents, methods=("POST",))
def new_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Another link for an open request: the former one stops working."""
    asked = fetch(queries.requests_visible_to(request.user), pk, rules.can_ask, request.user)
    return show_links(request, [(asked, actions.renew_link(asked, by=request.user))])


@allow(rules.records_consents, methods=("POST",))
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody waits for this answer any more."""
    asked = fetch(queries.requests_visible_to(request.user), pk, rules.can_ask, request.user)
    actions.call_off(asked, by=request.user)
    return see_other("consents:person", asked.person_id)


@allow(rules.sees_wards, methods=("POST",))
def answer_mine(request: HttpRequest, pk: int) -> HttpResponse:
    """A signed-in guardian goes to the page of the request, without waiting for a link."""
    on = clock.today()
    asked = fetch(queries.requests_of_wards(request.user, on), pk)
    return see_other("public:consent", actions.renew_link(asked, by=request.user))


def _base(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def children_of(request: HttpRequest, ids: list[int]) -> list[Any]:
    """The ticked people of the organisation, by name."""
    organisation = request.organisation  # type: ignore[attr-defined]
    rows = people.visible_to(request.user).filter(organisation=organisation, pk__in=ids)
    return list(rows.select_related("organisation").order_by("normal_name", "pk"))
