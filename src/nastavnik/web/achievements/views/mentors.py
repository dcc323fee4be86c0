"""The portfolio of a mentor for the category «педагог-наставник», and the reminder of an attestation."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.documents import rules as document_rules
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.queries import RECOGNISES
from nastavnik.domain.documents.queries import visible_to as documents_visible_to
from nastavnik.domain.people.queries import is_minor
from nastavnik.web.achievements.forms import AttestationForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

ROWS = 30


@allow(rules.sees_mentors, methods=("GET", "HEAD"))
def mentors(request: HttpRequest) -> HttpResponse:
    """Whose portfolio may be opened; whose attestation comes within half a year stands first."""
    rows = queries.mentors_visible_to(request.user).select_related("attestation", "organisation")
    page = Paginator(rows.order_by("normal_name", "pk"), ROWS).get_page(request.GET.get("page"))
    soon = clock.today() + queries.AHEAD
    near = queries.attestees_visible_to(request.user).select_related("attestation")
    due = near.filter(attestation__due_on__lte=soon, attestation__passed_on__isnull=True)
    mentoring = {one.pk for one in rows.filter(pk__in=due.values("pk"))}
    soonest = list(due.order_by("attestation__due_on", "pk")[:ROWS])
    for person in soonest:
        person.page = "achievements:mentor" if person.pk in mentoring else "achievements:portfolio"
    context = {"page": page, "due": soonest, "leads": rules.leads(request.user)}
    return render_page(request, "achievements/mentors.html", context)


@allow(rules.sees_mentors, methods=("GET", "HEAD"))
def mentor(request: HttpRequest, pk: int) -> HttpResponse:
    """Facts with periods and counts; no child is named."""
    person = fetch(queries.mentors_visible_to(request.user), pk)
    issued = documents_visible_to(request.user).filter(state=DocumentState.ISSUED, kind__in=RECOGNISES)
    own = Q(person=person) | Q(member__person=person) | Q(participation__person=person)
    today = clock.today(person.organisation.time_zone)
    facts = queries.facts_of(person)
    programmes = {work.mentorship.module.programme_id: work.mentorship.module.programme for work in facts.works}
    context = {
        "programmes": list(programmes.values()) if document_rules.prepares_documents(request.user) else [],
        "person": person,
        "mine": person.user_id == request.user.pk,
        "facts": facts,
        "fewest": queries.FEWEST,
        "is_grown": not is_minor(person, today),
        "papers": list(issued.filter(own).order_by("dated_on", "pk")),
        "may_remind": rules.can_remind(request.user, person),
        "may_share": rules.shares(request.user),
        "today": today,
        "near": facts.attestation
        and not facts.attestation.passed_on
        and facts.attestation.due_on <= today + queries.AHEAD,
    }
    return render_page(request, "achievements/mentor.html", context)


@allow(rules.thinks_of_attestation)
def attestation(request: HttpRequest, pk: int) -> HttpResponse:
    """From which day, after how many years; or that it is passed."""
    person = fetch(queries.attestees_visible_to(request.user), pk, rules.can_remind, request.user)
    is_mentor = queries.mentors_visible_to(request.user).filter(pk=person.pk).exists()
    back = "achievements:mentor" if is_mentor else "achievements:portfolio"
    row = getattr(person, "attestation", None)
    today = clock.today(person.organisation.time_zone)
    start = {name: getattr(row, name) for name in AttestationForm.base_fields} if row else {"counted_from": today}
    form = AttestationForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.remind_of_attestation(
                person,
                counted_from=given["counted_from"],
                years=given["years"],
                passed_on=given["passed_on"],
                version=given["version"] or 0,
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:attestation", person.pk))
        except DomainError as error:
            form.add_error("years", sentence(error))
        else:
            return see_other(back, person.pk)
    context = {"form": form, "heading": _("Когда напомнить об аттестации"), "back": back}
    return render_page(
        request, "achievements/form.html", {**context, "back_pk": person.pk}, status=422 if form.errors else 200
    )


def _is_near(row: Any, today: date) -> bool:
    return row is not None and row.passed_on is None and row.due_on <= today + queries.AHEAD
