"""The consent to personal data: everything that the law asks a written consent to name."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.consenting import Signing
from nastavnik.domain.documents.kinds.letterhead import Institution
from nastavnik.domain.documents.kinds.personal_data_consent import build
from nastavnik.domain.programmes.enums import ProgrammeType
from tests.domain.documents.kinds.reading import said, section
from tests.domain.documents.samples.personal_data_consent import SAMPLE


def test_address_and_papers_of_both_are_written_by_hand():
    own = ["Адрес:", "Документ, его номер:", "Кем и когда выдан:"]

    assert section(build(SAMPLE), "who") == [
        "Участник: Воронов Яков Романович, 9 «А» класс",
        *own,
        "Законный представитель: Воронова Мария Викторовна",
        *own,
        "Документ о полномочиях:",
    ]


def test_conditions_are_named_one_by_one():
    assert section(build(SAMPLE), "text") == [
        "Даём согласие на обработку персональных данных на следующих условиях.",
        "1. Оператор: Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 17 "
        "имени академика В. С. Сосновского» г. Заозёрска, адрес: 000017, г. Заозёрск, ул. Школьная, д. 17.",
        "2. Цель: организация и проведение программы наставничества «Вместе к успеху» (подбор пары или группы, "
        "встречи, планы, оценка результатов, документы программы).",
        "3. Данные: участника – фамилия, имя, отчество, дата рождения, класс или группа, телефон и электронная почта, "
        "интересы, запросы, умения, удобное время, планы, записи о встречах, ответы на анкеты, достижения и "
        "результаты в программе; законного представителя – фамилия, имя, отчество, телефон и электронная почта.",
        "4. Действия: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, "
        "блокирование, удаление и уничтожение, с применением средств автоматизации и без них; предоставление – "
        "только участникам той же пары или группы; публикация в это согласие не входит.",
        "5. Поручение: обработка другим лицам не поручается.",
        "6. Срок: со дня подписания до окончания участия в программе наставничества (29 мая 2027 г.).",
        "7. Отзыв: в любое время по письменному заявлению на имя руководителя; после отзыва обработку прекращают, а "
        "данные уничтожают в срок, установленный законом.",
        "8. Правовая основа: Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных».",
    ]


def test_who_works_with_the_data_by_order_is_named():
    text = section(build(replace(SAMPLE, processor="ООО «Сервер», г. Заозёрск, ул. Заводская, д. 1")), "text")

    assert (
        text[5]
        == "5. Поручение: обработку по поручению оператора ведёт ООО «Сервер», г. Заозёрск, ул. Заводская, д. 1."
    )


def test_grown_up_mentors_of_children_know_of_the_mark_of_their_clearance():
    adult = replace(SAMPLE, signing=Signing.ADULT, guardian=None, role="mentor", note="инженер")

    with_children = section(build(adult), "text")[3]
    with_teachers = section(build(replace(adult, programme_type=ProgrammeType.TEACHERS)), "text")[3]

    assert with_children.endswith("отметка о допуске к работе с детьми без содержания справки.")
    assert "место учёбы или работы, группа или должность" in with_children
    assert "допуске" not in with_teachers
    assert "должность, место работы, педагогический стаж" in with_teachers
    assert "законного представителя" not in with_children


def test_an_institution_without_an_address_or_acts_leaves_room_and_says_nothing_empty():
    bare = replace(SAMPLE, until=None, frame=replace(SAMPLE.frame, institution=Institution("Школа № 5"), grounds=()))

    lines = section(build(bare), "text")

    assert lines[1].startswith("1. Оператор: Школа № 5, адрес: ____")
    assert lines[6] == "6. Срок: со дня подписания до окончания участия в программе наставничества."
    assert len(lines) == 8


def test_it_agrees_to_nothing_else():
    assert not [line for line in said(build(SAMPLE)) if "согласие на участие" in line]
