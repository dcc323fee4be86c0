"""The order that introduces a programme, word for word."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.approving import Appendix
from nastavnik.domain.documents.kinds.frame import Order
from nastavnik.domain.documents.kinds.introduction_order import IntroductionContext, build
from tests.domain.documents.kinds.reading import points_of, said
from tests.domain.documents.samples.introduction_order import SAMPLE
from tests.domain.documents.samples.programmes import BARE, FRAME, TEACHERS


def test_points_say_what_is_introduced_approved_and_who_does_it():
    paper = build(SAMPLE)

    assert paper.title == "О введении программы наставничества «Вместе к успеху»"
    assert points_of(paper) == [
        "1. Ввести с 1 сентября 2026 г. программу наставничества обучающихся «Вместе к успеху» (далее – программа) "
        "на срок до 29 мая 2027 г.",
        "2. Утвердить:",
        "2.1. дорожную карту (план мероприятий) программы наставничества «Вместе к успеху» (приложение 1);",
        "2.2. программу наставничества «Вместе к успеху» (приложение 2).",
        "3. Назначить куратором программы Петрову Ольгу Ильиничну, заместителя директора по воспитательной работе.",
        "4. Утвердить рабочую группу программы в составе:",
        "4.1. Морозова Елена Андреевна, педагог-психолог;",
        "4.2. Лев Лев Львович, учитель математики.",
        "5. Куратору Петровой О. И.:",
        "5.1. ознакомить с программой обучающихся, их родителей (законных представителей) и педагогических работников "
        "до 21 сентября 2026 г.;",
        "5.2. организовать выполнение дорожной карты;",
        "5.3. получить согласия участников, а за несовершеннолетних – их родителей (законных представителей) "
        "до 26 октября 2026 г.;",
        "5.4. представить списки пар и групп для закрепления приказом до 31 октября 2026 г.",
        "6. За материально-техническое обеспечение программы отвечает заместитель директора Морозов П. П.",
        "7. Провести мониторинг программы в следующие сроки:",
        "7.1. входная оценка участников – до 16 октября 2026 г.;",
        "7.2. оценка хода программы и итоговая оценка участников – до 29 мая 2027 г.;",
        "7.3. отчёт о программе – до 29 мая 2027 г.",
        "8. Контроль за исполнением приказа оставляю за собой.",
    ]


def test_council_is_its_basis_and_acts_its_grounds():
    lines = said(build(SAMPLE))

    assert "решение педагогического совета (протокол от 27 августа 2026 г. № 1)." in lines
    assert lines[lines.index("ПРИКАЗЫВАЮ:") - 3 : lines.index("ПРИКАЗЫВАЮ:")] == [
        "Для организации наставничества обучающихся, на основании следующих документов:",
        "распоряжение Министерства просвещения Российской Федерации от 25.12.2019 № Р-145;",
        "устав организации.",
    ]


def test_coordinator_of_an_order_of_its_own_is_named_and_not_appointed_again():
    context = replace(SAMPLE, coordinator_order=Order("40-ОД", FRAME.day))

    assert points_of(build(context))[4] == (
        "3. Работой по программе руководит куратор – Петрова Ольга Ильинична, заместитель директора по воспитательной "
        "работе (приказ от 28 августа 2026 г. № 40-ОД)."
    )


def test_only_appendix_bears_no_number():
    context = IntroductionContext(FRAME, TEACHERS, appendices=(Appendix("roadmap"),))

    assert points_of(build(context))[1] == (
        "2. Утвердить дорожную карту (план мероприятий) программы наставничества «Учитель – учителю» (приложение)."
    )


def test_results_are_named_where_the_programme_itself_does_not_go_with_the_order():
    points = points_of(build(replace(SAMPLE, appendices=(Appendix("roadmap"),))))

    at = points.index("7. Считать планируемыми результатами программы:")
    assert points[at + 1 : at + 3] == [
        "7.1. выросли интерес к учёбе и осознанность выбора;",
        "7.2. сложились дружные пары.",
    ]


def test_programme_without_end_stages_or_coordinator_still_makes_an_order():
    frame = replace(FRAME, coordinator=None, grounds=())

    assert points_of(build(IntroductionContext(frame, BARE))) == [
        "1. Ввести с 1 сентября 2026 г. программу наставничества обучающихся «Проба» (далее – программа).",
        "2. Куратору:",
        "2.1. ознакомить с программой обучающихся, их родителей (законных представителей) и педагогических работников;",
        "2.2. организовать выполнение дорожной карты;",
        "2.3. получить согласия участников, а за несовершеннолетних – их родителей (законных представителей);",
        "2.4. представить списки пар и групп для закрепления приказом.",
        "3. Контроль за исполнением приказа оставляю за собой.",
    ]


def test_the_working_group_signs_that_it_read_the_order():
    group = (
        "Морозова Елена Андреевна, педагог-психолог;",
        "Лев Л. Л., учитель",
        "Петрова Ольга Ильинична, куратор",
        " ",
    )

    lines = said(build(replace(SAMPLE, working_group=group)))

    after = lines[lines.index("С приказом ознакомлены:") :]
    assert [line for line in after if "___" not in line][1:] == ["Петрова О. И.", "Морозова Е. А.", "Лев Л. Л."]
