"""Sums, means, levels; who did not assess is not counted as the lowest mark."""

import pytest

from nastavnik.domain.questionnaires.scoring import Result, score
from nastavnik.domain.questionnaires.shipped import shipped_by
from nastavnik.domain.questionnaires.shipped.shape import rows, ten, yes_no
from nastavnik.domain.questionnaires.specs import (
    NOT_ASSESSED,
    Kind,
    Option,
    Question,
    Scale,
    Score,
    Scoring,
    Section,
    Spec,
)

NINE = shipped_by("coordinator_nine")
CODES = [question.code for question in NINE.spec.questions()]


def nine(*marks):
    return score(NINE.spec, NINE.scoring, dict(zip(CODES, marks, strict=True)))["total"]


def spec_of(*questions):
    return Spec("А", sections=(Section("", questions=questions),))


@pytest.mark.parametrize(
    ("marks", "value", "level"),
    [
        ((2, 2, 2, 2, 2, 2, 2, 2, 2), 18, "оптимальный уровень"),
        ((2, 2, 2, 2, 2, 2, 2, 1, 0), 15, "оптимальный уровень"),
        ((2, 2, 2, 2, 2, 2, 2, 0, 0), 14, "допустимый уровень"),
        ((1, 1, 1, 1, 1, 1, 1, 1, 1), 9, "допустимый уровень"),
        ((2, 2, 2, 2, 0, 0, 0, 0, 0), 8, "недопустимый уровень"),
        ((0, 0, 0, 0, 0, 0, 0, 0, 0), 0, "недопустимый уровень"),
    ],
)
def test_the_nine_signs_have_three_levels(marks, value, level):
    assert nine(*marks) == Result(value, 9, 9, level, 18)


def test_not_assessed_lowers_no_level():
    given = nine(2, 2, 2, 2, 2, 2, NOT_ASSESSED, NOT_ASSESSED, NOT_ASSESSED)

    assert given == Result(12, 6, 9, "оптимальный уровень", 12)


def test_half_the_marks_make_no_level():
    given = nine(2, 2, 2, 2, 2, *[NOT_ASSESSED] * 4)

    assert given == Result(10, 5, 9, "", 10)


def test_nothing_assessed_is_no_zero():
    assert nine(*[NOT_ASSESSED] * 9) == Result(None, 0, 9, "", None)


def test_a_mean_counts_what_was_marked():
    spec = spec_of(ten("a", "?"), ten("b", "?", allows_not_assessed=True), ten("c", "?"))
    scoring = Scoring((Score("s", "С", ("a", "b", "c"), "mean", ((7, "доволен"),)),))

    assert score(spec, scoring, {"a": 8, "b": NOT_ASSESSED, "c": 7})["s"] == Result(7.5, 2, 3, "доволен", 10)


def test_turned_questions_count_from_the_other_end():
    spec = spec_of(ten("calm", "?"), ten("fear", "?"))
    scoring = Scoring((Score("s", "С", ("calm", "fear"), "mean", reversed_codes=("fear",)),))

    assert score(spec, scoring, {"calm": 9, "fear": 2})["s"].value == 9


def test_rows_points_and_yes_are_counted():
    spec = spec_of(
        Question("m", Kind.MATRIX, "?", rows=rows("x", "y"), scale=Scale(0, 2)),
        Question("c", Kind.CHOICE, "?", options=(Option("a1", "х", 3), Option("a2", "у", 1))),
        Question("cs", Kind.CHOICES, "?", options=(Option("a1", "х", 2), Option("a2", "у", 5), Option("a3", "я"))),
        yes_no("y", "?"),
    )
    scoring = Scoring((Score("s", "С", ("m", "c", "cs", "y")),))
    answers = {"m": {"r1": 2, "r2": 1}, "c": "a2", "cs": ["a1", "a3"], "y": True}

    assert score(spec, scoring, answers)["s"] == Result(7, 5, 5, "", 15)
