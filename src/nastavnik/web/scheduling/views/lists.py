"""What lies ahead for me; what a day holds for who leads."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from nastavnik.access.allow import allow
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.scheduling import queries, rules
from nastavnik.web.scheduling.faces import named, today_of, with_whom
from nastavnik.web.shell.forms import YEARS
from nastavnik.web.shell.render import render_page

PAGE = 30
SUNDAY = timedelta(days=6)


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """The next meeting first, then week by week; who only leads gets the day."""
    if request.organisation is None:
        raise Http404
    user, today = request.user, today_of(request)
    page = Paginator(queries.agenda(user, request.organisation), PAGE).get_page(request.GET.get("page"))
    rows = [_with_rights(row, user, today) for row in named(list(page.object_list), user, today)]
    offers = named(list(queries.offers_waiting(user, request.organisation)), user, today)
    for one in offers:
        one.is_mine = one.author.user_id == user.pk
    pairs = _pairs(user, request.organisation)
    if not rows and not offers and not pairs and rules.leads_or_watches(user, request.organisation):
        return redirect("scheduling:day")
    ahead = [row for row in rows if row.happens_on >= today]
    later = ahead[1:] if page.number == 1 else ahead
    context = {
        "page": page,
        "today": today,
        "unwritten": [row for row in rows if row.happens_on < today],
        "next": ahead[0] if ahead and page.number == 1 else None,
        "weeks": _weeks(later, today),
        "offers": offers,
        "pairs": [{"pk": pair.pk, "whom": with_whom(pair, user, today)} for pair in pairs],
        "leads": rules.leads_or_watches(user, request.organisation),
    }
    return render_page(request, "scheduling/index.html", context)


def _pairs(user: Any, organisation: Any) -> list[Any]:
    """The user's own mentorships in which something can be planned."""
    rows = visible_to(user).filter(organisation=organisation, state__in=rules.AT_WORK)
    return list(rows.filter(members__person__user=user).distinct().prefetch_related("members__person"))


def _with_rights(row: Any, user: Any, today: date) -> Any:
    mine = any(member.person.user_id == user.pk for member in row.mentorship.members.all())
    row.may = mine and row.mentorship.state in rules.AT_WORK
    row.is_due = row.happens_on <= today
    return row


def _weeks(rows: list[Any], today: date) -> list[dict[str, Any]]:
    """Weeks with their days."""
    monday = today - timedelta(days=today.weekday())
    found: dict[date, list[Any]] = {}
    for row in rows:
        found.setdefault(row.happens_on - timedelta(days=row.happens_on.weekday()), []).append(row)
    return [
        {
            "first": first,
            "last": first + timedelta(days=6),
            "is_this": first == monday,
            "days": queries.by_days(meetings),
        }
        for first, meetings in found.items()
    ]


@allow(rules.watches_days, methods=("GET", "HEAD"))
def day(request: HttpRequest) -> HttpResponse:
    """All meetings of a day in the organisation."""
    if request.organisation is None:
        raise Http404
    today = today_of(request)
    on = _day(request.GET.get("on", ""), today)
    meetings = queries.on_day(request.user, request.organisation, on)
    page = Paginator(meetings, 100).get_page(request.GET.get("page"))
    rows = named(list(page.object_list), request.user, on)
    context = {
        "rows": rows,
        "page": page,
        "on": on,
        "today": today,
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1),
        "keeps_timetable": rules.keeps_timetable(request.user),
    }
    return render_page(request, "scheduling/day.html", context)


def _day(text: str, today: date) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return today
    return found if found.year in YEARS[1:-1] else today
