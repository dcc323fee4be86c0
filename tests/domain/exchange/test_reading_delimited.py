"""Text tables: old encodings, separators, quotes."""

import pytest

from nastavnik.domain.exchange.errors import UnreadableFile

from .files import ANNA, HEADINGS, PETR, csv, read

ROWS = (HEADINGS, ANNA, PETR, ("Щербаков Юрий Ёжикович", "05.05.2012", "8Б"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251", "koi8-r", "cp866"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_usual_encoding_and_separator(encoding, separator):
    reading = read(csv(ROWS, separator=separator, encoding=encoding))

    assert [(record.row, record.name, record.study_group) for record in reading.records] == [
        (2, ANNA[0], "8Б"),
        (3, PETR[0], "7А"),
        (4, "Щербаков Юрий Ёжикович", "8Б"),
    ]


def test_a_short_list_in_two_bytes_a_letter_may_hold_marks_of_other_pages():
    text = "ШКОЛА «ВЕСНА» «Ё» – « » № 0\nФ.И.О.,Класс,Отзыв\nНосов Пётр Олегович,7А,–\n"

    reading = read(text.encode("utf-16-le"))

    assert [record.name for record in reading.records] == ["Носов Пётр Олегович"]


@pytest.mark.parametrize(
    "content",
    [
        "名前;クラス\r\n田中 花子;八年\r\n".encode("shift-jis"),
        "Prénom;Élève\r\nÉléonore Lefèvre;Cinquième\r\n".encode("latin-1"),
        "ФИО;Класс\r\nКоролёва Анна;8Б\r\n".encode()[:-6] + b"\xff\xd0\x8f\xc0\xc1\xf5" * 30,
    ],
)
def test_an_unknown_encoding_is_refused(content):
    with pytest.raises(UnreadableFile) as refusal:
        read(content)

    assert refusal.value.code in {"unknown_encoding", "not_a_table"}


def test_upper_case_windows_1251_is_recognised():
    reading = read(csv([("ФИО", "КЛАСС"), ("КОРОЛЁВА АННА ИЛЬИНИЧНА", "8Б")], encoding="windows-1251"))

    assert reading.records[0].name == "Королёва Анна Ильинична"


def test_commas_of_prose_are_no_separators():
    reading = read("Фамилия, имя, отчество|Согласие|Интересы\nНосов Пётр|Нет|алгебра, шахматы, труд\n".encode())

    assert [(record.name, record.consent) for record in reading.records] == [("Носов Пётр", False)]


def test_latin_look_alikes_do_not_hide_windows_1251():
    reading = read(csv([("ФИO", "Kлacc"), ("Mерцapовa Oлеcя", "8Б"), ("Cажневкo Aннa", "8Б")], encoding="windows-1251"))

    assert [record.name for record in reading.records] == ["Мерцарова Олеся", "Сажневко Анна"]


def test_quoted_cells_keep_separators_and_line_breaks():
    content = 'ФИО;Интересы\r\n"Королёва\nАнна";"шахматы; театр"\r\nНосов Пётр;чтение\r\n'.encode()

    reading = read(content)

    assert [(record.row, record.name) for record in reading.records] == [(2, "Королёва Анна"), (3, "Носов Пётр")]
    assert reading.records[0].interests == ("шахматы", "театр")


def test_excels_separator_line_is_no_row():
    reading = read(b"sep=,\r\n" + csv(ROWS, separator=","))

    assert reading.records[0].row == 2


def test_a_quote_never_closed_is_refused_with_its_row():
    content = csv([HEADINGS, ANNA]) + ('"' + "а" * 40_000).encode()

    with pytest.raises(UnreadableFile) as refusal:
        read(content)

    assert refusal.value.code == "unclosed_quote"


def test_prose_is_no_table():
    with pytest.raises(UnreadableFile) as refusal:
        read("Дорогие коллеги!\nПросим прислать списки до пятницы.\nСпасибо.\n".encode())

    assert refusal.value.code in {"not_a_table", "no_headings"}
