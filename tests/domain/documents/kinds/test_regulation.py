"""The regulation: the chapters of a regulation, filled from the programme, without an empty one."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.regulation import RegulationContext, build
from tests.domain.documents.kinds.reading import codes, said, section
from tests.domain.documents.samples.programmes import APPENDIX, BARE, FRAME, TEACHERS
from tests.domain.documents.samples.regulation import SAMPLE

CHAPTERS = [
    "1. Общие положения",
    "2. Понятия и принципы",
    "3. Цели",
    "4. Задачи",
    "5. Формы и виды наставничества",
    "6. Ожидаемые результаты",
    "7. Порядок осуществления наставничества",
    "8. Куратор программы",
    "9. Права и обязанности наставника",
    "10. Права и обязанности наставляемого",
    "11. Формирование пар и групп",
    "12. Мониторинг и оценка результатов",
    "13. Поощрение",
    "14. Заключительные положения",
]


def test_chapters_stand_in_their_order_and_all_can_be_edited():
    paper = build(SAMPLE)

    assert [part.blocks[0].text for part in paper.sections] == CHAPTERS
    assert all(part.is_editable for part in paper.sections)


def test_chapters_are_filled_from_programme_and_catalogues():
    paper = build(SAMPLE)

    assert section(paper, "concepts") == [
        "2. Понятия и принципы",
        "2.1. В Положении используются понятия:",
        "наставничество – передача опыта в общении, основанном на доверии;",
        "наставник – участник с опытом, готовый им делиться;",
        "наставляемый – участник, который с помощью наставника решает свои задачи.",
        "2.2. Наставничество строится на принципах:",
        "добровольность – никто не участвует против воли;",
        "открытый диалог.",
    ]
    assert section(paper, "formats") == [
        "5. Формы и виды наставничества",
        "5.1. Программа проводится в формах:",
        "«учитель–ученик» (ролевая модель «учитель–одарённый ученик»);",
        "«ученик–ученик».",
        "5.2. Виды наставничества:",
        "индивидуальное – наставник ведёт одного человека: план и темп исходят из его запроса;",
        "групповое – один наставник работает с группой.",
    ]
    assert section(paper, "mentor") == [
        "9. Права и обязанности наставника",
        "9.1. Наставник имеет право:",
        "получать помощь куратора и психолога;",
        "просить куратора о замене.",
        "9.2. Наставник обязан:",
        "составить с наставляемым план;",
        "не разглашать то, что доверил наставляемый.",
    ]


def test_only_form_and_kind_are_said_in_the_singular():
    lines = section(build(replace(SAMPLE, programme=TEACHERS)), "formats")

    assert lines[1:] == [
        "5.1. Программа проводится в форме «учитель–учитель» (ролевая модель «опытный учитель–молодой специалист»).",
        "5.2. Вид наставничества:",
        "индивидуальное – наставник ведёт одного человека.",
    ]


def test_meetings_and_limits_are_those_of_the_programme():
    paper = build(SAMPLE)

    lines = section(paper, "procedure")
    assert (
        "7.8. Пары и группы модуля «Учитель – ученик» встречаются, как правило, не реже одного раза в 14 дней." in lines
    )
    assert (
        "7.9. Пары и группы модуля «Старшие – младшим» встречаются, как правило, не реже одного раза в 21 день."
        in lines
    )
    assert "11.4. Один наставник сопровождает не более 3 наставляемых одновременно." in section(paper, "pairs")


def test_pupils_have_parents_consent_and_teachers_a_written_one_of_their_own():
    pupils, teachers = said(build(SAMPLE)), said(build(replace(SAMPLE, programme=TEACHERS)))

    assert (
        "7.3. Участие добровольное. Несовершеннолетний участвует с согласия родителя (законного представителя)."
        in pupils
    )
    assert not [line for line in teachers if "родител" in line or "несовершеннолетн" in line]
    assert "7.3. Работник становится наставником с его письменного согласия." in teachers
    assert (
        "7.4. Содержание, сроки и форму работы наставника, размер и условия её оплаты стороны трудового договора "
        "определяют письменно в порядке, установленном трудовым законодательством. В том же порядке наставник может "
        "досрочно отказаться от этой работы, а работодатель – отменить поручение." in teachers
    )
    assert [line for line in teachers if "персонализированная программа наставничества" in line]


def test_chapter_for_which_there_are_no_words_is_left_out_and_not_counted():
    paper = build(RegulationContext(APPENDIX, BARE))

    assert codes(paper) == ["general", "procedure", "coordinator", "pairs", "evaluation", "rewards", "ending"]
    assert [part.blocks[0].text[:2] for part in paper.sections] == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]


def test_by_itself_it_leaves_room_for_the_heads_hand():
    paper = build(RegulationContext(FRAME, BARE))

    assert [line.replace("\u00a0", " ") for line in paper.stamp.lines] == [
        "УТВЕРЖДАЮ",
        "Директор",
        "________ А. К. Верхнекамская-Ильинская",
        "«___» ____________ 20___ г.",
    ]
    assert (paper.number, paper.date) == ("", "")


def test_pairs_of_a_collective_need_no_order():
    lines = section(build(replace(SAMPLE, programme=replace(BARE, needs_order=False))), "pairs")

    assert [line for line in lines if "утверждает куратор; приказ не издаётся" in line]
    assert not [line for line in lines if "закрепляет приказ" in line]
