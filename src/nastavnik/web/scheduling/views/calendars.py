"""Meetings for the calendar of a telephone: one file, and a private address."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock, links
from nastavnik.domain.mentorships.queries import meetings_visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.scheduling import actions, queries, rules
from nastavnik.domain.scheduling.ics import calendar_file
from nastavnik.domain.scheduling.tokens import token_for
from nastavnik.web.shell.render import render_page

ICS = "text/calendar; charset=utf-8"


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def meeting_file(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting."""
    row = fetch(meetings_visible_to(request.user), pk)
    person = person_of(request.user, row.organisation)
    entries = queries.entries_of_meeting(row, person) if person else []
    if not entries:
        raise Http404
    content = calendar_file(_("Встреча"), entries, at=clock.now())
    return give_file(content, title=f"{row.happens_on:%Y-%m-%d}.ics", content_type=ICS)


@allow(rules.sees_mentorships)
def my_feed(request: HttpRequest) -> HttpResponse:
    """My address: made, made anew, closed."""
    person = request.person  # type: ignore[attr-defined]
    if person is None:
        raise Http404
    if request.method == "POST":
        act: Any = actions.revoke_feed if "revoke" in request.POST else actions.issue_feed
        act(person, by=request.user)
        return see_other("scheduling:my_feed")
    feed = queries.feed_of(person)
    address = ""
    if feed:
        base = f"{request.scheme}://{request.get_host()}"
        address = links.absolute("scheduling:feed", token_for(person.pk, feed.nonce), base=base)
    return render_page(request, "scheduling/my_feed.html", {"feed": feed, "address": address})


@allow(PUBLIC, methods=("GET", "HEAD"))
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar asks for every few hours; a wrong address is as if there were none."""
    found = queries.feed_by(token)
    if found is None:
        raise Http404
    title = _("Встречи, %(school)s") % {"school": found.person.organisation.short_title}
    answer = give_file(
        calendar_file(title, queries.entries_of(found.person), at=clock.now()),
        title="calendar.ics",
        content_type=ICS,
        inline=True,
    )
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
