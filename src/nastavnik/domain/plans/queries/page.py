"""What the plan page shows beside goals and steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.domain.mentorships.models import Goal, Mentorship
from nastavnik.domain.plans.enums import PlanState, Verdict
from nastavnik.domain.plans.models import Difficulty, PairPlan, PlanSheet, StepFacts
from nastavnik.domain.plans.queries.completion import Completion
from nastavnik.domain.plans.queries.corrections import unread_corrections
from nastavnik.domain.plans.queries.reading import Reader, readings_of
from nastavnik.domain.plans.queries.visible import reviews_visible_to, signals_visible_to
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.queries import entries


@dataclass(frozen=True)
class PlanView:
    """The plan (or None) with what hangs on it; `asked` is whether the reader has a tap to give, `unread` what others
    have changed since it was agreed."""

    plan: PairPlan | None
    readings: Sequence[Reader] = ()
    sheets: Sequence[PlanSheet] = ()
    difficulties: Sequence[Difficulty] = ()
    completion: Completion | None = None
    asked: bool = False
    unread: Sequence[PlanSheet] = ()


def view_of(mentorship: Mentorship, user: Any, on: date, goals: Sequence[Goal] = ()) -> PlanView:
    """Nine queries at most. `goals` are laid out before by `laid_out`: completion is counted from them."""
    plan = PairPlan.objects.filter(mentorship=mentorship).first()
    if plan is None:
        return PlanView(None)
    plan.mentorship = mentorship
    readings = readings_of(plan)
    waits = plan.state == PlanState.SHOWN
    return PlanView(
        plan,
        readings,
        list(plan.sheets.prefetch_related("readings__person")),
        _with_measures(plan, goals),
        _completion(plan, goals, on),
        waits and any(one.at is None and one.person.user_id == user.pk for one in readings),
        list(unread_corrections(mentorship.pk, user)) if plan.state == PlanState.AGREED else (),
    )


def laid_out(goals: Sequence[Goal], user: Any) -> Sequence[Goal]:
    """The same goals (with `plan`, their steps), each with `looked` (its reviews) and `is_dropped`, each step with
    `more` (its facts or None) and `signal` (an open one or None); three queries."""
    steps = {step.pk: step for goal in goals for step in goal.plan}
    facts = StepFacts.objects.filter(step__in=steps).select_related("difficulty")
    known = {one.step_id: one for one in facts}
    signals = {one.step_id: one for one in signals_visible_to(user).filter(step__in=steps, settled_at__isnull=True)}
    for step in steps.values():
        step.more, step.signal = known.get(step.pk), signals.get(step.pk)  # type: ignore[attr-defined]
    reviews: dict[int, list[Any]] = {}
    for review in reviews_visible_to(user).filter(goal__in=[goal.pk for goal in goals]):
        reviews.setdefault(review.goal_id, []).append(review)
    for goal in goals:
        goal.looked = reviews.get(goal.pk, [])  # type: ignore[attr-defined]
        goal.is_dropped = bool(goal.looked) and goal.looked[-1].verdict == Verdict.DROPPED  # type: ignore[attr-defined]
    return goals


def directions_of(mentorship: Mentorship) -> dict[str, str]:
    """Code → title of the directions that fit the programme; one query."""
    kind = mentorship.module.programme.type
    found = entries(mentorship.organisation, Catalogue.DIRECTION, programme_type=kind)
    return {one.code: one.title for one in found}


def _completion(plan: PairPlan, goals: Sequence[Any], on: date) -> Completion:
    steps = [step for goal in goals if not goal.is_dropped for step in goal.plan]
    return Completion(len(steps), sum(step.done_on is not None for step in steps), (plan.ends_on - on).days)


def _with_measures(plan: PairPlan, goals: Sequence[Any]) -> list[Difficulty]:
    """Each with `named`: the titles of the steps that are measures for it."""
    found = list(plan.difficulties.all())
    for one in found:
        one.named = [  # type: ignore[attr-defined]
            step.title for goal in goals for step in goal.plan if step.more and step.more.difficulty_id == one.pk
        ]
    return found
