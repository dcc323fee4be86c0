"""The file and the steps that are only pressed. Nothing is written about people before «Принять»."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.exchange import actions, queries, rules
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import refusal
from nastavnik.web.exchange.forms import AcceptForm, DecideForm, UploadForm
from nastavnik.web.exchange.views.frame import fetched, open_import, steps
from nastavnik.web.shell.render import render_page

LISTED = 10


@allow(rules.imports_people)
def upload(request: HttpRequest) -> HttpResponse:
    """Which list, of whom, into which programme; lists begun and accepted lately."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    modules = queries.modules_for_import(request.user).filter(organisation=organisation)
    named = [(module.pk, f"{module.programme.title}: {module.title}") for module in modules]
    start = {"module": request.GET.get("module"), "role": request.GET.get("role") or "mentee"}
    form = UploadForm(request.POST or None, request.FILES or None, modules=named, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            people_import = _store(form, fetch(modules, form.cleaned_data["module"]), request.user)
        except UnreadableFile as unreadable:
            form.add_error("file", refusal(unreadable))
        else:
            return see_other("exchange:columns", people_import.pk)
    context = {
        "form": form,
        "unfinished": queries.unfinished(request.user).filter(organisation=organisation)[:LISTED],
        "accepted": queries.accepted_lately(request.user).filter(organisation=organisation)[:LISTED],
        "has_modules": bool(named),
        "steps": steps(1),
    }
    return render_page(request, "exchange/upload.html", context, status=422 if request.method == "POST" else 200)


def _store(form: UploadForm, module: Any, user: Any) -> Any:
    file = form.cleaned_data["file"]
    if file.size > settings.UPLOAD_LIMIT:
        raise UnreadableFile("too_big", limit=settings.UPLOAD_LIMIT // 1024**2)
    return actions.upload(module, role=form.cleaned_data["role"], content=file.read(), name=file.name, by=user)


@allow(rules.imports_people, methods=("POST",))
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One person or two."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.decide(people_import, by=request.user, **form.cleaned_data)
    return see_other("exchange:check", pk)


@allow(rules.imports_people, methods=("POST",))
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the people in."""
    people_import = fetched(request, pk)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.accept(people_import, by=request.user, **form.cleaned_data)
    return see_other("exchange:done", pk)


@allow(rules.imports_people, methods=("POST",))
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Not this list."""
    people_import = fetched(request, pk)
    actions.cancel(people_import, by=request.user)
    messages.success(request, _("Список не загружен, файл удалён. Ничего не изменено."))
    return see_other("exchange:upload")
