"""What can be done, one file a step of the story."""

from nastavnik.domain.plans.actions.advising import mark_helped, recommend, recommend_link, refuse, release
from nastavnik.domain.plans.actions.agreeing import agree, close, extend_plan, read, rework, show
from nastavnik.domain.plans.actions.correcting import add_goal, add_step, read_corrections
from nastavnik.domain.plans.actions.making import (
    add_difficulty,
    edit_difficulty,
    edit_plan,
    make_plan,
    take_template,
    usual_term,
)
from nastavnik.domain.plans.actions.sheets import edit_sheet, plan_from_sheet, write_sheet
from nastavnik.domain.plans.actions.steps import assess, edit_step, review_goal, settle, signal

__all__ = [
    "add_difficulty",
    "add_goal",
    "add_step",
    "agree",
    "assess",
    "close",
    "edit_difficulty",
    "edit_plan",
    "edit_sheet",
    "edit_step",
    "extend_plan",
    "make_plan",
    "mark_helped",
    "plan_from_sheet",
    "read",
    "read_corrections",
    "recommend",
    "recommend_link",
    "refuse",
    "release",
    "review_goal",
    "rework",
    "settle",
    "show",
    "signal",
    "take_template",
    "usual_term",
    "write_sheet",
]
