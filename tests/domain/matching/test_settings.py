"""What a kind, a role model and a module say, and what the engine gets of it."""

import pytest

from matchengine import Rule
from matchengine.codes import Theme
from nastavnik.domain.matching.records import SWITCHABLE
from nastavnik.domain.matching.settings import CRITERIA, choices, settings_of
from nastavnik.domain.programmes.enums import Kind


def engine(kind=Kind.INDIVIDUAL, said=None, **more):
    return settings_of(kind, said or {}, **more).engine


def test_every_criterion_has_a_weight_and_together_they_are_a_hundred():
    weights = choices(Kind.INDIVIDUAL, {})["weights"]

    assert tuple(weights) == CRITERIA == (
        "need", "interests", "time", "age", "mutual", "values", "ways", "openness", "mastery", "previous", "place",
    )  # fmt: skip
    assert sum(weights.values()) == 100


@pytest.mark.parametrize("kind", Kind)
def test_common_weekly_time_is_asked_where_people_meet_every_week(kind):
    weekly = kind in (Kind.INDIVIDUAL, Kind.GROUP, Kind.TEAM, Kind.BLENDED, Kind.REVERSE)

    assert (Rule.TIME in engine(kind).hard, engine(kind).min_common_slots) == (weekly, 2 if weekly else 0)


def test_a_rule_about_time_asks_for_half_an_hour_at_least():
    assert engine(said={"min_common_minutes": 0}).min_common_slots == 1
    assert engine(said={"min_common_minutes": 0, "rules": {"time": False}}).min_common_slots == 0
    assert engine(said={"min_common_minutes": 100}).min_common_slots == 4


@pytest.mark.parametrize("rule", SWITCHABLE)
def test_a_module_switches_every_rule_that_can_be_switched(rule):
    on, off = (engine(said={"rules": {str(rule): value}}).hard for value in (True, False))

    assert rule in on
    assert (rule in off) == (rule == Rule.KINSHIP)  # a guardian is never the mentor of the own child


def test_in_reverse_mentoring_two_may_teach_each_other():
    assert Rule.REVERSE in engine(Kind.INDIVIDUAL).hard
    assert Rule.REVERSE not in engine(Kind.REVERSE).hard


def test_a_group_gathers_around_what_its_programme_chooses():
    assert engine(Kind.GROUP).theme == Theme.NEED
    assert engine(Kind.GROUP, {"theme": "interest"}).theme == Theme.INTEREST
    assert engine(Kind.GROUP, {"theme": ""}).theme is None
    assert engine(Kind.INDIVIDUAL, {"theme": "need"}).theme is None


def test_a_role_model_brings_rules_of_its_own_and_the_module_changes_their_numbers():
    peers = engine(role_model="Равный–равному").role_model
    ahead = engine(role_model="успевающий–неуспевающий").role_model

    assert (peers.level_gap, peers.age_gap, peers.level_lead) == (1, 2, None)
    assert (ahead.level_gap, ahead.age_gap, ahead.level_lead) == (None, None, 1)
    assert engine(role_model="лидер–пассивный").role_model is None
    said = {"role_model": {"age_gap": 4, "level_gap": None}}
    assert engine(said=said, role_model="равный–равному").role_model.age_gap == 4
    assert engine(said=said, role_model="равный–равному").role_model.level_gap is None


def test_age_decides_nothing_by_itself():
    settings = engine()

    assert (settings.mentee_ages, settings.mentor_ages) == (None, None)
    assert Rule.AGE_WISHES not in settings.hard


def test_load_keep_bonus_and_teams_are_numbers_of_the_module():
    settings = engine(Kind.TEAM, {"load": 2, "keep_bonus": 7, "team_together": True})

    assert (settings.load_penalty, settings.keep_bonus, settings.team_together) == ((0, 2, 4, 6), 7, True)
    assert engine(said={"load": 0}).load_penalty == (0,)
    assert not engine(said={"team_together": True}).team_together
    assert (settings_of(Kind.TEAM, {}).most_mentors, settings_of(Kind.GROUP, {}).most_mentors) == (6, 1)


def test_a_module_says_its_hours_and_shifts():
    said = {"hours": [[1, 540, 1080]], "shifts": [{"grades": [5, 6], "lessons": [[1, 480, 840]]}]}

    settings = settings_of(Kind.INDIVIDUAL, said)

    assert (settings.hours, settings.lessons) == (((1, 540, 1080),), {5: ((1, 480, 840),), 6: ((1, 480, 840),)})
    assert (settings_of(Kind.INDIVIDUAL, {}).hours, settings_of(Kind.INDIVIDUAL, {}).lessons) == (None, {})
