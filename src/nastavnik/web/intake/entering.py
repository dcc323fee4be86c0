"""An application entered by staff: for a child, or from paper, all questions on one page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import actions, pages, queries, rules
from nastavnik.domain.intake.adapter import setting_of, topics_in, vars_of
from nastavnik.domain.intake.enums import Source
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.intake import own_questions
from nastavnik.web.shell.application_fields import Around
from nastavnik.web.shell.application_form import ApplicationForm, initial_of
from nastavnik.web.shell.forms import DayField
from nastavnik.web.shell.render import render_page

SOURCES = {
    RoleCode.COORDINATOR: Source.COORDINATOR,
    RoleCode.PSYCHOLOGIST: Source.PSYCHOLOGIST,
    RoleCode.TEACHER: Source.TEACHER,
}
NOT_ON_PAPER = frozenset({"role", "who"})


@allow(rules.enters_applications)
def enter(request: HttpRequest, pk: int, role: str) -> HttpResponse:
    """A new one; «save and next» opens an empty page for the next sheet of paper."""
    intake = fetch(queries.intakes_visible_to(request.user), pk, rules.can_enter, request.user)
    if role not in setting_of(intake).roles:
        raise Http404
    form = _form(request, intake, role, {})
    if request.method == "POST" and form.is_valid():
        application, _code = actions.start(intake, role=role, source=_source(request, intake), by=request.user)
        if answer := _kept(request, application, form):
            return answer
    return _page(request, intake, role, form, None)


@allow(rules.enters_applications)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What can still be changed: a draft of ours, or one that came back."""
    application = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    if application.state not in rules.OPEN_TO_CHANGES:
        raise PermissionDenied
    form = _form(request, application.intake, application.role, vars_of(application))
    if request.method == "POST" and form.is_valid() and (answer := _kept(request, application, form)):
        return answer
    return _page(request, application.intake, application.role, form, application)


def _kept(request: HttpRequest, application: Any, form: ApplicationForm) -> HttpResponse | None:
    """Saved, and sent where it was asked; None where it was refused and the form says why."""
    try:
        actions.save_page(application, form.answers, page="contact")
        own_questions.keep(request, application)
        if "draft" not in request.POST:
            actions.submit(application, by=request.user)
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return None
    if "draft" in request.POST:
        messages.success(request, _("Черновик сохранён."))
        return see_other("intake:edit", application.pk)
    messages.success(request, _("Заявка сохранена: %(name)s.") % {"name": application.list_name})
    if "next" in request.POST:
        return see_other("intake:enter", application.intake_id, application.role)
    return see_other("intake:review", application.pk)


def _source(request: HttpRequest, intake: Any) -> str:
    held = standing(request.user).roles_in(intake.organisation_id)
    return next((source for role, source in SOURCES.items() if role in held), Source.TEACHER)


def _form(request: HttpRequest, intake: Any, role: str, said_before: dict[str, Any]) -> ApplicationForm:
    on = clock.today(intake.organisation.time_zone)
    setting = setting_of(intake, by_staff=True)
    data = request.POST if request.method == "POST" else None
    said = pages.Said(role=role, source=_source(request, intake), needs=2, age=_age(data, on))
    asked = tuple(page for page in _all_pages(role, setting, on_paper=data is None or said.age is None, said=said))
    offered = topics_in(intake.topics)
    before = topics_in(said_before.get("needs") or "") + topics_in(said_before.get("competences") or "")
    form = ApplicationForm(
        data,
        initial=initial_of(said_before) if said_before else {},
        pages=asked,
        said=said,
        setting=setting,
        around=Around(
            offered=offered,
            said=tuple(dict.fromkeys([*before, *offered])),
            groups=queries.groups_to_choose(intake, on),
            voice="about",
            roles=setting.roles,
        ),
    )
    _loosen(form, is_draft=bool(data and "draft" in data))
    return form


def _all_pages(role: str, setting: pages.Setting, *, on_paper: bool, said: pages.Said) -> list[pages.Page]:
    """While the age is unknown, whatever a child or a grown-up would be asked; then what this one is."""
    ways = [said]
    if on_paper:
        ways = [pages.Said(role=role, source=said.source, needs=2, age=age) for age in (None, 14, 40)]
    met = {page.code for way in ways for page in pages.journey(way, setting)} - NOT_ON_PAPER
    return [page for page in pages.PAGES if page.code in met]


def _age(data: Any, on: Any) -> int | None:
    """Full years by the birth date of the sheet, as far as it can be read."""
    try:
        born = DayField(required=False).clean((data or {}).get("birth_date", ""))
    except Exception:  # noqa: BLE001 – the field itself tells what is wrong with it
        return None
    return age_on(born, on) if born and born <= on else None


def _loosen(form: ApplicationForm, *, is_draft: bool) -> None:
    """The main need is worked out; of a draft nothing is required but the name."""
    form.is_draft = is_draft
    for name, field in form.fields.items():
        if name == "main_need" or (is_draft and name not in ("surname",)) or (name == "post" and not form.is_bound):
            field.required = False


def _page(request: HttpRequest, intake: Any, role: str, form: ApplicationForm, application: Any) -> HttpResponse:
    sections = [(page, [form[name] for name in form.fields if name in _fields(page)]) for page in form.pages]
    own = queries.extra_of(application) if application else queries.extra_for(intake, role)
    context = {
        "intake": intake,
        "own": own_questions.drawn_questions(request, own),
        "role": role,
        "is_mentee": role == ParticipationRole.MENTEE,
        "form": form,
        "sections": sections,
        "application": application,
    }
    return render_page(request, "intake/enter.html", context, status=422 if form.is_bound else 200)


def _fields(page: pages.Page) -> set[str]:
    return {*page.fields, *(f"{name}_own" for name in page.fields)}
