"""The engine without the product: a JSON file in, a plan out."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from matchengine import Mentee, Mentor, Problem, RoleModel, Rule, Settings, Weights, kernels, solve
from matchengine.__main__ import main
from matchengine.json_form import PAIRS, read_problem, write_plan
from tests.matchengine.builders import mentee, mentor, problem

SOURCE = {
    "mentees": [
        {"id": "e1", "main_need": "физика", "needs": ["физика"], "slots": [60, 61], "is_minor": True, "consent": True},
        {"id": "e2", "age": None, "is_minor": True},
    ],
    "mentors": [{"id": "r1", "competences": ["физика"], "is_minor": False, "clearance": True, "age_wish": [10, None]}],
    "settings": {"hard": ["time", "mentee_consent"], "weights": {"need": 50}, "load_penalty": [0, 4]},
    "mutual": [["e1", "r1"]],
}


def test_a_problem_is_read_as_it_stands():
    expected = problem(
        [
            mentee("e1", main_need="физика", needs=frozenset({"физика"}), slots=frozenset({60, 61})),
            mentee("e2", consent=None),
        ],
        [mentor("r1", competences=frozenset({"физика"}), age_wish=(10, None))],
        Settings(hard=frozenset({Rule.TIME, Rule.MENTEE_CONSENT}), weights=Weights(need=50), load_penalty=(0, 4)),
        mutual=frozenset({("e1", "r1")}),
    )

    assert read_problem(SOURCE) == expected


FULL_MENTEE = {
    "id": "e1", "main_need": "физика", "needs": ["физика", "право"], "interests": ["лес"], "slots": [60, 61],
    "modes": ["in_person"], "languages": ["ru"], "formats": ["ученик–ученик"], "age": 12, "grade": 6,
    "age_wish": [18, None], "sex": "f", "sex_wish": "f", "institution": "школа", "building": "новый",
    "district": "север", "study_group": "6а", "level": 1, "values": ["дружба"], "suits": ["показ"],
    "openness": "with_few", "consent": True, "clearance": True, "is_minor": True, "demand": 2, "team_topic": "право",
    "person": "p1",
}  # fmt: skip
FULL_MENTOR = {
    "id": "r1", "competences": ["физика"], "interests": ["лес"], "slots": [60], "modes": ["online"],
    "languages": ["ru", "tt"], "formats": ["ученик–ученик"], "age": 30, "age_wish": [None, 14], "grade_wish": [5, 9],
    "sex": "m", "sex_wish": "m", "institution": "школа", "own_institution_only": True, "building": "новый",
    "district": "юг", "study_group": "11а", "level": 4, "values": ["труд"], "ways": ["беседа"], "openness": "at_once",
    "mastery": 3, "places": 4, "consent": False, "clearance": False, "is_minor": False, "person": "p2",
}  # fmt: skip
FULL_SETTINGS = {
    "hard": ["time", "theme"], "mentoring_format": "ученик–ученик", "role_model": {"level_gap": 1, "level_lead": None},
    "min_common_slots": 3, "enough_extra_slots": 5, "enough_interests": 2, "enough_values": 4, "enough_ways": 6,
    "full_mastery": 5, "mentee_ages": [7, 18], "mentor_ages": [None, 70], "weights": {"values": 9, "ways": 8},
    "load_penalty": [0, 7], "theme": "interest", "team_together": True, "keep_bonus": 11,
}  # fmt: skip


def test_every_field_can_be_given():
    assert set(FULL_MENTEE) == {one.name for one in fields(Mentee)}
    assert set(FULL_MENTOR) == {one.name for one in fields(Mentor)}
    assert set(FULL_SETTINGS) == {one.name for one in fields(Settings)}
    lists = {name: [["e1", "r1"]] for name in PAIRS}

    found = read_problem({"mentees": [FULL_MENTEE], "mentors": [FULL_MENTOR], "settings": FULL_SETTINGS, **lists})

    assert {"mentees", "mentors", "settings", *PAIRS} == {one.name for one in fields(Problem)}
    assert all(getattr(found, name) == frozenset({("e1", "r1")}) for name in PAIRS)
    assert_as_given(found.mentees[0], FULL_MENTEE)
    assert_as_given(found.mentors[0], FULL_MENTOR)
    assert found.settings.role_model == RoleModel(level_gap=1)
    assert found.settings.weights == Weights(values=9, ways=8)
    assert_as_given(found.settings, {k: v for k, v in FULL_SETTINGS.items() if k not in ("role_model", "weights")})


def assert_as_given(value: object, given: dict[str, object]) -> None:
    for name, expected in given.items():
        read = getattr(value, name)
        assert read == (type(read)(expected) if isinstance(expected, list) else expected), name


def test_a_plan_is_written_as_plain_values():
    written = json.loads(json.dumps(write_plan(solve(read_problem(SOURCE)))))

    assert [(pair["mentee_id"], pair["mentor_id"], pair["score"]) for pair in written["pairs"]] == [("e1", "r1", 60)]
    assert written["left_out"][0]["code"] == "consent_missing"
    assert written["certificate"]["levels"][0] == {"name": "coverage", "value": 1, "bound": 1}
    assert written["certificate"]["gap"] == 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ([], "the problem must be an object"),
        ({"mentees": {}, "mentors": []}, "mentees must be a list"),
        ({"mentees": [{"main_need": "физика"}], "mentors": []}, "a mentee has no id"),
        ({"mentees": [{"id": "e1", "height": 1}], "mentors": []}, "unknown fields: height"),
        ({"mentees": [{"id": "e1", "consent": "yes"}], "mentors": []}, "consent must be true, false or null"),
        ({"mentees": [], "mentors": [{"id": "r1", "age_wish": [10]}]}, "age_wish must be"),
        ({"mentees": [], "mentors": [{"id": "r1", "places": "2"}]}, "places must hold integers"),
        ({"mentees": [{"id": "e1", "slots": ["пн"]}], "mentors": []}, "slots must hold integers"),
        ({"mentees": [], "mentors": [], "settings": {"hard": ["height"]}}, "height"),
        ({"mentees": [], "mentors": [], "bans": [["e1"]]}, "bans must hold"),
        ({"mentees": [], "mentors": [], "pins": [["e1", 7]]}, "pins must be text"),
        ({"mentees": [], "mentors": [], "settings": {"theme": "mood"}}, "theme must be one of need, interest"),
        ({"mentees": [], "mentors": [], "settings": {"weights": {"need": 4.5}}}, "need must hold integers"),
        ({"mentees": [], "mentors": [], "settings": {"weights": {"need": 10**9}}}, "need is 1000000000"),
        ({"mentees": [], "mentors": [], "settings": {"role_model": {"height": 1}}}, "unknown fields: height"),
        ({"mentees": [{"id": "e1", "openness": 3}], "mentors": []}, "openness must be one of"),
        ({"mentees": [{"id": "e1", "demand": -1}], "mentors": []}, "e1 asks for fewer than zero"),
        ({"mentees": [], "mentors": [{"id": "r1", "own_institution_only": 1}]}, "own_institution_only must be true"),
    ],
)
def test_what_does_not_fit_is_named(wrong: object, message: str):
    with pytest.raises(ValueError, match=message):
        read_problem(wrong)


def test_the_command_prints_pairs_and_levels(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(SOURCE), encoding="utf-8")

    assert main(["solve", str(path)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["e1\tr1\t60", "e2\t-\tconsent_missing", "# coverage: 1, at most 1"]


def test_the_command_says_what_is_wrong_with_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "problem.json"
    path.write_text("{", encoding="utf-8")

    assert main(["solve", str(path)]) == 2
    assert "problem.json" in capsys.readouterr().err


def test_the_command_says_which_pin_cannot_be_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "problem.json"
    path.write_text(json.dumps({**SOURCE, "pins": [["e2", "r1"]]}), encoding="utf-8")

    assert main(["solve", str(path)]) == 2
    told = "problem.json: the pin of e2 and r1 breaks the rule mentee_consent (pin_breaks_rule)"
    assert told in capsys.readouterr().err


def test_the_kernels_can_be_compiled_ahead(capsys: pytest.CaptureFixture[str]):
    assert main(["compile"]) == 0
    assert capsys.readouterr().out == f"{len(kernels.KERNELS)} compiled\n"


@pytest.mark.slow
def test_one_plan_whatever_the_run(tmp_path: Path):
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(SOURCE), encoding="utf-8")
    command = [sys.executable, "-m", "matchengine", "solve", str(path), "--json"]
    source = str(Path(__file__).parents[2] / "src")

    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1
