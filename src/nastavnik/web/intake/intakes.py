"""Intakes: opened for a module, what they ask, the poster, closed and opened again."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock, links
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.intake import actions, queries, rules
from nastavnik.web.intake.forms import IntakeForm, OpenForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.squares import square


@allow(rules.reviews_applications)
def intakes(request: HttpRequest) -> HttpResponse:
    """What is open and what came by it; another one is opened here."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not rules.can_review_in(request.user, organisation):
        raise Http404
    on = clock.today(organisation.time_zone)
    modules = queries.modules_to_open(request.user, organisation)
    form = OpenForm(request.POST or None, modules=modules, initial={"starts_on": on})
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_intake(**form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Приём открыт. Проверьте, о чём спросим, и напечатайте плакат."))
            return see_other("intake:intake", opened.pk)
    rows = queries.intakes_visible_to(request.user).filter(organisation=organisation)
    context = {
        "rows": [(row, queries.takes_on(row, on)) for row in rows],
        "form": form,
        "has_modules": modules.exists(),
    }
    return render_page(request, "intake/intakes.html", context, status=422 if form.is_bound else 200)


@allow(rules.reviews_applications)
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """The settings of one intake."""
    found = _fetched(request, pk)
    form = IntakeForm(
        request.POST or None,
        initial={name: getattr(found, name) for name in IntakeForm.base_fields},
        questions={role: queries.questions_to_choose(found, role, request.user) for role in ("mentee", "mentor")},
    )
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        version = changes.pop("version")
        try:
            actions.edit_intake(found, changes, version=version, by=request.user)
        except ChangedMeanwhile:
            return late(request, form, _fetched(request, pk), ("intake:intake", pk))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Сохранено."))
            return see_other("intake:intake", pk)
    context = {"intake": found, "form": form, **_linked(request, found)}
    return render_page(request, "intake/intake.html", context, status=422 if form.is_bound else 200)


@allow(rules.reviews_applications, methods=("POST",))
def close_intake(request: HttpRequest, pk: int) -> HttpResponse:
    actions.close_intake(_fetched(request, pk), by=request.user)
    messages.success(request, _("Приём закрыт. Что пришло, осталось в очереди."))
    return see_other("intake:intake", pk)


@allow(rules.reviews_applications, methods=("POST",))
def reopen_intake(request: HttpRequest, pk: int) -> HttpResponse:
    actions.reopen_intake(_fetched(request, pk), by=request.user)
    messages.success(request, _("Приём снова открыт: ссылка и плакаты прежние."))
    return see_other("intake:intake", pk)


@allow(rules.reviews_applications, methods=("GET", "HEAD"))
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet for the wall: whom we wait for, the square code, and the code for who types."""
    found = _fetched(request, pk)
    linked = _linked(request, found)
    return render_page(request, "intake/poster.html", {"intake": found, "square": square(linked["address"]), **linked})


def _fetched(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.intakes_visible_to(request.user), pk, rules.can_run, request.user)


def _linked(request: HttpRequest, found: Any) -> dict[str, Any]:
    """The address, where to type the code, and whether only this computer knows both."""
    base = request.build_absolute_uri("/")
    where = links.absolute("public:apply", found.token, base=base)
    host = urlsplit(where).hostname or ""
    is_local = host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")  # noqa: S104 - compared, not bound
    return {"address": where, "by_code": links.absolute("public:apply_by_code", base=base), "is_local": is_local}
