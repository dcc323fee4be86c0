"""A plan begins, is shown, read, corrected, extended, closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.plans import actions, queries, rules
from nastavnik.domain.plans.enums import PlanWay, SheetKind
from nastavnik.domain.plans.templates import fitting
from nastavnik.web.plans.forms import CloseForm, DifficultyForm, ExtendForm, PlanForm, ReworkForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.works_on_plans, methods=("POST",))
def make(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_make, request.user)
    way = request.POST.get("way", "")
    actions.make_plan(mentorship, way=way if way in PlanWay.values else PlanWay.TOGETHER, by=request.user)
    return see_other("mentorships:plan", mentorship.pk)


@allow(rules.works_on_plans)
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    """Ready plans of the form; one is taken with one press."""
    rows = pairs_visible_to(request.user).select_related("module__mentoring_format", "module__role_model")
    mentorship = fetch(rows, pk, rules.can_make, request.user)
    if request.method == "POST":
        actions.take_template(mentorship, request.POST.get("code", ""), by=request.user)
        return see_other("mentorships:plan", mentorship.pk)
    module = mentorship.module
    found = fitting(module.mentoring_format.code, module.role_model.title if module.role_model else "")
    return render_page(request, "plans/ready.html", {"mentorship": mentorship, "templates": found})


@allow(rules.works_on_plans)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    plan = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    with_term = not plan.sheets.filter(kind=SheetKind.EXTENSION).exists()
    names = [name for name in PlanForm.base_fields if with_term or name not in ("starts_on", "ends_on")]
    start = {name: getattr(plan, name) for name in names}
    form = PlanForm(request.POST or None, initial=start, with_term=with_term)
    if request.method == "POST" and is_fit(form, plan.mentorship, request.user):
        given = dict(form.cleaned_data)
        try:
            actions.edit_plan(plan, given, version=given.pop("version"), by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("plans:edit", plan.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:plan", plan.mentorship_id)
    return _form(request, plan, form, _("План: слова и сроки"), _("Сохранить"))


@allow(rules.works_on_plans, methods=("POST",))
def show(request: HttpRequest, pk: int) -> HttpResponse:
    plan = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    actions.show(plan, by=request.user)
    messages.success(request, _("План показан. Когда его отметят, он согласован."))
    return see_other("mentorships:plan", plan.mentorship_id)


@allow(rules.takes_part, methods=("POST",))
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """«Прочитал(а)», «согласен(на)»: one tap."""
    plan = fetch(queries.visible_to(request.user), pk)
    actions.read(plan, person=person_of(request.user, plan.organisation), by=request.user)
    return see_other("mentorships:plan", plan.mentorship_id)


@allow(rules.works_on_plans)
def rework(request: HttpRequest, pk: int) -> HttpResponse:
    """A line in the sheet of corrections; the plan can then be changed."""
    plan = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    form = ReworkForm(request.POST or None)
    if request.method == "POST" and is_fit(form, plan.mentorship, request.user):
        actions.rework(plan, text=form.cleaned_data["text"], by=request.user)
        return see_other("mentorships:plan", plan.mentorship_id)
    return _form(request, plan, form, _("Исправить план"), _("Исправить"))


@allow(rules.works_on_plans)
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """A line in the sheet of extensions."""
    plan = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and is_fit(form, plan.mentorship, request.user):
        try:
            actions.extend_plan(plan, **form.cleaned_data, by=request.user)
        except DomainError as error:
            form.add_error("until", sentence(error))
        else:
            return see_other("mentorships:plan", plan.mentorship_id)
    return _form(request, plan, form, _("Продлить план"), _("Продлить"))


@allow(rules.works_on_plans)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Done and over; earlier only with words why."""
    plan = fetch(queries.visible_to(request.user), pk, rules.can_close, request.user)
    found = queries.completion_of(plan, clock.today(plan.mentorship.organisation.time_zone))
    form = CloseForm(request.POST or None, must_say=not found.is_ripe)
    if request.method == "POST" and is_fit(form, plan.mentorship, request.user):
        actions.close(plan, text=form.cleaned_data["text"], by=request.user)
        messages.success(request, _("План закрыт. Теперь можно завершить работу пары."))
        return see_other("mentorships:plan", plan.mentorship_id)
    return _form(request, plan, form, _("Закрыть план"), _("Закрыть план"), completion=found)


@allow(rules.works_on_plans, methods=("POST",))
def add_difficulty(request: HttpRequest, pk: int) -> HttpResponse:
    plan = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    form = DifficultyForm(request.POST)
    if is_fit(form, plan.mentorship, request.user):
        actions.add_difficulty(plan, title=form.cleaned_data["title"], by=request.user)
        return see_other("mentorships:plan", plan.mentorship_id)
    return _form(request, plan, form, _("Что даётся трудно"), _("Добавить"))


@allow(rules.works_on_plans)
def difficulty(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.difficulties_visible_to(request.user), pk, rules.can_edit_difficulty, request.user)
    form = DifficultyForm(request.POST or None, initial={"version": row.version, "title": row.title})
    if request.method == "POST" and is_fit(form, row.plan.mentorship, request.user):
        given = form.cleaned_data
        try:
            actions.edit_difficulty(row, title=given["title"], version=given["version"] or 0, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("plans:difficulty", row.pk))
        return see_other("mentorships:plan", row.plan.mentorship_id)
    return _form(request, row.plan, form, _("Что даётся трудно"), _("Сохранить"))


def _form(request: HttpRequest, plan: Any, form: Any, heading: str, act: str, **more: Any) -> HttpResponse:
    context = {"pair_pk": plan.mentorship_id, "form": form, "heading": heading, "act": act, **more}
    return render_page(request, "plans/form.html", context, status=422 if form.errors else 200)
