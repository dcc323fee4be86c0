"""Which programmes are running; a new one from a ready template (or from the designer)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.organisations import queries as organisations
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.templates import TEMPLATES, template_by_code
from nastavnik.web.programmes.ending import say_last_day
from nastavnik.web.programmes.forms import CreateForm
from nastavnik.web.programmes.forms.design import usual_start
from nastavnik.web.programmes.steps import stepper
from nastavnik.web.shell.render import render_page

ROWS = 20


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.visible_to(request.user), ROWS).get_page(request.GET.get("page"))
    today = clock.today(_zone(request))
    rows = [{"facts": facts, "steps": stepper(facts)} for facts in queries.stage_facts(page.object_list, today)]
    context = {"page": page, "rows": rows, "today": today, "may_create": rules.edits_programmes(request.user)}
    return render_page(request, "programmes/index.html", context)


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def new(request: HttpRequest) -> HttpResponse:
    """Which template suits?"""
    organisation = _organisation(request)
    titles = {one.code: one.called_in(organisation) for one in queries.formats_for(organisation)}
    rows = [(template, titles[template.mentoring_format]) for template in TEMPLATES]
    groups = [(kind, [row for row in rows if row[0].type == kind]) for kind in ProgrammeType]
    return render_page(request, "programmes/new.html", {"groups": groups})


@allow(rules.edits_programmes)
def create(request: HttpRequest, code: str) -> HttpResponse:
    """Title and first day; everything else comes from the template, the year from the day where none is chosen."""
    organisation = _organisation(request)
    try:
        template = template_by_code(code)
    except KeyError:
        raise Http404 from None
    years = organisations.academic_years(organisation)
    today = clock.today(organisation.time_zone)
    initial = {"title": template.title, "starts_on": usual_start(today)}
    form = CreateForm(request.POST or None, years=years, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_programme(organisation, template=template, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            say_last_day(request, made, asked=form.cleaned_data["ends_on"])
            return see_other("programmes:programme", made.pk)
    context = {"form": form, "template": template}
    return render_page(request, "programmes/create.html", context, status=422 if form.is_bound else 200)


def _organisation(request: HttpRequest) -> Any:
    """The organisation of the request, where the user may begin programmes."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not holds(request.user, Permission.PROGRAMME_EDIT, organisation.pk):
        raise PermissionDenied
    return organisation


def _zone(request: HttpRequest) -> str:
    organisation = request.organisation  # type: ignore[attr-defined]
    return organisation.time_zone if organisation else "UTC"
