"""Steps and goals: what a step is for, the mentor's mark, goals looked at again, «просит сделать за него»."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Goal, PlanStep
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans import words
from nastavnik.domain.plans.actions.correcting import note_change
from nastavnik.domain.plans.enums import PlanState, Verdict
from nastavnik.domain.plans.errors import (
    AlreadySignalled,
    GoalIsReached,
    NotADifficultyOfThese,
    PlanIsClosed,
    StepIsDone,
    WordsMissing,
)
from nastavnik.domain.plans.models import Difficulty, GoalReview, PairPlan, StepFacts, StepSignal


@transaction.atomic
def edit_step(
    step: PlanStep,
    *,
    title: str,
    who: str,
    due_on: date | None,
    direction: str = "",
    difficulty: int | None = None,
    expected: str = "",
    version: int,
    by: User | None,
) -> StepFacts:
    """All of a step under one version: of two who change it at once the later is told both texts."""
    mentorship = step.goal.mentorship
    require_work(mentorship)
    require_consents(mentorship)
    _require_open(mentorship.pk)
    if not title.strip():
        raise WordsMissing
    reason = None
    if difficulty is not None:
        reason = Difficulty.objects.filter(pk=difficulty, plan__mentorship=mentorship).first()
        if reason is None:
            raise NotADifficultyOfThese
    was, before = step.title, _parts(step)
    save_changes(step, {"title": title.strip(), "who": who, "due_on": due_on}, version=version, by=by)
    facts = _write(step, {"direction": direction, "difficulty": reason, "expected": expected.strip()}, by)
    changed = [(part, before[part], now) for part, now in _parts(step).items() if now != before[part]]
    if changed:
        note_change(mentorship.pk, words.step_changed(was, changed), by=by)
    return facts


@transaction.atomic
def assess(step: PlanStep, *, mark: str, note: str = "", version: int, person: Person, by: User | None) -> StepFacts:
    """The mentor's mark of what came of a step."""
    mentorship = step.goal.mentorship
    require_work(mentorship)
    require_consents(mentorship)
    _require_open(mentorship.pk)
    save_changes(step, {}, version=version, by=by)
    today = clock.today(mentorship.organisation.time_zone)
    return _write(step, {"mark": mark, "mark_note": note.strip(), "marked_by": person, "marked_on": today}, by)


@transaction.atomic
def review_goal(
    goal: Goal, *, stage: str, verdict: str, title: str = "", note: str = "", version: int, by: User | None
) -> GoalReview:
    """The goal is looked at again at a stage; the words that it had are kept in the review."""
    mentorship = goal.mentorship
    require_work(mentorship)
    require_consents(mentorship)
    _require_open(mentorship.pk)
    if goal.reached_on:
        raise GoalIsReached
    if verdict == Verdict.CHANGED and not title.strip():
        raise WordsMissing
    was, today = goal.title, clock.today(mentorship.organisation.time_zone)
    if verdict == Verdict.REACHED:
        mentorships.reach_goal(goal, on=today, version=version, by=by)
    elif verdict == Verdict.CHANGED:
        save_changes(goal, {"title": title.strip()}, version=version, by=by)
        note_change(mentorship.pk, words.goal_changed(was, goal.title), by=by)
    elif not Goal.objects.filter(pk=goal.pk, version=version).exists():
        raise ChangedMeanwhile(Goal.objects.get(pk=goal.pk))
    elif verdict == Verdict.DROPPED:
        note_change(mentorship.pk, words.goal_dropped(goal.title), by=by)
    review = GoalReview.objects.create(
        organisation_id=goal.organisation_id,
        goal=goal,
        stage=stage,
        verdict=verdict,
        was=was,
        note=note.strip(),
        reviewed_on=today,
        by=by,
    )
    audit.record("goalreview.add", review, by=by, fields=["stage", "verdict", "was"])
    return review


@transaction.atomic
def signal(step: PlanStep, *, person: Person, by: User | None) -> StepSignal:
    """«Просит сделать за него»: seen by the two and the coordinator until they have talked about it."""
    require_work(step.goal.mentorship)
    require_consents(step.goal.mentorship)
    PlanStep.objects.select_for_update().get(pk=step.pk)
    if step.done_on:
        raise StepIsDone
    if step.signals.filter(settled_at__isnull=True).exists():
        raise AlreadySignalled
    made = StepSignal.objects.create(
        organisation_id=step.organisation_id, step=step, raised_by=person, raised_at=clock.now()
    )
    audit.record("stepsignal.raise", made, by=by)
    return made


@transaction.atomic
def settle(found: StepSignal, *, by: User) -> StepSignal:
    """They have talked: it is clear again who does what."""
    rows = StepSignal.objects.filter(pk=found.pk, settled_at__isnull=True)
    if rows.update(settled_at=clock.now(), settled_by=by):
        audit.record("stepsignal.settle", found, by=by, fields=["settled_at"])
    found.refresh_from_db()
    return found


def _parts(step: PlanStep) -> dict[str, Any]:
    """What a line of the sheet tells of a step."""
    facts = StepFacts.objects.filter(step=step).select_related("difficulty").first()
    return {
        "title": step.title,
        "who": step.who,
        "due_on": step.due_on,
        "expected": facts.expected if facts else "",
        "direction": facts.direction if facts else "",
        "difficulty": facts.difficulty.title if facts and facts.difficulty else "",
    }


def _write(step: PlanStep, values: dict[str, Any], by: User | None) -> StepFacts:
    facts, _made = StepFacts.objects.update_or_create(
        step=step, defaults=values, create_defaults={**values, "organisation_id": step.organisation_id}
    )
    audit.record("stepfacts.edit", facts, by=by, fields=list(values))
    return facts


def _require_open(mentorship_id: int) -> None:
    if PairPlan.objects.filter(mentorship=mentorship_id, state=PlanState.CLOSED).exists():
        raise PlanIsClosed
