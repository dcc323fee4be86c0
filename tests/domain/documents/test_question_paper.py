"""A questionnaire on paper: the numbers to ring are those that are typed when it is copied."""

import pytest

from nastavnik.domain.documents.question_paper import question_paper
from nastavnik.domain.documents.rendering.blocks import Blank, Fields, Paragraph, Points, Table
from nastavnik.domain.questionnaires.answering import check_answers
from nastavnik.domain.questionnaires.quick import answers_from
from nastavnik.domain.questionnaires.shipped.shape import one_of, rows, several_of, ten, words, yes_no
from nastavnik.domain.questionnaires.specs import NOT_ASSESSED, Condition, Kind, Question, Scale, Section, Spec

MATRIX = Question("m", Kind.MATRIX, "Как?", rows=rows("дома", "в школе"), scale=Scale(0, 2), allows_not_assessed=True)
SPEC = Spec(
    "Анкета",
    sections=(
        Section(
            "Встречи",
            questions=(
                ten("a", "Легко ли говорить?", comment_below=4),
                ten("b", "Полезно ли?", "нет", "да", comment_below=4),
                yes_no("c", "Продолжите?"),
                words("d", "Почему?", shown_if=Condition("c", "is", False)),
                several_of("e", "С чем помочь?", "учёба", "друзья", "профессия"),
                one_of("f", "Кто вы?", "ученик", "студент"),
                MATRIX,
            ),
        ),
    ),
)  # fmt: skip


def blocks(**paper):
    return question_paper(SPEC, **paper).sections[0].blocks


def test_marks_in_a_row_share_one_table():
    tables = [block for block in blocks() if isinstance(block, Table)]

    assert [len(table.rows) for table in tables] == [2, 2]
    assert [row[0].text for row in tables[0].rows] == ["1. Легко ли говорить?", "2. Полезно ли?"]
    assert tables[0].rows[1][1:] == tuple(map(str, range(1, 11)))
    assert tables[1].rows[0][1:] == ("0", "1", "2", "–")


def test_a_condition_is_told_in_words_before_its_question():
    said = [block.text for block in blocks() if isinstance(block, Paragraph)]

    assert "Отвечайте, если в вопросе 3 ответ «нет»." in said
    assert any("ниже 4" in text for text in said)
    assert [block.items[0].text for block in blocks() if isinstance(block, Points)] == ["да", "учёба", "ученик"]
    assert any(isinstance(block, Blank) for block in blocks())


def test_a_named_sheet_carries_its_code_and_one_without_names_asks_for_none():
    named = blocks(code="ABEK-2457-MH", name="Ветрова Полина")
    nameless = blocks(without_name=True)

    assert Fields((("Кто отвечает", "Ветрова Полина"), ("Код листа", "ABEK-2457-MH"))) in named
    assert not any(isinstance(block, Fields) for block in nameless)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"a": "7"}, {"a": 7}),
        ({"c": "1"}, {"c": True}),
        ({"c": "н"}, {"c": False}),
        ({"e": "1, 3"}, {"e": ["a1", "a3"]}),
        ({"f": "2"}, {"f": "a2"}),
        ({"m__r1": "2", "m__r2": "-"}, {"m": {"r1": 2, "r2": NOT_ASSESSED}}),
        ({"b": "3", "b__comment": "Спешили"}, {"b": 3, "b__comment": "Спешили"}),
    ],
)
def test_what_was_ringed_is_typed_as_a_number(typed, kept):
    raw = answers_from(SPEC.questions(), lambda name: typed.get(name, ""))

    assert check_answers(SPEC, raw)[0] == kept


@pytest.mark.parametrize(("name", "typed"), [("f", "3"), ("f", "a1"), ("e", "1,9"), ("c", "3"), ("a", "11")])
def test_a_number_that_is_not_on_the_sheet_is_named(name, typed):
    raw = answers_from(SPEC.questions(), lambda field: typed if field == name else "")

    assert [m.question for m in check_answers(SPEC, raw)[1] if m.code != "missing"] == [name]
