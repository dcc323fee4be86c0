"""The written consent of an employee, word for word."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.employee_consent import build
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.kinds.reading import section
from tests.domain.documents.samples.employee_consent import SAMPLE


def test_it_is_addressed_to_the_head_by_the_employee():
    assert [line.replace("\u00a0", " ") for line in build(SAMPLE).stamp.lines] == [
        "Директору Верхнекамской-Ильинской А. К.",
        "от учителя русского языка и литературы Лебедевой Н. А.",
    ]


def test_conditions_of_work_with_a_colleague():
    assert section(build(SAMPLE), "text") == [
        "Даю письменное согласие работать наставником в программе наставничества «Учитель – учителю».",
        "Условия работы мне известны:",
        "1. Содержание: помогаю коллеге освоить работу, составляю с ним программу, встречаюсь с ним и обсуждаю "
        "сделанное.",
        "2. Срок: с 14 сентября 2026 г. по 29 мая 2027 г.",
        "3. Форма наставничества: «учитель–учитель», вид: индивидуальное.",
        "4. Содержание, сроки, форму, размер и условия оплаты закрепляет дополнительное соглашение к трудовому "
        "договору.",
        "5. Я могу досрочно отказаться от наставничества. Работодатель может досрочно отменить поручение, предупредив "
        "меня не менее чем за три рабочих дня.",
        "Правовая основа согласия:",
        "статья 351.8 Трудового кодекса Российской Федерации.",
    ]


def test_work_with_pupils_is_not_that_of_the_labour_code():
    lines = section(build(replace(SAMPLE, programme_type=ProgrammeType.PUPILS)), "text")

    assert lines[2].startswith("1. Содержание: помогаю наставляемым достигать их целей")
    assert not [line for line in lines if "351" in line or "три рабочих дня" in line]


def test_without_form_and_end_nothing_is_empty():
    lines = section(build(replace(SAMPLE, form="", kind="", ends_on=None)), "text")

    assert lines[3] == "2. Срок: с 14 сентября 2026 г."
    assert lines[4].startswith("3. Содержание, сроки")
