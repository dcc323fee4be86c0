"""Ready questionnaires: whom they say «ты», and that the two sides of the time can be compared."""

import re

import pytest

from nastavnik.domain.questionnaires.enums import Audience
from nastavnik.domain.questionnaires.shipped import SHIPPED
from nastavnik.domain.questionnaires.specs import Spec, from_plain, to_plain

YOU = re.compile(r"\b(вас|вам|вами|ваш\w*|по-вашему)\b", re.IGNORECASE)
VERBS = re.compile(r"\b(хотите|думаете|ждёте|готовы ли|довольны ли|напишите|отметьте|выберите)\b", re.IGNORECASE)
THOU = re.compile(r"\b(ты|тебя|тебе|тобой|тво\w+|по-твоему|хочешь|думаешь|ждёшь)\b", re.IGNORECASE)
OF_PUPILS = ("mentee_before", "mentee_after", "choice_mentee", "getting_on_mentee") + tuple(
    f"{when}_{form}"
    for when in ("mentee_before", "mentee_after")
    for form in ("student_student", "teacher_student", "college_school", "employer_school")
)


def words_of(spec: Spec) -> list[str]:
    texts = [spec.intro]
    for section in spec.sections:
        texts += [section.title, section.note]
        for one in section.questions:
            texts += [one.text, one.hint, *(option.text for option in (*one.options, *one.rows))]
    return texts


@pytest.mark.parametrize("code", OF_PUPILS)
def test_pupils_are_said_thou(code):
    spec = next(one.spec for one in SHIPPED if one.code == code)

    assert spec.is_familiar
    assert [text for text in words_of(spec) if YOU.search(text) or VERBS.search(text.replace("вы ждёте", ""))] == []


@pytest.mark.parametrize("one", [one for one in SHIPPED if not one.spec.is_familiar], ids=lambda one: one.code)
def test_nobody_else_is_said_thou(one):
    assert [text for text in words_of(one.spec) if THOU.search(text)] == []


def test_who_may_be_anybody_is_said_neither():
    for one in SHIPPED:
        if one.audience == Audience.ANYBODY and one.code != "partners":
            assert [text for text in words_of(one.spec) if YOU.search(text)] == []


def test_the_voice_is_kept_with_the_questions():
    for one in SHIPPED:
        assert from_plain(to_plain(one.spec)) == one.spec
    assert len({one.code for one in SHIPPED}) == len(SHIPPED)
