"""`nastavnik name`: six cases for programs and for people, a sentence where there is no name, no database."""

import json

from tests.cli.terminal import nastavnik


def test_a_name_in_six_cases_for_programs(tmp_path):
    process = nastavnik("name", "Заяц Лев Кузьмич", "--json", data=tmp_path / "data")

    assert (process.returncode, process.stderr) == (0, "")
    assert list(json.loads(process.stdout).items()) == [
        ("gender", "male"),
        ("nominative", "Заяц Лев Кузьмич"),
        ("genitive", "Зайца Льва Кузьмича"),
        ("dative", "Зайцу Льву Кузьмичу"),
        ("accusative", "Зайца Льва Кузьмича"),
        ("instrumental", "Зайцем Львом Кузьмичом"),
        ("prepositional", "Зайце Льве Кузьмиче"),
        ("certain", True),
    ]
    assert "Заяц" in process.stdout
    assert not (tmp_path / "data").exists()


def test_a_gender_nobody_can_tell_is_asked_for(tmp_path):
    unknown = json.loads(nastavnik("name", "Сердюк Женя", "--json", data=tmp_path).stdout)
    stated = json.loads(nastavnik("name", "Сердюк", "Женя", "--gender", "female", "--json", data=tmp_path).stdout)

    assert (unknown["gender"], unknown["dative"], unknown["certain"]) == (None, "Сердюк Женя", False)
    assert (stated["gender"], stated["dative"], stated["certain"]) == ("female", "Сердюк Жене", True)


def test_a_table_for_people_says_what_is_not_certain(tmp_path):
    process = nastavnik("name", "Кваша Илья Лукич", data=tmp_path)

    lines = process.stdout.splitlines()
    assert lines[2] == "кому?         Кваше Илье Лукичу"
    assert lines[-1] == "■ Окончание творительного падежа зависит от ударения: сверьте."


def test_no_name_is_answered_with_a_sentence(tmp_path):
    process = nastavnik("name", "", data=tmp_path)

    assert (process.returncode, process.stdout) == (2, "")
    assert process.stderr == '■ Имени нет. Напишите так: nastavnik name "Фамилия Имя Отчество".\n'
