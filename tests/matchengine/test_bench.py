"""The bench command prints what it found, and ends badly if the plan does not stand the check."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from matchengine.__main__ import main
from matchengine.bench import command
from matchengine.bench import figures as solving
from matchengine.bench.instances import draw, packed
from matchengine.solver.columns import solve_pairs

FIGURES = ["seconds", "peak_mb", "matched", "mutual", "score", "weight", "dual_bound", "gap", "pairs_checked"]


def figures(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    status = main(["bench", *words, "--json"])
    assert status == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


@pytest.mark.parametrize(("name", "expected"), [("school", (172, 17, 13_502)), ("town", (1_906, 96, 172_149))])
def test_the_published_optima_of_seed_1(name: str, expected: tuple[int, int, int], capsys: pytest.CaptureFixture[str]):
    found = figures(capsys, name, "--seed", "1")

    assert list(found) == FIGURES
    matched, mutual, score = expected
    assert (found["matched"], found["mutual"], found["score"], found["gap"]) == (*expected, 0)
    assert found["weight"] == found["dual_bound"] == 1_000_000 * matched + 10_000 * mutual + score


@pytest.mark.slow
def test_the_published_optimum_of_the_city(capsys: pytest.CaptureFixture[str]):
    found = figures(capsys, "city")

    assert (found["matched"], found["mutual"], found["score"], found["gap"]) == (19_403, 797, 1_892_488, 0)
    assert found["pairs_checked"] >= 140_000_000


def test_the_levels_keep_everybody_and_raise_the_worst_pair(capsys: pytest.CaptureFixture[str]):
    found = figures(capsys, "school", "--goals", "levels")

    assert (found["matched"], found["mutual"], found["worst"], found["gap"]) == (172, 17, 36, 0)


@pytest.mark.parametrize("what", command.CHANGES)
def test_what_if_is_proved_again(what: str, capsys: pytest.CaptureFixture[str]):
    found = figures(capsys, "town", "--what-if", what)

    assert found["gap"] == 0
    assert found["what_if_seconds"] > 0
    if what == "nothing":
        assert found["what_if_weight"] == found["weight"]


def test_changes_are_of_the_size_they_say():
    pairs, objective = packed(draw("town", 1))
    plan = solve_pairs(pairs, objective)

    changed, heavier = solving.change(pairs, objective, plan, "all")

    assert len(changed.pinned.rows) == len(changed.banned.rows) - len(pairs.banned.rows) == 20
    assert int((~changed.open_columns).sum()) == 7
    assert heavier.pin > objective.base
    again = solve_pairs(changed, heavier)
    assert (again.mentor_of[changed.pinned.rows] == changed.pinned.columns).all()
    assert not np.isin(again.mentor_of, np.nonzero(~changed.open_columns)[0]).any()


def test_a_plan_that_is_not_the_best_ends_with_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def careless(*arguments: Any, **options: Any) -> Any:
        plan = solve_pairs(*arguments, **options)
        mentor_of = plan.mentor_of.copy()
        mentor_of[np.nonzero(mentor_of >= 0)[0][0]] = -1
        return replace(plan, mentor_of=mentor_of)

    monkeypatch.setattr(solving, "solve_pairs", careless)

    assert main(["bench", "school"]) == 1
    assert "gain_without_mentor" in capsys.readouterr().err
