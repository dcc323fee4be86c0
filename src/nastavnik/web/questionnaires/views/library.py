"""Questionnaires of the institution and the ready ones."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.documents.question_paper import question_paper
from nastavnik.domain.documents.rendering import papers
from nastavnik.domain.programmes.queries import formats_for
from nastavnik.domain.questionnaires import actions, queries, rules
from nastavnik.domain.questionnaires.enums import Audience, Purpose, VersionState
from nastavnik.domain.questionnaires.shipped import SHIPPED, shipped_by
from nastavnik.domain.questionnaires.specs import Spec
from nastavnik.web.questionnaires.forms import AboutForm
from nastavnik.web.shell.posted import number
from nastavnik.web.shell.questions import drawn
from nastavnik.web.shell.render import render_page

PDF = "application/pdf"


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """What do we ask?"""
    rows = queries.visible_to(request.user).filter(archived_on__isnull="archive" not in request.GET)
    context = {
        "rows": rows,
        "is_archive": "archive" in request.GET,
        "ready": len(SHIPPED),
        "edits": rules.edits_questionnaires(request.user),
    }
    return render_page(request, "questionnaires/index.html", context)


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def ready(request: HttpRequest) -> HttpResponse:
    """Which ready one suits us?"""
    asked, form = request.GET.get("audience", ""), request.GET.get("format", "")
    taken = queries.ready_ones_taken(request.organisation)
    fit = [one for one in SHIPPED if not form or not one.formats or form in one.formats]
    shown = [one for one in fit if not asked or one.audience == asked]
    groups = [
        (purpose.label, [(one, taken.get(one.code)) for one in shown if one.purpose == purpose]) for purpose in Purpose
    ]
    used = {one.audience for one in SHIPPED}
    context = {
        "groups": [(title, rows) for title, rows in groups if rows],
        "audiences": [audience for audience in Audience if audience in used],
        "asked": asked,
        "formats": [(code, title) for code, title in formats(request) if any(code in one.formats for one in SHIPPED)],
        "format": form,
    }
    return render_page(request, "questionnaires/ready.html", context)


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def ready_one(request: HttpRequest, code: str) -> HttpResponse:
    """What does it ask? Taken with one tap."""
    one = shipped_by(code)
    if one is None:
        raise Http404
    context = {
        "one": one,
        "pages": _pages(one.spec),
        "taken": queries.ready_ones_taken(request.organisation).get(code),
        "edits": rules.edits_questionnaires(request.user),
        "purpose": Purpose(one.purpose).label,
        "audience": Audience(one.audience).label,
    }
    return render_page(request, "questionnaires/ready_one.html", context)


@allow(rules.edits_questionnaires, methods=("POST",))
def take_ready(request: HttpRequest, code: str) -> HttpResponse:
    """Now ours, and in force."""
    version = actions.take_ready(request.organisation, code, by=request.user)
    messages.success(request, _("Анкета ваша и действует. Её можно менять: выйдет новая версия."))
    return see_other("questionnaires:questionnaire", version.questionnaire_id)


@allow(rules.edits_questionnaires)
def create(request: HttpRequest) -> HttpResponse:
    """What is it called, and whom does it ask?"""
    form = AboutForm(request.POST or None, formats=formats(request))
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        spec = Spec(given["title"], given.pop("intro"))
        version = actions.create(request.organisation, by=request.user, **given)
        actions.save_draft(
            version,
            spec=Spec(spec.title, spec.intro, version.asked.sections),
            version=version.version,
            by=request.user,
        )
        return see_other("questionnaires:build", version.pk)
    context = {"form": form}
    return render_page(request, "questionnaires/create.html", context, status=422 if form.is_bound else 200)


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def questionnaire(request: HttpRequest, pk: int) -> HttpResponse:
    """What does it ask now, in which versions, and what can be done with it?"""
    row = fetch(queries.visible_to(request.user), pk)
    versions = list(queries.versions_of(row))
    current = next((one for one in versions if one.state == VersionState.PUBLISHED), versions[0] if versions else None)
    shown = next((one for one in versions if str(one.number) == request.GET.get("version", "")), current)
    ready = shipped_by(row.code) if row.code else None
    context = {
        "questionnaire": row,
        "versions": versions,
        "shown": shown,
        "pages": _pages(shown.asked) if shown else [],
        "scoring": shown.scored if shown else None,
        "edits": rules.can_edit(request.user, row),
        "ready": ready,
    }
    return render_page(request, "questionnaires/questionnaire.html", context)


@allow(rules.edits_questionnaires)
def about(request: HttpRequest, pk: int) -> HttpResponse:
    """For what, for whom, with names or without."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    names = ("title", "purpose", "audience", "formats", "is_anonymous")
    form = AboutForm(
        request.POST or None, formats=formats(request), initial={name: getattr(row, name) for name in names}
    )
    del form.fields["intro"]
    if request.method == "POST" and form.is_valid():
        version = number(request, "version")
        actions.describe(
            row, changes=form.cleaned_data, version=row.version if version is None else version, by=request.user
        )
        return see_other("questionnaires:questionnaire", pk)
    context = {"form": form, "questionnaire": row}
    return render_page(request, "questionnaires/about.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_questionnaires, methods=("POST",))
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft of the next version."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    return see_other("questionnaires:build", actions.edit_again(row, by=request.user).pk)


@allow(rules.edits_questionnaires, methods=("POST",))
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """One of our own that begins as this one stands."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    source = queries.versions_of(row).first()
    if source is None:
        raise Http404
    made = actions.copy(source, title=_("%(title)s (копия)") % {"title": row.title[:180]}, by=request.user)
    return see_other("questionnaires:build", made.pk)


@allow(rules.edits_questionnaires, methods=("POST",))
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Out of the list, or back into it; answers stay."""
    row = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    if row.archived_on:
        actions.restore(row, by=request.user)
        return see_other("questionnaires:questionnaire", pk)
    actions.archive(row, by=request.user)
    messages.success(request, _("Анкета в архиве. Ответы сохранились, вернуть её можно в любой день."))
    return see_other("questionnaires:index")


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for printing, without names on it."""
    version = fetch(queries.versions_visible_to(request.user), pk)
    spec = version.asked
    sheet = question_paper(
        spec, without_name=version.questionnaire.is_anonymous, school=version.organisation.short_title
    )
    return give_file(papers.render(sheet, "pdf"), title=f"{spec.title[:80]}.pdf", content_type=PDF, inline=True)


@allow(rules.sees_questionnaires, methods=("GET", "HEAD"))
def ready_paper(request: HttpRequest, code: str) -> HttpResponse:
    """A ready one for printing, before anybody decides to take it."""
    one = shipped_by(code)
    if one is None:
        raise Http404
    content = papers.render(question_paper(one.spec, without_name=one.is_anonymous), "pdf")
    return give_file(content, title=f"{one.title[:80]}.pdf", content_type=PDF, inline=True)


def formats(request: HttpRequest) -> list[tuple[str, str]]:
    """The mentoring formats of the institution, for choosing."""
    organisation: Any = request.organisation  # type: ignore[attr-defined]
    return [(one.code, str(one.called_in(organisation))) for one in formats_for(organisation)]


def _pages(spec: Spec) -> list[tuple[Any, list[Any]]]:
    """Pages with their questions, drawn as they will look."""
    found, first = [], 1
    for section in spec.sections:
        found.append((section, drawn(section.questions, {}, first=first)))
        first += len(section.questions)
    return found
