"""What a module is: format, kind, radar."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import Kind
from nastavnik.web.programmes.forms import ModuleForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

FIELDS = ("version", "title", "mentoring_format", "role_model", "radar_period", "radar_grace", "keeps_diary")


@allow(rules.edits_programmes)
def module(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.modules_visible_to(request.user), pk, rules.can_edit_module, request.user)
    initial = {name: getattr(found, name) for name in FIELDS}
    initial["kind"] = found.kind_code or found.kind
    form = _form(request, found.organisation, initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_module(found, form.values, version=form.cleaned_data["version"] or 0, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:module", found.pk))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:programme", found.programme_id)
    context = {"module": found, "programme": found.programme, "form": form}
    return render_page(request, "programmes/module.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def add_module(request: HttpRequest, pk: int) -> HttpResponse:
    programme = fetch(queries.visible_to(request.user).select_related("organisation"), pk, rules.can_edit, request.user)
    usual = {"kind": Kind.INDIVIDUAL, "radar_period": 14, "radar_grace": 7, "keeps_diary": True}
    form = _form(request, programme.organisation, usual)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_module(programme, by=request.user, **form.values)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Модуль добавлен, готовые тексты взяты из справочников. Проверьте их."))
            return see_other("programmes:content", made.pk)
    context = {"programme": programme, "form": form}
    return render_page(request, "programmes/module.html", context, status=422 if form.is_bound else 200)


def _form(request: HttpRequest, organisation: Any, initial: dict[str, Any]) -> ModuleForm:
    return ModuleForm(
        request.POST or None,
        formats=queries.formats_for(organisation, keep=getattr(initial.get("mentoring_format"), "pk", None)),
        role_models=queries.role_models_for(organisation),
        kinds=queries.kinds_for(organisation, keep=initial["kind"]),
        organisation=organisation,
        initial=initial,
    )
