"""The agreement of a worker who mentors a worker, and its early end."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake.actions import agreeing
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.web.intake.admission.forms import AgreementForm, EndAgreementForm
from nastavnik.web.shell.render import render_page


@allow(rules.decides_admission)
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Its days and terms; the paper itself is prepared among the documents."""
    found = fetch(queries.admissions_visible_to(request.user), pk, rules.can_admit, request.user)
    programme = found.module.programme
    first = {"ends_on": programme.ends_on}
    form = AgreementForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            agreeing.sign_agreement(found, form.terms(), by=request.user)  # type: ignore[arg-type]
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("intake:candidate", found.pk)
    context = {"form": form, "participation": found}
    return render_page(request, "intake/agreement.html", context, status=422 if form.is_bound else 200)


@allow(rules.decides_admission)
def end_agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """Three working days between the notice and the last day; the earliest one is counted beforehand."""
    found = fetch(queries.agreements_visible_to(request.user), pk, rules.can_keep_agreement, request.user)
    today = clock.today(found.organisation.time_zone)
    earliest = agreeing.earliest_end(found.organisation, today)
    first = {"version": found.version, "notice_on": today, "ended_on": earliest}
    form = EndAgreementForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            agreeing.end_agreement(found, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("intake:candidate", found.participation_id)
    context = {"form": form, "agreement": found, "earliest": earliest, "participation": found.participation}
    return render_page(request, "intake/end_agreement.html", context, status=422 if form.is_bound else 200)
