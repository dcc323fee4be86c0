"""Which model suits? Who, for whom, five questions, and the answer with its reasons. Answers lie in the session."""

from dataclasses import fields
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes import actions, rules
from nastavnik.domain.programmes.designing import Answers, propose
from nastavnik.web.programmes.ending import say_last_day
from nastavnik.web.programmes.forms.design import (
    DesignedForm,
    PortraitForm,
    QuestionsForm,
    WhoForm,
    answers_of,
    usual_start,
)
from nastavnik.web.programmes.proposed import shown
from nastavnik.web.shell.render import render_page

PAGES = ("design", "design_portrait", "design_questions", "design_result")
ANSWERS = frozenset(field.name for field in fields(Answers))


@allow(rules.edits_programmes)
def design(request: HttpRequest) -> HttpResponse:
    """Who leads whom?"""
    answers = _answers(request)
    initial = {"mentor": answers.mentor, "mentee": answers.mentee}
    return _ask(request, "programmes/design.html", 0, WhoForm(request.POST or None, initial=initial))


@allow(rules.edits_programmes)
def design_portrait(request: HttpRequest) -> HttpResponse:
    """For whom is it, and what do they do together?"""
    answers = _answers(request)
    form = PortraitForm(request.POST or None, mentee=answers.mentee, initial=vars(answers))
    return _ask(request, "programmes/design_portrait.html", 1, form)


@allow(rules.edits_programmes)
def design_questions(request: HttpRequest) -> HttpResponse:
    """The five questions."""
    form = QuestionsForm(request.POST or None, initial=vars(_answers(request)))
    return _ask(request, "programmes/design_questions.html", 2, form)


@allow(rules.edits_programmes)
def design_result(request: HttpRequest) -> HttpResponse:
    """The model, why, and a programme of it."""
    organisation, answers = _organisation(request), _answers(request)
    proposal = propose(answers)
    page = shown(organisation, proposal, answers)
    initial = {
        "title": page.title,
        "starts_on": usual_start(clock.today(organisation.time_zone)),
        "ends_on": "",
        "variant": "first",
        "stage_set": proposal.stage_set,
    }
    form = DesignedForm(request.POST or None, variants=page.variants, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.design_programme(
                organisation,
                answers=answers,
                title=said["title"],
                starts_on=said["starts_on"],
                ends_on=said["ends_on"],
                stage_set=said["stage_set"],
                second=said["variant"] == "second",
                by=request.user,
            )
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            request.session.pop(_key(organisation), None)
            say_last_day(request, made, asked=said["ends_on"])
            return see_other("programmes:programme", made.pk)
    context = {"form": form, "proposal": proposal, "page": page, "steps": _steps(3)}
    return render_page(request, "programmes/design_result.html", context, status=422 if form.is_bound else 200)


def _ask(request: HttpRequest, template: str, number: int, form: Form) -> HttpResponse:
    """One page of questions: what was answered is kept, and the next page comes."""
    if request.method == "POST" and form.is_valid():
        key = _key(_organisation(request))
        request.session[key] = {**request.session.get(key, {}), **form.cleaned_data}
        return see_other(f"programmes:{PAGES[number + 1]}")
    context = {
        "form": form,
        "steps": _steps(number),
        "back": reverse(f"programmes:{PAGES[number - 1]}") if number else reverse("programmes:new"),
    }
    return render_page(request, template, context, status=422 if form.is_bound else 200)


def _steps(now: int) -> list[dict[str, str]]:
    """Steps of `<c-wizard>`; those behind can be gone back to."""
    titles = (_("Кто кому"), _("Для кого"), _("Пять вопросов"), _("Почему так"))
    return [
        {
            "title": title,
            "state": "done" if number < now else "now" if number == now else "ahead",
            "url": reverse(f"programmes:{PAGES[number]}") if number < now else "",
        }
        for number, title in enumerate(titles)
    ]


def _answers(request: HttpRequest) -> Answers:
    organisation = _organisation(request)
    said = request.session.get(_key(organisation), {})
    return answers_of({name: value for name, value in said.items() if name in ANSWERS}, organisation.kind)


def _key(organisation: Any) -> str:
    return f"design-{organisation.pk}"


def _organisation(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not holds(request.user, Permission.PROGRAMME_EDIT, organisation.pk):
        raise PermissionDenied
    return organisation
