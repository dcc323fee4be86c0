"""The portfolio of a mentee: a page that is also printed."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.achievements import queries, rules
from nastavnik.domain.people.queries import is_minor
from nastavnik.web.shell.render import render_page


@allow(rules.sees_achievements, methods=("GET", "HEAD"))
def portfolio(request: HttpRequest, pk: int) -> HttpResponse:
    person = fetch(queries.mentees_visible_to(request.user), pk)
    found = queries.portfolio_of(person, request.user)
    for row in found.waiting:
        row.may_edit = rules.can_edit(request.user, row)
        row.may_decide = rules.can_decide(request.user, row)
    today = clock.today(person.organisation.time_zone)
    is_teacher = queries.attestees_visible_to(request.user).filter(pk=person.pk).exists()
    context = {
        "attestation": queries.attestation_of(person) if is_teacher else None,
        "may_remind": is_teacher and rules.can_remind(request.user, person) and not is_minor(person, today),
        "person": person,
        "mine": person.user_id == request.user.pk,
        "found": found,
        "open": [pair for pair in found.pairs if rules.can_enter(request.user, pair)],
        "today": today,
    }
    return render_page(request, "achievements/portfolio.html", context)
