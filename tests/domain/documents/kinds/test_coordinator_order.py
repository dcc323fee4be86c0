"""The order that appoints a coordinator, word for word."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.coordinator_order import build
from tests.domain.documents.kinds.reading import points_of, said
from tests.domain.documents.samples.coordinator_order import SAMPLE
from tests.domain.documents.samples.programmes import TEACHERS


def test_points_appoint_charge_and_open_the_data():
    paper = build(SAMPLE)

    assert paper.title == "О назначении куратора программы наставничества «Вместе к успеху»"
    assert points_of(paper) == [
        "1. Назначить куратором программы наставничества «Вместе к успеху» Петрову Ольгу Ильиничну, заместителя "
        "директора по воспитательной работе.",
        "2. В отсутствие куратора его обязанности исполняет Лев Лев Львович, учитель математики.",
        "3. Куратору Петровой О. И.:",
        "3.1. организовать выполнение дорожной карты;",
        "3.2. вести базы наставников и наставляемых, собирать согласия участников и родителей (законных "
        "представителей);",
        "3.3. организовать отбор и обучение наставников;",
        "3.4. готовить предложения о парах и группах с учётом запросов и взаимного согласия сторон;",
        "3.5. следить за тем, как проходят встречи, и помогать парам, у которых возникли трудности;",
        "3.6. собирать отзывы участников, проводить мониторинг и готовить отчёт о программе.",
        "4. Предоставить Петровой О. И. доступ к персональным данным участников программы в объёме, нужном для её "
        "проведения, с обязательством не разглашать эти данные.",
        "5. Контроль за исполнением приказа оставляю за собой.",
    ]


def test_teachers_have_no_parents_in_their_order():
    lines = said(build(replace(SAMPLE, programme=TEACHERS, deputy="")))

    assert not [line for line in lines if "родител" in line]
    assert not [line for line in lines if "отсутстви" in line]
    assert "2.2. вести базы наставников и наставляемых, собирать письменные согласия работников;" in lines


def test_working_group_stands_in_the_nominative_as_it_was_written():
    context = replace(SAMPLE, deputy="", working_group=("Морозова Елена Андреевна, педагог-психолог",))

    assert points_of(build(context))[1:3] == [
        "2. Утвердить рабочую группу программы в составе:",
        "2.1. Морозова Елена Андреевна, педагог-психолог.",
    ]
