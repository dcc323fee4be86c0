"""Who takes part in a module, and what is missing of each."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.people.queries import visible_to as people_visible_to
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import AdmittedHow, ParticipationRole
from nastavnik.web.programmes.forms import EnrolForm
from nastavnik.web.shell.render import render_page

ROWS = 50


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def people(request: HttpRequest, pk: int) -> HttpResponse:
    module = fetch(queries.modules_visible_to(request.user), pk)
    role = ParticipationRole.MENTOR if request.GET.get("role") == "mentor" else ParticipationRole.MENTEE
    today = clock.today(module.organisation.time_zone)
    rows = queries.participations_visible_to(request.user).filter(module=module, role=role)
    rows = queries.with_gates(rows, today).order_by("person__normal_name", "pk")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "module": module,
        "role": role,
        "page": page,
        "people": queries.participants(page.object_list, today),
        "waiting": module.new_mentors if role == ParticipationRole.MENTOR else module.new_mentees,
        "format_title": module.mentoring_format.called_in(module.organisation),
        "can": {"edit": rules.can_edit_module(request.user, module)},
    }
    return render_page(request, "programmes/people.html", context)


@allow(rules.edits_programmes, methods=("POST",))
def admit_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody of one side who is enrolled can be matched from now on."""
    module = _module(request, pk)
    role = ParticipationRole.MENTOR if request.POST.get("role") == "mentor" else ParticipationRole.MENTEE
    made = actions.admit_many(list(queries.enrolled(module, role)), by=request.user, reason=AdmittedHow.TOGETHER)
    if made and role == ParticipationRole.MENTOR:
        messages.info(request, _("Допущены без записи о проверке: они названы на странице «Отбор наставников»."))
    answer = see_other("programmes:people", module.pk)
    answer.headers["Location"] = f"{reverse('programmes:people', args=[module.pk])}?role={role}"
    return answer


@allow(rules.edits_programmes)
def enrol(request: HttpRequest, pk: int) -> HttpResponse:
    """One more, by hand; a list is loaded by the import."""
    module = _module(request, pk)
    known = people_visible_to(request.user).filter(organisation=module.organisation)
    initial = {"role": request.GET.get("role", ParticipationRole.MENTEE)}
    form = EnrolForm(request.POST or None, people=known, initial=initial)
    if request.method == "POST" and form.is_valid():
        today = clock.today(module.organisation.time_zone)
        given = form.cleaned_data
        try:
            made = actions.enrol(given["person"], module=module, role=given["role"], joined_on=today, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:profile", made.pk)
    context = {"module": module, "form": form}
    return render_page(request, "programmes/enrol.html", context, status=422 if form.is_bound else 200)


def _module(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.modules_visible_to(request.user), pk, rules.can_edit_module, request.user)
