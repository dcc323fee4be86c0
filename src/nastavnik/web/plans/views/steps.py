"""Steps and goals: words of a step, the mentor's mark, a goal looked at again, «просит сделать за него»."""

from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships.queries import goals_visible_to, steps_visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.plans import actions, queries, rules
from nastavnik.web.plans.forms import AssessForm, ReviewForm, StepForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

WITH_ALL = ("facts", "goal__mentorship__module__programme", "goal__mentorship__organisation", "organisation")


@allow(rules.works_on_plans)
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of a step; of two tabs the later gets both texts."""
    row = fetch(_steps(request), pk, rules.can_edit_step, request.user)
    mentorship = row.goal.mentorship
    difficulties = queries.difficulties_visible_to(request.user).filter(plan__mentorship=mentorship)
    form = StepForm(
        queries.directions_of(mentorship), list(difficulties), request.POST or None, initial=vars(_whole(row))
    )
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            actions.edit_step(row, **form.cleaned_data, by=request.user)
        except ChangedMeanwhile:
            return late(request, form, _whole(_steps(request).get(pk=row.pk)), back=("plans:step", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:plan", mentorship.pk)
    return _form(request, row, form, _("Шаг плана"), _("Сохранить"))


@allow(rules.works_on_plans)
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """The mentor's mark."""
    row = fetch(_steps(request), pk, rules.can_assess, request.user)
    whole = _whole(row)
    form = AssessForm(request.POST or None, initial={"version": row.version, "mark": whole.mark, "note": whole.note})
    if request.method == "POST" and is_fit(form, row.goal.mentorship, request.user):
        try:
            person = person_of(request.user, row.organisation)
            actions.assess(row, **form.cleaned_data, person=person, by=request.user)
        except ChangedMeanwhile:
            return late(request, form, _whole(_steps(request).get(pk=row.pk)), back=("plans:assess", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:plan", row.goal.mentorship_id)
    return _form(request, row, form, _("Оценка наставника"), _("Оценить шаг"))


@allow(rules.takes_part, methods=("POST",))
def signal(request: HttpRequest, pk: int) -> HttpResponse:
    """«Просит сделать за него»."""
    row = fetch(steps_visible_to(request.user), pk, rules.can_signal, request.user)
    actions.signal(row, person=person_of(request.user, row.organisation), by=request.user)
    messages.success(request, _("Отмечено. Куратор это видит. Памятка – рядом с шагом, она для обоих."))
    return see_other("mentorships:plan", row.goal.mentorship_id)


@allow(rules.works_on_plans, methods=("POST",))
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """They have talked about it."""
    row = fetch(queries.signals_visible_to(request.user), pk, rules.can_settle, request.user)
    actions.settle(row, by=request.user)
    return see_other("mentorships:plan", row.step.goal.mentorship_id)


@allow(rules.works_on_plans)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """A goal is looked at again; the words that it had are kept."""
    goal = fetch(goals_visible_to(request.user), pk, rules.can_review, request.user)
    form = ReviewForm(request.POST or None, initial={"version": goal.version, "title": goal.title})
    if request.method == "POST" and is_fit(form, goal.mentorship, request.user):
        try:
            actions.review_goal(goal, **form.cleaned_data, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("plans:review", goal.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("mentorships:plan", goal.mentorship_id)
    looked = queries.reviews_visible_to(request.user).filter(goal=goal)
    context = {"pair_pk": goal.mentorship_id, "goal": goal, "form": form, "looked": looked}
    return render_page(request, "plans/review.html", context, status=422 if form.errors else 200)


def _steps(request: HttpRequest) -> Any:
    return steps_visible_to(request.user).select_related(*WITH_ALL)


def _whole(row: Any) -> SimpleNamespace:
    """A step with its facts as one subject of a form."""
    facts = getattr(row, "facts", None)
    return SimpleNamespace(
        version=row.version,
        title=row.title,
        who=row.who,
        due_on=row.due_on,
        expected=facts.expected if facts else "",
        direction=facts.direction if facts else "",
        difficulty=facts.difficulty_id if facts else None,
        mark=facts.mark if facts else "",
        note=facts.mark_note if facts else "",
    )


def _form(request: HttpRequest, row: Any, form: Any, heading: str, act: str) -> HttpResponse:
    context = {"pair_pk": row.goal.mentorship_id, "form": form, "heading": heading, "act": act, "about": row.title}
    return render_page(request, "plans/form.html", context, status=422 if form.errors else 200)
