"""Answers against questions: what is kept, what is asked for again, what is dropped."""

import pytest

from nastavnik.domain.questionnaires.answering import Mistake, check_answers
from nastavnik.domain.questionnaires.shipped.shape import one_of, options, rows, several_of, ten, words, yes_no
from nastavnik.domain.questionnaires.specs import Condition, Kind, Question, Scale, Section, Spec

LOW = ten("comfort", "Удобно?", comment_below=4)
TALK = Spec(
    "Анкета",
    sections=(
        Section("Опыт", questions=(yes_no("was", "Был наставник?"), words("where", "Где?", shown_if=Condition("was")))),
        Section("Встречи", questions=(LOW, several_of("ways", "Как?", "а", "б"))),
    ),
)  # fmt: skip


def only(question):
    return Spec("Анкета", sections=(Section("", questions=(question,)),))


def test_what_is_typed_becomes_what_is_kept():
    clean, mistakes = check_answers(
        TALK, {"was": "yes", "where": " В музее\r\nгорода ", "comfort": "7", "ways": ["a2"]}
    )

    assert (clean, mistakes) == ({"was": True, "where": "В музее\nгорода", "comfort": 7, "ways": ["a2"]}, ())


def test_what_is_not_asked_is_dropped():
    clean, _mistakes = check_answers(TALK, {"was": "no", "where": "тайна", "comfort": 7, "ways": ["a1"], "other": "x"})

    assert clean == {"was": False, "comfort": 7, "ways": ["a1"]}


def test_a_low_mark_asks_why():
    answers = {"was": "no", "comfort": "3", "ways": ["a1"]}

    assert check_answers(TALK, answers)[1] == (
        Mistake("comment_missing", "comfort", "comfort__comment", (("mark", 4),)),
    )
    assert check_answers(TALK, answers | {"comfort__comment": "Шумно"}) == (
        {"was": False, "comfort": 3, "comfort__comment": "Шумно", "ways": ["a1"]}, (),
    )  # fmt: skip


def test_a_page_tells_its_own_mistakes_only():
    assert [mistake.question for mistake in check_answers(TALK, {}, page=0)[1]] == ["was"]
    assert [mistake.question for mistake in check_answers(TALK, {}, page=1)[1]] == ["comfort", "ways"]


def test_what_hangs_on_a_hidden_question_is_hidden():
    spec = Spec(
        "Анкета",
        sections=(
            Section(
                "",
                questions=(
                    yes_no("a", "А?"),
                    yes_no("b", "Б?", shown_if=Condition("a")),
                    yes_no("c", "В?", shown_if=Condition("b")),
                ),
            ),
        ),
    )

    assert check_answers(spec, {"a": "no", "b": "yes", "c": "yes"}) == ({"a": False}, ())


MATRIX = Question("m", Kind.MATRIX, "Как?", rows=rows("Дома", "В школе"), scale=Scale(0, 2), allows_not_assessed=True)


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        (ten("q", "?"), "10", 10),
        (ten("q", "?", allows_not_assessed=True), "not_assessed", "not_assessed"),
        (one_of("q", "?", "да", "нет"), "a2", "a2"),
        (Question("q", Kind.NUMBER, "?"), "4,5", 4.5),
        (Question("q", Kind.NUMBER, "?"), "1 200", 1200),
        (Question("q", Kind.DATE, "?"), "23.11.2026", "2026-11-23"),
        (yes_no("q", "?"), "Да", True),
    ],
)
def test_an_answer_is_kept_as_its_kind_says(question, typed, kept):
    assert check_answers(only(question), {"q": typed}) == ({"q": kept}, ())


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (ten("q", "?"), "11", "off_scale"),
        (ten("q", "?"), "not_assessed", "off_scale"),
        (ten("q", "?"), "", "missing"),
        (ten("q", "?"), True, "off_scale"),
        (one_of("q", "?", "да", "нет"), "a3", "no_such_option"),
        (several_of("q", "?", "да", "нет"), ["a1", "a9"], "no_such_option"),
        (Question("q", Kind.TEXT, "?"), "щ" * 301, "too_long"),
        (Question("q", Kind.NUMBER, "?"), "много", "not_a_number"),
        (Question("q", Kind.DATE, "?"), "31.02.2026", "not_a_day"),
        (yes_no("q", "?"), "может быть", "not_yes_no"),
    ],
)
def test_what_does_not_fit_is_named(question, typed, code):
    clean, mistakes = check_answers(only(question), {"q": typed})

    assert (clean, [mistake.code for mistake in mistakes]) == ({}, [code])


def test_a_matrix_names_the_row_that_is_empty():
    clean, mistakes = check_answers(only(MATRIX), {"m": {"r1": "2"}})

    assert clean == {"m": {"r1": 2}}
    assert mistakes == (Mistake("missing_row", "m", "m__r2", (("row", "В школе"),)),)
    assert check_answers(only(MATRIX), {"m": {"r1": "2", "r2": "not_assessed"}})[1] == ()


def test_one_and_yes_are_different_answers():
    spec = Spec(
        "А", sections=(Section("", questions=(ten("n", "?"), yes_no("q", "?", shown_if=Condition("n", "is", 1)))),)
    )

    assert [mistake.question for mistake in check_answers(spec, {"n": "1"})[1]] == ["q"]
    assert check_answers(spec, {"n": "2"})[1] == ()
    assert options("да")[0].code == "a1"
