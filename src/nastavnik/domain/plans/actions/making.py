"""A plan begins, its words change, a ready one is taken."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Goal, Mentorship
from nastavnik.domain.people.models import User
from nastavnik.domain.plans import words
from nastavnik.domain.plans.actions.correcting import note_change
from nastavnik.domain.plans.enums import PlanKind, PlanState, PlanWay, SheetKind
from nastavnik.domain.plans.errors import (
    InterimOutside,
    NoSuchTemplate,
    PlanExists,
    PlanIsClosed,
    PlanIsShown,
    TermTooLong,
    TermTurnedRound,
    WordsMissing,
)
from nastavnik.domain.plans.models import Difficulty, PairPlan, StepFacts
from nastavnik.domain.plans.templates import template_of
from nastavnik.domain.programmes.enums import ProgrammeType

YEAR = timedelta(days=366)
HALF = 2


@transaction.atomic
def make_plan(mentorship: Mentorship, *, way: str = PlanWay.TOGETHER, by: User | None) -> PairPlan:
    """A draft for the term of the pair, a year at most; goals and steps that are there belong to it."""
    require_work(mentorship)
    require_consents(mentorship)
    if PairPlan.objects.filter(mentorship=mentorship).exists():
        raise PlanExists
    starts_on, ends_on = usual_term(mentorship)
    teachers = mentorship.module.programme.type == ProgrammeType.TEACHERS
    plan = PairPlan.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        kind=PlanKind.PROGRAMME if teachers else PlanKind.DEVELOPMENT,
        way=way,
        starts_on=starts_on,
        ends_on=ends_on,
        interim_on=starts_on + (ends_on - starts_on) / HALF,
    )
    audit.record("plan.make", plan, by=by, fields=["way", "starts_on", "ends_on"])
    return plan


def usual_term(mentorship: Mentorship) -> tuple[date, date]:
    """From the first day of work to the last one agreed, or of the programme; a year where that is longer."""
    begins = mentorship.started_on or clock.today(mentorship.organisation.time_zone)
    longest = begins + YEAR - timedelta(days=1)
    ends = mentorship.planned_until or mentorship.module.programme.ends_on or longest
    return begins, min(max(ends, begins), longest)


@transaction.atomic
def edit_plan(plan: PairPlan, changes: Mapping[str, Any], *, version: int, by: User | None) -> PairPlan:
    """Words and term of a draft; once extended, the term is moved by a sheet only."""
    _require_open(plan)
    if plan.state != PlanState.DRAFT:
        raise PlanIsShown
    require_consents(plan.mentorship)
    wanted = dict(changes)
    if plan.sheets.filter(kind=SheetKind.EXTENSION).exists():
        wanted.pop("starts_on", None)
        wanted.pop("ends_on", None)
    starts_on, ends_on = wanted.get("starts_on", plan.starts_on), wanted.get("ends_on", plan.ends_on)
    if ends_on < starts_on:
        raise TermTurnedRound
    if ends_on - starts_on > YEAR and "ends_on" in wanted:
        raise TermTooLong
    interim = wanted.get("interim_on", plan.interim_on)
    if interim and not starts_on <= interim <= ends_on:
        raise InterimOutside
    save_changes(plan, wanted, version=version, by=by)
    return plan


@transaction.atomic
def add_difficulty(plan: PairPlan, *, title: str, by: User | None) -> Difficulty:
    """What is hard; steps then name it as their reason."""
    _require_open(plan)
    require_consents(plan.mentorship)
    if not title.strip():
        raise WordsMissing
    made = Difficulty.objects.create(organisation_id=plan.organisation_id, plan=plan, title=title.strip())
    audit.record("difficulty.add", made, by=by, fields=["title"])
    note_change(plan.mentorship_id, words.difficulty_added(made.title), by=by)
    return made


@transaction.atomic
def edit_difficulty(difficulty: Difficulty, *, title: str, version: int, by: User | None) -> Difficulty:
    _require_open(difficulty.plan)
    require_consents(difficulty.plan.mentorship)
    if not title.strip():
        raise WordsMissing
    was = difficulty.title
    save_changes(difficulty, {"title": title.strip()}, version=version, by=by)
    if difficulty.title != was:
        note_change(difficulty.plan.mentorship_id, words.difficulty_changed(was, difficulty.title), by=by)
    return difficulty


@transaction.atomic
def take_template(mentorship: Mentorship, code: str, *, by: User | None) -> Goal:
    """The goal of a ready plan with its steps, counted from the first day of the plan; none lies behind its end."""
    template = template_of(code)
    if template is None:
        raise NoSuchTemplate
    plan = PairPlan.objects.filter(mentorship=mentorship).first()
    if plan is not None:
        _require_open(plan)
    begins, ends = (plan.starts_on, plan.ends_on) if plan else usual_term(mentorship)
    goal = mentorships.add_goal(mentorship, title=str(template.goal), by=by)
    for one in template.steps:
        due_on = min(begins + timedelta(days=one.days), ends)
        step = mentorships.add_step(goal, title=str(one.title), who=one.who, due_on=due_on, by=by)
        StepFacts.objects.create(
            organisation_id=step.organisation_id, step=step, direction=one.direction, expected=str(one.expected)
        )
    note_change(mentorship.pk, words.goal_added(goal.title, [str(one.title) for one in template.steps]), by=by)
    return goal


def _require_open(plan: PairPlan) -> None:
    if plan.state == PlanState.CLOSED:
        raise PlanIsClosed
