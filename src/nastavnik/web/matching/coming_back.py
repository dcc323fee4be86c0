"""Where a change of a pair was begun, so that «Оставить как было» and the answer lead there again."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

KEPT = ("show", "group", "page")
FROM = ("candidates", "decisions")
DECISIONS = {"unpin": "h-pin", "lift_ban": "h-ban"}
BUTTON = {"pin": "pin", "unpin": "pin", "ban": "ban", "lift_ban": "ban", "swap": "swap", "remove": "swap"}


def kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What of the address of the list is carried along: filter, class, page, and the page of origin."""
    given = request.POST if request.method == "POST" else request.GET
    found = [(name, given[name][:40]) for name in KEPT if given.get(name)]
    return [*found, ("from", given["from"])] if given.get("from") in FROM else found


def back_to(request: HttpRequest, run: int, kind: str, mentee: str, mentor: str = "") -> str:
    """The page and the very button from which the change was begun."""
    query = dict(kept(request))
    origin = query.pop("from", "")
    if origin == "candidates":
        return f"{reverse('matching:candidates', args=[run, mentee])}#swap-{mentor}"
    if origin == "decisions":
        return reverse("matching:decisions", args=[run])
    return f"{reverse('matching:run', args=[run])}{_query(query)}#{BUTTON[kind]}-{mentee}"


def after(request: HttpRequest, run: int, kind: str, mentee: str) -> str:
    """The page after the change: the decisions of the kind if it came from there, else the row of the mentee."""
    query = dict(kept(request))
    origin = query.pop("from", "")
    if origin == "decisions":
        return f"{reverse('matching:decisions', args=[run])}#{DECISIONS.get(kind, 'trail')}"
    query.pop("page", None)
    return f"{reverse('matching:run', args=[run])}{_query({**query, 'at': mentee})}#r-{mentee}"


def _query(values: dict[str, str]) -> str:
    return f"?{urlencode(values)}" if values else ""
