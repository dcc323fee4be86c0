"""The programme of an institution: common part, modules, plan, monitoring."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.frame import Order
from nastavnik.domain.documents.kinds.institution_programme import InstitutionProgrammeContext, build
from nastavnik.domain.documents.rendering.blocks import Table
from tests.domain.documents.kinds.reading import codes, said, section
from tests.domain.documents.samples.institution_programme import SAMPLE
from tests.domain.documents.samples.programmes import BARE, FRAME, PUPILS, TEACHER_PUPIL, TEACHERS


def test_module_prints_all_that_it_has():
    paper = build(SAMPLE)

    of_module = [part for part in paper.sections if part.code.startswith("module_1")]
    assert [part.blocks[0].text for part in of_module] == [
        "8. Модуль «Учитель – ученик»",
        "8.1. Пояснительная записка",
        "8.2. Цель и задачи модуля",
        "8.3. Виды наставничества",
        "8.4. Методы",
        "8.5. Портрет наставника",
        "8.6. Портрет наставляемого",
        "8.7. Ожидаемые результаты",
        "8.8. Оцениваемые результаты",
        "8.9. Социальный эффект",
    ]
    assert section(paper, "module_1") == [
        "8. Модуль «Учитель – ученик»",
        "Форма наставничества: «учитель–ученик»; ролевая модель: «учитель–одарённый ученик».",
        "Модуль входит в программу наставничества «Вместе к успеху», утверждённую приказом от 28 августа 2026 г. "
        "№ 42-ОД.",
    ]
    assert section(paper, "module_1_mentor") == [
        "8.5. Портрет наставника",
        "Опытный педагог. Учится сам и помогает другим.",
        "Признаки:",
        "владеет методикой;",
        "умеет слушать.",
        "Наставником может быть:",
        "классный руководитель;",
        "педагог-психолог.",
    ]


def test_results_stand_beside_their_instruments():
    [_heading, table] = build(SAMPLE).section("module_1_outcomes").blocks

    assert [column.title for column in table.columns] == ["№", "Результат", "Чем оценивается"]
    assert table.rows == (
        ("1", "Успеваемость стала выше", "средний балл, тест"),
        ("2", "Совместный проект защищён", "итоги защиты"),
        ("3", "Наставляемый сам хочет стать наставником", "опрос"),
    )


def test_module_without_words_of_a_kind_has_no_heading_for_them():
    assert [code for code in codes(build(SAMPLE)) if code.startswith("module_2")] == [
        "module_2",
        "module_2_aim",
        "module_2_kinds",
    ]


def test_plan_of_several_modules_stands_once_and_of_one_inside_it():
    several = build(SAMPLE)
    alone = build(replace(SAMPLE, programme=replace(PUPILS, modules=(TEACHER_PUPIL,))))

    assert [code for code in codes(several) if "plan" in code] == ["plan"]
    assert [code for code in codes(alone) if "plan" in code] == ["module_1_plan"]
    [table] = [block for block in alone.section("module_1_plan").blocks if isinstance(block, Table)]
    assert [column.title for column in table.columns] == ["№", "Мероприятие", "Задача", "Результат", "Срок"]
    assert table.rows[0] == (
        "1",
        "Запуск модуля",
        "Рассказать детям и родителям",
        "Список желающих, согласия",
        "сентябрь 2026",
    )


def test_only_module_says_its_tasks_and_results_itself():
    alone = build(replace(SAMPLE, programme=replace(PUPILS, modules=(TEACHER_PUPIL,))))

    assert section(alone, "aims") == [
        "3. Цель",
        "Каждый, кто просит помощи, находит наставника и видит свои успехи.",
    ]
    assert "results" not in codes(alone)


def test_it_cites_the_order_that_approved_it():
    as_appendix = section(build(SAMPLE), "note")
    by_itself = section(build(InstitutionProgrammeContext(FRAME, TEACHERS, Order("12", FRAME.day))), "note")
    unapproved = section(build(InstitutionProgrammeContext(FRAME, TEACHERS)), "note")

    assert "Программа утверждена приказом от 28 августа 2026 г. № 42-ОД." in as_appendix
    assert "Программа утверждена приказом от 28 августа 2026 г. № 12." in by_itself
    assert not [line for line in unapproved if "утверждена" in line]


def test_bare_programme_has_no_empty_part():
    paper = build(InstitutionProgrammeContext(replace(FRAME, grounds=(), coordinator=None), BARE))

    assert codes(paper) == ["title_page", "note", "management", "monitoring"]
    assert section(paper, "title_page") == ["Срок реализации: 1 сентября 2026 г.", "г. Заозёрск, 2026"]
    assert "Куратор ведёт базы" in " ".join(said(paper))


def test_first_needs_that_the_note_says_are_not_said_twice():
    needs = "дроби, страх сцены"
    noted = replace(SAMPLE.programme, first_needs=needs, note=f"Первые запросы участников: {needs}.")
    paper = build(replace(SAMPLE, programme=noted))

    assert sum(needs in line for line in said(paper)) == 1
