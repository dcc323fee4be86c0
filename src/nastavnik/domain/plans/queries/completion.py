"""Is a plan ripe to be closed: done and over, or only one of the two?"""

from dataclasses import dataclass
from datetime import date

from nastavnik.domain.mentorships.models import PlanStep
from nastavnik.domain.plans.enums import Verdict
from nastavnik.domain.plans.models import GoalReview, PairPlan


@dataclass(frozen=True)
class Completion:
    """`steps` of goals that were not put off, how many of them are `done`, days until the term is over."""

    steps: int
    done: int
    days_left: int

    @property
    def is_done(self) -> bool:
        return self.steps > 0 and self.done == self.steps

    @property
    def is_over(self) -> bool:
        return self.days_left <= 0

    @property
    def is_ripe(self) -> bool:
        return self.is_done and self.is_over

    @property
    def steps_left(self) -> int:
        return self.steps - self.done


def completion_of(plan: PairPlan, on: date) -> Completion:
    """The term is over on its last day; two queries."""
    last: dict[int, str] = {}
    for goal, verdict in GoalReview.objects.filter(goal__mentorship=plan.mentorship_id).values_list(
        "goal_id", "verdict"
    ):
        last[goal] = verdict
    dropped = [goal for goal, verdict in last.items() if verdict == Verdict.DROPPED]
    steps = PlanStep.objects.filter(goal__mentorship=plan.mentorship_id).exclude(goal__in=dropped)
    days = list(steps.values_list("done_on", flat=True))
    return Completion(len(days), sum(day is not None for day in days), (plan.ends_on - on).days)
