"""Themes to choose from."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.library import actions, queries, rules
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.web.library.forms import ThemeForm
from nastavnik.web.library.shelf import organisation_of
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

AT_ONCE = 50


@allow(rules.edits_library)
def themes(request: HttpRequest) -> HttpResponse:
    """All of them with the form of a new one."""
    organisation = organisation_of(request)
    form = ThemeForm(_programmes(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_theme(organisation, form.words(), by=request.user)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Тема добавлена. Наставники увидят её, когда нажмут «Посоветовать»."))
            return see_other("library:themes")
    rows = queries.themes_visible_to(request.user).filter(organisation=organisation)
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    return render_page(
        request, "library/themes.html", {"form": form, "page": page}, status=422 if form.is_bound else 200
    )


@allow(rules.edits_library)
def theme(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words for a theme."""
    found = fetch(queries.themes_visible_to(request.user), pk, rules.can_change_theme, request.user)
    now = {name: getattr(found, name) for name in ("version", "title", "note")} | {"programme": found.programme_id}
    form = ThemeForm(_programmes(request), request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_theme(found, form.words(), version=form.cleaned_data["version"] or 0, by=request.user)
        except ChangedMeanwhile:
            fresh = fetch(queries.themes_visible_to(request.user), pk)
            return late(request, form, fresh, ("library:theme", pk))
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return see_other("library:themes")
    context = {"form": form, "theme": found}
    return render_page(request, "library/theme.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_library, methods=("POST",))
def theme_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Show or hide."""
    found = fetch(queries.themes_visible_to(request.user), pk, rules.can_change_theme, request.user)
    step = request.POST.get("step", "")
    if step not in ("show", "hide"):
        raise Http404
    actions.show_theme(found, is_shown=step == "show", by=request.user)
    return see_other("library:themes")


def _programmes(request: HttpRequest) -> Any:
    return programmes_visible_to(request.user).filter(organisation=organisation_of(request))
