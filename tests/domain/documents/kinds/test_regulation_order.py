"""The order that approves a regulation, word for word."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.regulation_order import RegulationOrderContext, build
from tests.domain.documents.kinds.reading import points_of, said
from tests.domain.documents.samples.programmes import FRAME, PUPILS
from tests.domain.documents.samples.regulation_order import SAMPLE


def test_teachers_get_a_personal_programme_for_each_pair_and_written_consents():
    paper = build(SAMPLE)

    assert paper.title == "Об утверждении Положения о системе наставничества педагогических работников"
    assert points_of(paper) == [
        "1. Утвердить:",
        "1.1. Положение о системе наставничества педагогических работников (приложение 1);",
        "1.2. дорожную карту (план мероприятий) программы наставничества «Учитель – учителю» (приложение 2).",
        "2. Ввести Положение в действие со дня подписания приказа.",
        "3. Куратору Петровой О. И.:",
        "3.1. ознакомить с Положением педагогических работников под подпись;",
        "3.2. организовать выполнение дорожной карты;",
        "3.3. обеспечить подготовку персонализированной программы наставничества для каждой пары;",
        "3.4. представить список пар с письменными согласиями наставников и наставляемых для закрепления приказом.",
        "4. Контроль за исполнением приказа оставляю за собой.",
    ]


def test_pupils_are_told_of_with_their_parents():
    lines = said(build(replace(SAMPLE, programme=PUPILS)))

    assert (
        "3.1. ознакомить с Положением педагогических работников, обучающихся и их родителей "
        "(законных представителей);" in lines
    )
    assert not [line for line in lines if "персонализированн" in line]


def test_regulation_that_is_kept_apart_is_approved_without_a_reference():
    paper = build(RegulationOrderContext(FRAME, PUPILS))

    assert points_of(paper)[0] == "1. Утвердить Положение о наставничестве обучающихся."
