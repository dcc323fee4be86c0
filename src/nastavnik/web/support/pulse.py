"""The mark of the month: by who is in the pair, and the links for those who have no account."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core import links as addresses
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships.naming import called, listed
from nastavnik.domain.mentorships.queries import visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.support import actions, queries, rules
from nastavnik.web.shell.render import render_page
from nastavnik.web.support.faces import titled
from nastavnik.web.support.forms import PulseForm


@allow(rules.tells_pulse)
def pulse(request: HttpRequest, pk: int) -> HttpResponse:
    """How does it go this month, from 1 to 10?"""
    mentorship = fetch(visible_to(request.user), pk, rules.can_tell_pulse, request.user)
    today = clock.today(mentorship.organisation.time_zone)
    told = queries.own_pulse(request.user, mentorship, today)
    form = PulseForm(request.POST or None, initial={"comment": told.comment if told else ""})
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_pulse(
                mentorship,
                person=person_of(request.user, mentorship.organisation),
                score=form.cleaned_data["score"],
                comment=form.cleaned_data["comment"] if "comment" in request.POST else None,
            )
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("support:pulse", mentorship.pk)
    readers = listed([called(one) for one in queries.readers_of(mentorship, today)])
    context: dict[str, Any] = {
        "mentorship": mentorship, "told": told, "form": form, "today": today, "readers": readers,
    }  # fmt: skip
    return render_page(request, "support/pulse.html", context, status=422 if form.errors else 200)


@allow(rules.looks_after, methods=("GET", "HEAD"))
def links(request: HttpRequest) -> HttpResponse:
    """Personal links of those who have no account, to be sent or printed."""
    organisation = request.organisation
    if organisation is None or not rules.sets_frequency(request.user, organisation):
        raise PermissionDenied
    today = clock.today(organisation.time_zone)
    members = list(queries.without_account(organisation, today))
    titled([member.mentorship for member in members])
    base = f"{request.scheme}://{request.get_host()}"
    for member in members:
        member.link = addresses.absolute("public:pulse", queries.link_code(member.pk), base=base)
    return render_page(request, "support/links.html", {"members": members, "today": today})
