"""The engine without the product: a JSON file in, a plan out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from matchengine import Rule, Settings, Weights, solve
from matchengine.__main__ import main
from matchengine.json_form import read_problem, write_plan
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


def test_the_kernels_can_be_compiled_ahead(capsys: pytest.CaptureFixture[str]):
    assert main(["compile"]) == 0
    assert capsys.readouterr().out == "1 compiled\n"


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
