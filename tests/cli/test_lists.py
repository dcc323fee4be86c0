"""`people import`: any list of a school as JSON, its sheets beside it."""

import json

from tests.cli.terminal import nastavnik
from tests.domain.exchange.files import ANNA, HEADINGS, PETR, workbook

PAIRS = [("Наставник", "Наставляемый", "Форма", "Период"), ("Панова Анна", "Носов Пётр", "учитель–ученик", "2026/27")]
SCHOOL = {"Дети": [HEADINGS, ANNA, PETR], "Пары": PAIRS, "Старое": [HEADINGS, ANNA]}


def test_a_sheet_is_read_by_its_role_or_its_name_and_a_wrong_name_is_answered(tmp_path):
    path = tmp_path / "школа.xlsx"
    path.write_bytes(workbook(SCHOOL, hidden=["Старое"]))

    def run(*words):
        return nastavnik("people", "import", path, *words, "--dry-run", "--json", data=tmp_path / "data")

    pairs, guessed, wrong = run("--role", "pairs"), run("--role", "auto"), run("--role", "mentee", "--sheet", "Класс")

    found = json.loads(pairs.stdout)
    assert found["pairs"] == [
        {
            "row": 2,
            "mentors": ["Панова Анна"],
            "mentees": ["Носов Пётр"],
            "format": "teacher_student",
            "starts_on": "2026-09-01",
            "ends_on": "2027-05-31",
        }
    ]
    assert found["sheets"] == [
        {"name": "Дети", "hidden": False, "rows": 2, "role": "mentee"},
        {"name": "Пары", "hidden": False, "rows": 1, "role": "pairs"},
        {"name": "Старое", "hidden": True, "rows": 1, "role": "mentee"},
    ]
    found = json.loads(guessed.stdout)
    assert (found["role"], found["sheet"], [one["name"] for one in found["records"]]) == (
        "mentee",
        "Дети",
        [ANNA[0], PETR[0]],
    )
    assert (wrong.returncode, wrong.stderr.splitlines()[0]) == (
        2,
        "■ школа.xlsx: Листа «Класс» в файле нет. Есть листы: «Дети», «Пары». Назовите один из них.",
    )
    assert not (tmp_path / "data").exists()
