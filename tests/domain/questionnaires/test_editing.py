"""The builder's steps over plain data, and what keeps a questionnaire from being used."""

import pytest

from nastavnik.domain.questionnaires import editing
from nastavnik.domain.questionnaires.messages import PROBLEMS, problem_sentence
from nastavnik.domain.questionnaires.shipped import SHIPPED
from nastavnik.domain.questionnaires.shipped.shape import one_of, ten, yes_no
from nastavnik.domain.questionnaires.spec_checking import check_spec
from nastavnik.domain.questionnaires.specs import (
    Condition,
    Kind,
    Option,
    Question,
    Scale,
    Score,
    Scoring,
    Section,
    Spec,
    from_plain,
    scoring_from_plain,
    to_plain,
)

TWO = Spec(
    "Анкета",
    sections=(
        Section("А", questions=(ten("q1", "Раз?"), yes_no("q2", "Два?"))),
        Section("Б", questions=(ten("q3", "Три?", shown_if=Condition("q2")),)),
    ),
)


def order(spec):
    return [[question.code for question in section.questions] for section in spec.sections]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (editing.move_question(TWO, "q2", "up"), [["q2", "q1"], ["q3"]]),
        (editing.move_question(TWO, "q2", "down"), [["q1"], ["q2", "q3"]]),
        (editing.move_question(TWO, "q3", "up"), [["q1", "q2", "q3"], []]),
        (editing.move_question(TWO, "q1", "up"), [["q1", "q2"], ["q3"]]),
        (editing.copy_question(TWO, "q1"), [["q1", "q4", "q2"], ["q3"]]),
        (editing.remove_question(TWO, "q2"), [["q1"], ["q3"]]),
        (editing.remove_section(TWO, 0), [["q1", "q2", "q3"]]),
        (editing.move_section(TWO, 0, "down"), [["q3"], ["q1", "q2"]]),
        (editing.remove_section(TWO, 7), [["q1", "q2"], ["q3"]]),
    ],
)
def test_steps_of_the_builder(changed, expected):
    assert order(changed) == expected


def test_a_condition_goes_with_the_question_it_looked_at():
    assert editing.remove_question(TWO, "q2").question("q3").shown_if is None


def test_options_keep_their_codes_when_they_are_moved_or_others_are_written():
    former = (Option("a1", "да", 2), Option("a2", "нет"))

    assert editing.options_from_lines("нет\n\n может быть \nда", former) == (
        Option("a2", "нет"), Option("a3", "может быть"), Option("a1", "да", 2),
    )  # fmt: skip


def test_a_score_forgets_questions_that_are_gone():
    scoring = Scoring((Score("s", "С", ("q1", "q3"), reversed_codes=("q3",)), Score("t", "Т", ("q3",))))
    left = editing.remove_question(TWO, "q3")

    assert editing.without_lost(scoring, left) == Scoring((Score("s", "С", ("q1",)),))


@pytest.mark.parametrize("ready", SHIPPED, ids=lambda ready: ready.code)
def test_every_ready_questionnaire_can_be_used_as_it_is(ready):
    assert check_spec(ready.spec, ready.scoring) == ()
    assert from_plain(to_plain(ready.spec)) == ready.spec
    assert scoring_from_plain(to_plain(ready.scoring)) == ready.scoring


def test_ready_questionnaires_have_codes_of_their_own():
    codes = [ready.code for ready in SHIPPED]

    assert sorted(set(codes)) == sorted(codes)


def of(*questions):
    return Spec("Анкета", sections=(Section("А", questions=questions),))


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        (Spec(""), "no_title"),
        (Spec("А"), "no_questions"),
        (Spec("А", sections=(Section("пусто"),)), "empty_section"),
        (of(ten("q", "?"), ten("q", "?")), "code_twice"),
        (of(ten("Q", "?")), "code_odd"),
        (of(ten("q", " ")), "no_text"),
        (of(ten("q", "щ" * 2001)), "text_too_long"),
        (of(one_of("q", "?", "один")), "few_options"),
        (of(one_of("q", "?", "один", "")), "empty_option"),
        (of(one_of("q", "?", "один", "Один ")), "option_twice"),
        (of(Question("q", Kind.MATRIX, "?", scale=Scale())), "no_rows"),
        (of(Question("q", Kind.SCALE, "?")), "no_scale"),
        (of(Question("q", Kind.SCALE, "?", scale=Scale(3, 3))), "scale_steps"),
        (of(Question("q", Kind.SCALE, "?", scale=Scale(0, 2, labels=("а", "б")))), "scale_labels"),
        (of(Question("q", Kind.TEXT, "?", comment_below=3)), "comment_without_scale"),
        (of(ten("q", "?", comment_below=11)), "comment_off_scale"),
        (of(ten("q", "?", shown_if=Condition("r"))), "condition_not_earlier"),
        (of(yes_no("q", "?"), ten("r", "?", shown_if=Condition("q", "at_least", 3))), "condition_not_number"),
        (of(ten("q", "?"), ten("r", "?", shown_if=Condition("q", "is", 11))), "condition_never"),
    ],
)
def test_what_keeps_a_questionnaire_from_being_used_is_named(spec, code):
    assert code in [problem.code for problem in check_spec(spec)]
    assert all(problem_sentence(problem) for problem in check_spec(spec))


@pytest.mark.parametrize(
    ("score", "code"),
    [
        (Score("s", "", ("q",)), "score_nameless"),
        (Score("s", "С", ()), "score_empty"),
        (Score("s", "С", ("нет",)), "score_uncounted"),
        (Score("s", "С", ("q",), reversed_codes=("r",)), "score_reversed"),
        (Score("s", "С", ("q", "q")), "score_repeats"),
        (Score("s", "С", ("q",), thresholds=((1, " "),)), "threshold_nameless"),
    ],
)
def test_what_is_wrong_with_a_score_is_named(score, code):
    assert [problem.code for problem in check_spec(of(ten("q", "?")), Scoring((score,)))] == [code]
    assert code in PROBLEMS
