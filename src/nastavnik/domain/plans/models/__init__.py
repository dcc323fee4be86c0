"""The tables of the room, one file a noun."""

from nastavnik.domain.plans.models.advice import HelpedMark, Recommendation, RecommendationStateChange
from nastavnik.domain.plans.models.plan import (
    Difficulty,
    PairPlan,
    PairPlanStateChange,
    PlanReading,
    PlanSheet,
    SheetReading,
)
from nastavnik.domain.plans.models.sheet import WorkSheet
from nastavnik.domain.plans.models.step import GoalReview, StepFacts, StepSignal

__all__ = [
    "Difficulty",
    "GoalReview",
    "HelpedMark",
    "PairPlan",
    "PairPlanStateChange",
    "PlanReading",
    "PlanSheet",
    "Recommendation",
    "RecommendationStateChange",
    "SheetReading",
    "StepFacts",
    "StepSignal",
    "WorkSheet",
]
