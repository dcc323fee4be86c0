"""Formats and the role models inside each; an institution adds its own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.web.programmes.forms.catalogue import TitleForm
from nastavnik.web.programmes.own import own_organisation
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

ROLE_IDS = "id_role_%s"  # two forms with one field stand on one page


@allow(rules.edits_programmes)
def formats(request: HttpRequest) -> HttpResponse:
    """All formats; a new one in one field."""
    organisation = own_organisation(request)
    form = TitleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_format(organisation, title=form.cleaned_data["title"], by=request.user)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Форма добавлена. Опишите роли в ней, если они разные."))
            return see_other("programmes:mentoring_format", made.pk)
    found = queries.formats_for(organisation, hidden=True)
    context = {"rows": [(one, one.called_in(organisation)) for one in found], "form": form}
    return render_page(request, "programmes/formats.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def mentoring_format(request: HttpRequest, pk: int) -> HttpResponse:
    """Role models of a format; an own format is renamed here."""
    organisation = own_organisation(request)
    found = fetch(queries.formats_for(organisation, hidden=True), pk)
    form = TitleForm(request.POST or None, initial={"title": found.title, "version": found.version})
    if request.method == "POST" and form.is_valid():
        title, version = form.cleaned_data["title"], form.cleaned_data["version"] or 0
        try:
            actions.edit_format(found, title=title, version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:mentoring_format", found.pk))
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("programmes:formats")
    return _format_page(request, organisation, found, form=form)


@allow(rules.edits_programmes, methods=("POST",))
def format_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer an own format or not."""
    found = fetch(queries.formats_for(own_organisation(request), hidden=True), pk)
    step = {"hide": actions.hide_format, "show": actions.show_format}.get(request.POST.get("step", ""))
    if step is None:
        raise Http404
    step(found, by=request.user)
    return see_other("programmes:formats")


@allow(rules.edits_programmes, methods=("POST",))
def add_role_model(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = own_organisation(request)
    found = fetch(queries.formats_for(organisation, hidden=True), pk)
    form = TitleForm(request.POST, auto_id=ROLE_IDS)
    if form.is_valid():
        try:
            actions.add_role_model(organisation, found, title=form.cleaned_data["title"], by=request.user)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("programmes:mentoring_format", found.pk)
    return _format_page(request, organisation, found, role_form=form)


@allow(rules.edits_programmes)
def role_model(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name for an own role model."""
    found = _own_model(request, pk)
    form = TitleForm(request.POST or None, initial={"title": found.title, "version": found.version})
    if request.method == "POST" and form.is_valid():
        title, version = form.cleaned_data["title"], form.cleaned_data["version"] or 0
        try:
            actions.edit_role_model(found, title=title, version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:mentoring_format", found.mentoring_format_id))
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("programmes:mentoring_format", found.mentoring_format_id)
    context = {"role_model": found, "form": form}
    return render_page(request, "programmes/role_model.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def remove_role_model(request: HttpRequest, pk: int) -> HttpResponse:
    found = _own_model(request, pk)
    try:
        actions.remove_role_model(found, by=request.user)
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
    return see_other("programmes:mentoring_format", found.mentoring_format_id)


def _own_model(request: HttpRequest, pk: int) -> Any:
    organisation = own_organisation(request)
    return fetch(queries.role_models_for(organisation).filter(organisation=organisation), pk)


def _format_page(
    request: HttpRequest, organisation: Any, found: Any, *, form: TitleForm | None = None, role_form: Any = None
) -> HttpResponse:
    form = form or TitleForm(initial={"title": found.title, "version": found.version})
    context = {
        "mentoring_format": found,
        "title": found.called_in(organisation),
        "form": form,
        "role_form": role_form or TitleForm(auto_id=ROLE_IDS),
    }
    status = 422 if form.is_bound or role_form else 200
    return render_page(request, "programmes/mentoring_format.html", context, status=status)
