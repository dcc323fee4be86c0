"""The order of rewards, word for word."""

from dataclasses import replace

import pytest

from nastavnik.domain.documents.kinds.frame import Order
from nastavnik.domain.documents.kinds.reward_order import DIPLOMA, LETTER, build
from tests.domain.documents.kinds.reading import points_of, said
from tests.domain.documents.samples.programmes import FRAME
from tests.domain.documents.samples.reward_order import SAMPLE


def test_several_people_are_thanked_in_the_dative():
    paper = build(SAMPLE)

    assert paper.title == "О поощрении наставников"
    assert points_of(paper) == [
        "1. За успешную работу наставником объявить благодарность:",
        "1.1. Воронову Якову Романовичу (9 «А»);",
        "1.2. Черных Полине Сергеевне (6 «Б»).",
        "2. Куратору Петровой О. И.:",
        "2.1. ознакомить награждённых с приказом;",
        "2.2. рассказать о благодарности на итоговом мероприятии программы.",
        "3. Контроль за исполнением приказа оставляю за собой.",
    ]


@pytest.mark.parametrize(
    ("reward", "first"),
    [
        (DIPLOMA, "1. За успешную работу наставником наградить почётной грамотой Воронова Якова Романовича (9 «А»)."),
        (
            LETTER,
            "1. За успешную работу наставником вручить благодарственное письмо Воронову Якову Романовичу (9 «А»).",
        ),
    ],
)
def test_one_person_stands_in_the_case_of_the_reward(reward, first):
    paper = build(replace(SAMPLE, people=SAMPLE.people[:1], reward=reward))

    assert paper.title == "О поощрении наставника"
    assert points_of(paper)[0] == first
    assert points_of(paper)[2] == "2.1. ознакомить награждённого с приказом;"


def test_its_basis_is_the_coordinators_word_and_the_report():
    lines = said(build(replace(SAMPLE, report=Order("", FRAME.day))))

    assert lines[lines.index("Основание:") + 1 :][:2] == [
        "представление куратора программы;",
        "отчёт о программе наставничества.",
    ]


def test_nobody_to_reward_is_no_order():
    with pytest.raises(ValueError, match="somebody to reward"):
        build(replace(SAMPLE, people=()))
