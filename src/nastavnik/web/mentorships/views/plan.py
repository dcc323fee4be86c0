"""Goals and steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.plans import actions as plan_actions
from nastavnik.domain.plans import queries as plans
from nastavnik.domain.plans import rules as plan_rules
from nastavnik.domain.plans.enums import PlanState
from nastavnik.domain.plans.errors import PlanIsClosed
from nastavnik.web.mentorships.faces import called, face, opened, today_of
from nastavnik.web.mentorships.forms import GoalForm, MarkStepForm, StepForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.sees_mentorships, methods=("GET", "HEAD"))
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """«Что дальше и кто делает?»"""
    mentorship = opened(fetch(queries.visible_to(request.user), pk))
    return _page(request, mentorship)


@allow(rules.works_on_mentorships, methods=("POST",))
def add_goal(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = opened(fetch(queries.visible_to(request.user), pk, rules.can_write, request.user))
    _require_open(request, mentorship)
    form = GoalForm(request.POST)
    if not is_fit(form, mentorship, request.user):
        return _page(request, mentorship, goal_form=form)
    plan_actions.add_goal(mentorship, title=form.cleaned_data["title"], by=request.user)
    return see_other("mentorships:plan", mentorship.pk)


@allow(rules.works_on_mentorships, methods=("POST",))
def take_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """A ready goal with its steps, for a pair that has none yet."""
    mentorship = fetch(queries.visible_to(request.user), pk, rules.can_write, request.user)
    _require_open(request, mentorship)
    actions.take_usual_plan(mentorship, by=request.user)
    return see_other("mentorships:plan", mentorship.pk)


@allow(rules.works_on_mentorships, methods=("POST",))
def add_step(request: HttpRequest, pk: int) -> HttpResponse:
    goal = fetch(queries.goals_visible_to(request.user), pk, rules.can_write_goal, request.user)
    _require_open(request, goal.mentorship)
    form = StepForm(request.POST, prefix=f"goal{goal.pk}")
    if not is_fit(form, goal.mentorship, request.user):
        return _page(request, opened(goal.mentorship), step_form=(goal.pk, form))
    plan_actions.add_step(goal, **form.cleaned_data, by=request.user)
    return see_other("mentorships:plan", goal.mentorship_id)


@allow(rules.works_on_mentorships, methods=("POST",))
def reach_goal(request: HttpRequest, pk: int) -> HttpResponse:
    goal = fetch(queries.goals_visible_to(request.user), pk, rules.can_write_goal, request.user)
    _require_open(request, goal.mentorship)
    version = request.POST.get("version", "")
    if not version.isdecimal():
        raise ChangedMeanwhile(goal)
    actions.reach_goal(goal, on=today_of(goal.mentorship), version=int(version), by=request.user)
    return see_other("mentorships:plan", goal.mentorship_id)


@allow(rules.works_on_mentorships)
def mark_step(request: HttpRequest, pk: int) -> HttpResponse:
    """The step is done: when, and what came of it."""
    step = fetch(queries.steps_visible_to(request.user), pk, rules.can_write_step, request.user)
    mentorship = opened(step.goal.mentorship)
    _require_open(request, mentorship)
    start = {"version": step.version, "done_on": step.done_on or today_of(mentorship), "result": step.result}
    form = MarkStepForm(request.POST or None, initial=start)
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            actions.mark_step(step, **form.cleaned_data, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("mentorships:mark_step", step.pk))
        except DomainError as error:
            form.add_error("done_on", sentence(error))
        else:
            return see_other("mentorships:plan", mentorship.pk)
    context = {"mentorship": mentorship, "face": face(mentorship, request.user), "form": form, "step": step}
    return render_page(request, "mentorships/mark_step.html", context, status=422 if form.is_bound else 200)


def _require_open(request: HttpRequest, mentorship: Any) -> None:
    """A plan that was closed is read only."""
    if plans.visible_to(request.user).filter(mentorship=mentorship.pk, state=PlanState.CLOSED).exists():
        raise PlanIsClosed


def _page(request: HttpRequest, mentorship: Any, **forms: Any) -> HttpResponse:
    user, today = request.user, today_of(mentorship)
    look = face(mentorship, user)
    goals = plans.laid_out(queries.plan_of(mentorship), user)
    refused, bound = forms.get("step_form", (None, None))
    for goal in goals:
        goal.form = bound if goal.pk == refused else StepForm(prefix=f"goal{goal.pk}")
    view = plans.view_of(mentorship, user, today, goals)
    context = {
        "mentorship": mentorship,
        "face": look,
        "goals": goals,
        "goal_form": forms.get("goal_form") or GoalForm(),
        "called": {"mentor": called(look.mentors[0]), "mentee": called(look.mentees[0])},
        "can": _can(user, mentorship, look.side, view),
        "today": today,
        "ready": queries.ready_plan(mentorship),
        "view": view,
        "plan": view.plan,
        "completion": view.completion,
        "readers": [(called(one.person), one.at) for one in view.readings],
        "directions": plans.directions_of(mentorship),
        "lines": [_line(sheet, mentorship) for sheet in view.sheets],
        "unread": [_line(sheet, mentorship) for sheet in view.unread],
        "sheets_kept": plan_rules.keeps_sheets(mentorship) and look.side != "guardian",
    }
    return render_page(request, "mentorships/plan.html", context, status=422 if forms else 200)


def _line(sheet: Any, mentorship: Any) -> dict[str, Any]:
    """A line of the sheet: who wrote it, as the two are called, and who has read it."""
    members = {member.person.user_id: member.person for member in mentorship.members.all()}
    author = members.get(sheet.by_id)
    readers = [(called(one.person), one.read_at) for one in sheet.readings.all()]
    return {"sheet": sheet, "author": called(author) if author else _("куратор"), "readers": readers}


def _can(user: Any, mentorship: Any, side: str, view: plans.PlanView) -> dict[str, bool]:
    """Which buttons the page shows; a closed plan is read only."""
    write = rules.can_write(user, mentorship) and not (view.plan and view.plan.state == PlanState.CLOSED)
    mentors = write and side == "mentor"
    return {
        "write": write,
        "lead": side == "staff",
        "assess": mentors,
        "signal": write and side in ("mentor", "mentee"),
        "close": bool(view.plan) and view.plan.state == PlanState.AGREED and (mentors or (write and side == "staff")),
        "end": write and rules.can_lead(user, mentorship),
    }
