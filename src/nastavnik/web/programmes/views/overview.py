"""Where is the programme, and what comes next?"""

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
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.messages import beyond_sentence
from nastavnik.web.programmes.forms import EditForm
from nastavnik.web.programmes.steps import stepper, work_now
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

FIELDS = (
    "title", "goal", "note", "first_needs", "education_stage", "activity", "ends_on", "council_on", "council_protocol",
    "needs_order",
)  # fmt: skip


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user).select_related("organisation", "copied_from"), pk)
    today = clock.today(found.organisation.time_zone)
    facts = queries.stage_facts([found], today)[0]
    context = {
        "programme": found,
        "facts": facts,
        "steps": stepper(facts),
        "work_now": work_now(facts),
        "agreement": queries.agreement(found),
        "modules": queries.modules_visible_to(request.user).filter(programme=found),
        "can": {"edit": rules.can_edit(request.user, found), "agree": rules.can_agree(request.user, found)},
        "actions": found.lifecycle.actions(found.state),
        "today": today,
    }
    return render_page(request, "programmes/programme.html", context)


@allow(rules.edits_programmes)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = _editable(request, pk)
    initial = {name: getattr(found, name) for name in (*FIELDS, "version")}
    form = EditForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in FIELDS}
        try:
            actions.edit_programme(found, changes, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:programme", found.pk))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            if found.ends_on != initial["ends_on"] and (beyond := beyond_sentence(found, *queries.beyond(found))):
                messages.warning(request, beyond)
            return see_other("programmes:programme", found.pk)
    context = {
        "programme": found,
        "form": form,
        "is_agreed": bool(queries.agreement(found).agreed),
        "beyond": "" if form.is_bound else beyond_sentence(found, *queries.beyond(found)),
    }
    return render_page(request, "programmes/edit.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def launch(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin."""
    found = _editable(request, pk)
    actions.launch(found, by=request.user)
    return see_other("programmes:programme", found.pk)


@allow(rules.edits_programmes)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The end cannot be taken back, so it is asked about."""
    found = _editable(request, pk)
    if request.method == "POST":
        actions.close(found, by=request.user, note=request.POST.get("note", "")[:2000])
        return see_other("programmes:programme", found.pk)
    return render_page(request, "programmes/close.html", {"programme": found})


@allow(rules.edits_programmes)
def discard_programme(request: HttpRequest, pk: int) -> HttpResponse:
    """A programme made by mistake goes for ever, so it is asked about."""
    found = _editable(request, pk)
    if request.method == "POST":
        title = found.title
        actions.discard_programme(found, by=request.user)
        messages.success(request, _("Программа «%(title)s» удалена.") % {"title": title})
        return see_other("programmes:index")
    context = {"programme": found, "hinders": queries.hinders(found), "facts": queries.copied_facts(found)}
    return render_page(request, "programmes/discard_programme.html", context)


def _editable(request: HttpRequest, pk: int) -> Any:
    rows = queries.visible_to(request.user).select_related("organisation", "academic_year")
    return fetch(rows, pk, rules.can_edit, request.user)
