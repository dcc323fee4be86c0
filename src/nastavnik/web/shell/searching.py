"""Searching a list by name. The words stay in the session: nobody's name stands in an address, a history or a log."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

FIELD, MARK, RESET = "q", "search", "reset"
KEPT = "searches"
LONGEST = 100  # letters
NOT_KEPT = ("page", "mark")  # which page, and whether all of it is ticked, belong to the former result


def asked(request: HttpRequest, place: str) -> HttpResponse | None:
    """Where `<c-search>` was sent: keep its words for the list `place`, and 303 to the page itself; else None."""
    if request.method != "POST" or MARK not in request.POST:
        return None
    text = "" if RESET in request.POST else request.POST.get(FIELD, "").replace("\0", "").strip()[:LONGEST]
    kept = {name: words for name, words in request.session.get(KEPT, {}).items() if name != place}
    request.session[KEPT] = {**kept, place: text} if text else kept
    query = request.GET.copy()
    for name in NOT_KEPT:
        query.pop(name, None)
    answer = HttpResponseRedirect(f"{request.path}?{query.urlencode()}" if query else request.path)
    answer.status_code = 303
    return answer


def words(request: HttpRequest, place: str) -> str:
    """What the list `place` is searched for; "" for nothing."""
    text: str = request.session.get(KEPT, {}).get(place, "")
    return text
