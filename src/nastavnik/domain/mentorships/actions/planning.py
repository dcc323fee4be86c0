"""Goals and steps: who does what until when, and what came of it."""

from datetime import date, timedelta

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.errors import InTheFuture, NotAtWork, NothingWritten
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import Goal, Mentorship, PlanStep
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.templates.plans import usual_plan


@transaction.atomic
def add_goal(mentorship: Mentorship, *, title: str, by: User | None) -> Goal:
    """What the two want to reach."""
    _require_work(mentorship)
    require_consents(mentorship)
    _require_words(title)
    goal = mentorship.goals.create(organisation_id=mentorship.organisation_id, title=title.strip())
    audit.record("goal.add", goal, by=by, fields=["title"])
    return goal


@transaction.atomic
def take_usual_plan(mentorship: Mentorship, *, by: User | None) -> Goal | None:
    """A first goal with steps that fit what the pairs do; None where there are goals already. Days that would lie
    behind the programme's end lie on it."""
    _require_work(mentorship)
    if mentorship.goals.exists():
        return None
    programme = mentorship.module.programme
    template = usual_plan(programme.activity, programme.education_stage)
    began = mentorship.started_on or clock.today(mentorship.organisation.time_zone)
    goal = add_goal(mentorship, title=str(template.goal), by=by)
    for step in template.steps:
        due_on = began + timedelta(days=step.days)
        if programme.ends_on and programme.ends_on > began:
            due_on = min(due_on, programme.ends_on)
        add_step(goal, title=str(step.title), who=step.who, due_on=due_on, by=by)
    return goal


def reach_goal(goal: Goal, *, on: date, version: int, by: User | None) -> Goal:
    """The goal is reached."""
    _not_ahead(goal.mentorship, on)
    save_changes(goal, {"reached_on": on}, version=version, by=by)
    return goal


@transaction.atomic
def add_step(goal: Goal, *, title: str, who: str = "", due_on: date | None = None, by: User | None) -> PlanStep:
    """One more step towards the goal; no `who` means both together."""
    _require_work(goal.mentorship)
    require_consents(goal.mentorship)
    _require_words(title)
    step = goal.steps.create(organisation_id=goal.organisation_id, title=title.strip(), who=who, due_on=due_on)
    audit.record("planstep.add", step, by=by, fields=["title", "who", "due_on"])
    return step


def mark_step(step: PlanStep, *, done_on: date | None, result: str = "", version: int, by: User | None) -> PlanStep:
    """The step is done on a day, or, with None, not done after all."""
    if done_on:
        _not_ahead(step.goal.mentorship, done_on)
    save_changes(step, {"done_on": done_on, "result": result.strip()}, version=version, by=by)
    return step


def _require_work(mentorship: Mentorship) -> None:
    if mentorship.state not in AT_WORK:
        raise NotAtWork


def _require_words(text: str) -> None:
    if not text.strip():
        raise NothingWritten


def _not_ahead(mentorship: Mentorship, day: date) -> None:
    if day > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=spoken(day))
