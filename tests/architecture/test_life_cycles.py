"""Every table of states is whole: all states reachable, every action has its function."""

import importlib
import sys
from pathlib import Path

import pytest
from django.apps import apps

from nastavnik.core.lifecycle import Lifecycle

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("nastavnik.") and isinstance(getattr(model, "lifecycle", None), Lifecycle)
]


def test_there_are_life_cycles():
    assert {model.__name__ for model in SUBJECTS} == {
        "Achievement", "Alumnus", "CaseStory",
        "Application", "Concern", "DataRequest", "Document", "Event", "FlashSlot", "GroupMeeting", "HelpRequest",
        "MatchRun", "Meeting", "MeetingSeries", "Mentorship", "MessageVersion", "NewsItem", "PairPlan", "PaperBatch",
        "Participation", "PeopleImport", "Programme", "QuestionnaireVersion", "Recommendation", "Suggestion",
        "SurveyWave", "TimeOffer",
    }  # fmt: skip


@pytest.mark.parametrize("model", SUBJECTS, ids=lambda model: model.__name__)
def test_all_states_are_reachable_and_finals_are_final(model):
    table = model.lifecycle.table
    first = model._meta.get_field("state").default
    reached, new = {first}, {first}
    while new:
        new = {after for state in new for after in table[state].values()} - reached
        reached |= new

    assert (
        reached
        == set(table)
        == set(model._meta.get_field("state").choices and dict(model._meta.get_field("state").choices))
    )
    assert model.lifecycle.finals(), "a life cycle has an end"


@pytest.mark.parametrize("model", SUBJECTS, ids=lambda model: model.__name__)
def test_every_action_of_the_table_has_a_function_of_that_name(model):
    actions = importlib.import_module(f"nastavnik.domain.{model._meta.app_label}.actions")

    missing = {action for _from, action, _to in model.lifecycle.steps() if not callable(getattr(actions, action, None))}

    assert missing == set()


@pytest.mark.parametrize("model", SUBJECTS, ids=lambda model: model.__name__)
def test_every_change_of_state_is_kept(model):
    changes = model._meta.get_field("state_changes").related_model

    assert {"action", "from_state", "to_state", "by", "at", "reason", "note"} <= {f.name for f in changes._meta.fields}


def test_the_map_shows_todays_tables():
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        drawing = importlib.import_module("life_cycles")
    finally:
        sys.path.pop(0)
    text = (ROOT / "docs" / "map.md").read_text()

    assert drawing.redrawn(text) == text, "run scripts/life_cycles.py"
