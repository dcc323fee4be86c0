import io
import zipfile
from datetime import date

import pytest
from docx import Document

from nastavnik.domain.documents.kinds import appointment_order, programme_report
from nastavnik.domain.documents.kinds.chapters import quoted
from nastavnik.domain.documents.kinds.noting import noting
from nastavnik.domain.documents.rendering.papers import NoSuchFormat, render
from nastavnik.domain.documents.rendering.words import unbroken
from tests.domain.documents.rendering import samples

NB = "\u00a0"


def order_document(context):
    return Document(io.BytesIO(render(appointment_order.build(context), "docx")))


def report_document(context):
    return Document(io.BytesIO(render(programme_report.build(context), "docx")))


def lines(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_order_says_who_is_assigned_to_whom_in_the_right_cases():
    text = lines(order_document(samples.order()))

    start = text.index("ПРИКАЗЫВАЮ:")
    assert text[start + 1 : start + 5] == [
        "1. Закрепить по программе наставничества «Старшие – младшим»:",
        f"1.1. за наставником Вороновым Яковом Романовичем (9{NB}«А») – Черных Полину Сергеевну (6{NB}«Б»), "
        f"Гаджи-Мурадова Абдул-Керима Рашид оглы (6{NB}«Б»);",
        f"1.2. за наставником Преображенской-Воздвиженской Анастасией-Викторией Святославовной (10{NB}«А») – "
        f"Преображенскую-Воздвиженскую Анастасию-Викторию Святославовну (7{NB}«В»);",
        f"1.3. за наставником Львом Львом Львовичем, учителем математики, – Ли Яна (5{NB}«А»).",
    ]


def test_order_goes_on_with_coordinator_control_and_basis():
    text = lines(order_document(samples.order()))

    start = text.index("2. Назначить куратором программы Петрову Ольгу Ильиничну, заместителя директора по воспитательной работе.")  # noqa: E501  # fmt: skip
    assert text[start + 1 :] == [
        f"3. Куратору Петровой{NB}О.{NB}И.:",
        "3.1. ознакомить участников с приказом;",
        "3.2. вести учёт встреч.",
        "4. Наставникам составить планы работы до 10.10.2025.",
        "5. Контроль за исполнением приказа оставляю за собой.",
        "Основание:",
        "письменные согласия участников и родителей.",
        "С приказом ознакомлены:",
    ]


def test_order_carries_letterhead_number_date_place_and_grounds():
    document = order_document(samples.order())
    text = lines(document)

    assert text[:6] == [
        "Управление образования администрации города Заозёрска",
        samples.LONG_INSTITUTION.replace("№ ", f"№{NB}").replace("В. С. ", f"В.{NB}С.{NB}").replace("г. ", f"г.{NB}"),
        f"(МБОУ «СОШ №{NB}17»)",
        f"000017, г.{NB}Заозёрск, ул.{NB}Школьная, д.{NB}17",
        "тел. (000) 000-00-17, school17@example.org",
        "ПРИКАЗ",
    ]
    assert cells(document.tables[0]) == [[f"25{NB}сентября 2025{NB}г.", f"г.{NB}Заозёрск", f"№{NB}42\u2011ОД"]]
    assert text[6:10] == [
        "О закреплении наставнических пар",
        "Для организации работы по программе наставничества «Старшие – младшим», на основании следующих документов:",
        "распоряжение об утверждении целевой модели наставничества;",
        "положение о наставничестве школы.",
    ]


def test_order_table_names_each_pair_with_form_kind_and_term():
    table = order_document(samples.order()).tables[1]

    assert cells(table)[0] == ["№", "Наставник", "Наставляемый", "Форма", "Вид", "Срок"]
    assert cells(table)[3:] == [
        ["3", f"{samples.LONG_NAME}\n10{NB}«А»", f"{samples.LONG_NAME}\n7{NB}«В»"]
        + ["ученик – ученик", "индивидуальное", f"с{NB}01.10.2025 по{NB}31.05.2026"],
        ["4", "Лев Лев Львович\nучитель математики", f"Ли Ян\n5{NB}«А»"]
        + ["ученик – ученик", "индивидуальное", f"с{NB}01.10.2025 по{NB}31.05.2026"],
    ]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert all("cantSplit" in row._tr.xml for row in table.rows)


def test_order_is_signed_by_the_head_and_read_by_coordinator_and_mentors():
    document = order_document(samples.order())

    assert cells(document.tables[2]) == [["Директор", "", f"А.{NB}К.{NB}Верхнекамская-Ильинская"]]
    assert [row[0] for row in cells(document.tables[3])] == [
        f"Петрова{NB}О.{NB}И.",
        f"Воронов{NB}Я.{NB}Р.",
        f"Преображенская-Воздвиженская{NB}А.-В.{NB}С.",
        f"Лев{NB}Л.{NB}Л.",
    ]


def test_one_pair_is_one_sentence_and_control_may_be_given_away():
    text = lines(order_document(samples.order(pairs=[samples.order().pairs[0]], controller=samples.COORDINATOR)))

    assert (
        "1. Закрепить по программе наставничества «Старшие – младшим» за наставником "
        f"Вороновым Яковом Романовичем (9{NB}«А») – Черных Полину Сергеевну (6{NB}«Б»)."
    ) in text
    assert (
        "5. Контроль за исполнением приказа возложить на заместителя директора по воспитательной работе "
        f"Петрову{NB}О.{NB}И."
    ) in text


def test_items_end_with_one_stop_and_keep_the_stop_of_an_initial():
    built = appointment_order.build(samples.order(basis=["заявление Петровой О. И.", "согласие;", "приказ."]))

    [_, basis, *_] = built.section("signatures").blocks
    assert basis.items == ("заявление Петровой О. И.;", "согласие;", "приказ.")


def test_long_list_is_given_by_the_table_alone():
    document = order_document(samples.large_order(30))

    assert "1. Закрепить по программе наставничества «Старшие – младшим» за наставниками наставляемых согласно таблице:" in lines(document)  # noqa: E501  # fmt: skip
    assert len(document.tables[1].rows) == 31
    assert len(document.tables[3].rows) == 16  # coordinator and fifteen namesakes


def test_draft_leaves_number_and_date_to_be_written_by_hand():
    head = cells(order_document(samples.order(number="", day=None)).tables[0])

    assert head == [["«___» ____________ 20___ г.", f"г.{NB}Заозёрск", f"№{NB}________"]]


def test_order_without_pairs_is_refused():
    with pytest.raises(ValueError, match="at least one pair"):
        appointment_order.build(samples.order(pairs=[]))


def test_building_notes_the_names_that_are_bent_and_what_is_doubtful_there():
    doubtful = samples.Participant(samples.FullName("Сердюк", "Саша"))
    with noting() as bent:
        appointment_order.build(samples.order(pairs=[samples.pair(samples.MENTOR, doubtful)]))

    assert [(str(one.name), one.case, one.doubts) for one in bent if one.doubts] == [
        ("Сердюк Саша", "accusative", ("gender_unknown",))
    ]
    with noting() as bent:
        appointment_order.build(samples.order())
    assert [one for one in bent if one.doubts] == []


def test_report_shows_what_each_figure_was_counted_of():
    document = report_document(samples.report())

    assert cells(document.tables[0])[1:] == [
        ["Работают в парах", f"98 из 120 (82{NB}%)", "120", "29.05.2026"]
        + ["участники, у которых есть действующая пара, из всех записанных"],
        ["Ждут наставника", f"0 из 120 (0{NB}%)", "120", "29.05.2026", "записанные без пары"],
    ]
    assert cells(document.tables[1])[1:] == [
        ["Состоялось встреч", f"1{NB}412", f"1{NB}412", "29.05.2026", "встречи с отметкой «состоялась»"],
        ["Встречались в мае", "нет данных", "98", "29.05.2026", "пары хотя бы с одной встречей за месяц"],
    ]
    assert [row[:4] for row in cells(document.tables[3])[1:]] == [
        ["Ученик – ученик", "Работают в парах", f"78 из 90 (87{NB}%)", "90"],
        ["", "Состоялось встреч", f"1{NB}412", f"1{NB}412"],
        ["Педагог – обучающийся", "Работают в парах", f"20 из 30 (67{NB}%)", "30"],
        ["", "Состоялось встреч", "нет данных", "нет данных"],
    ]


def test_withheld_figure_tells_neither_share_nor_size():
    document = report_document(samples.report())

    assert cells(document.tables[2])[1][:3] == ["Завершили по плану", "меньше 5, не показываем", "< 5"]


def test_share_of_nothing_is_no_data():
    figure = programme_report.Figure("", "", 0, 0)

    assert (figure.text, figure.n) == ("нет данных", "0")


@pytest.mark.parametrize(("numerator", "said"), [(0, 0), (1, 1), (100, 8), (102, 9), (1199, 99), (1200, 100)])
def test_percentages_say_all_and_nobody_only_where_it_is_so(numerator, said):
    assert programme_report.Figure("", "", numerator, 1200).text.endswith(f"из 1{NB}200 ({said}{NB}%)")


def test_report_never_claims_a_cause():
    assert "благодаря" not in " ".join(lines(report_document(samples.report()))).lower()


@pytest.mark.parametrize(
    "payload", ["{{ 7 * 7 }}", "{% for x in pairs %}", "<w:p>&amp;</w:p>", "«ёлочки» & <x>", "${7*7}"]
)
def test_payload_in_data_stays_text(payload):
    context = samples.order(programme=payload)

    text = lines(order_document(context))

    assert f"1. Закрепить по программе наставничества {quoted(payload)}:" in text


def test_control_characters_do_not_break_the_file():
    text = lines(order_document(samples.order(title="О закре\x00плении\x0b\x1b пар\x0c")))

    assert "О закреплении пар" in text


def test_line_break_in_data_stays_a_line_break():
    assert "О закреплении\nпар" in lines(order_document(samples.order(title="О закреплении\nпар")))


def test_same_context_gives_the_same_bytes():
    first = render(appointment_order.build(samples.order()), "docx")
    second = render(appointment_order.build(samples.order()), "docx")

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 9, 25, 0, 0, 0)}
    properties = Document(io.BytesIO(first)).core_properties
    assert properties.title == "Приказ № 42-ОД. О закреплении наставнических пар"
    assert (properties.author, properties.created.date()) == ("МБОУ «СОШ № 17»", date(2025, 9, 25))


def test_own_template_gives_no_pdf():
    with pytest.raises(NoSuchFormat):
        render(programme_report.build(samples.report()), "pdf", template=b"PK")


def test_a_number_is_not_broken_at_its_hyphen_and_other_words_keep_theirs():
    assert unbroken("от 1 мая № 14-а-1, по-русски") == "от 1 мая № 14\u2011а\u20111, по-русски"
