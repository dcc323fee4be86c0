"""`nastavnik quick` as a coordinator runs it: four papers or none, no names in the proof, no database."""

import hashlib
import json
import zipfile

import openpyxl
import pytest

from tests.cli.terminal import DATA, nastavnik

MENTEES, MENTORS = DATA / "mentees.xlsx", DATA / "mentors.xlsx"
AS_OF = ("--as-of", "2026-11-23")


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quick")
    process = nastavnik("quick", MENTEES, MENTORS, "--out", folder / "out", *AS_OF, data=folder / "data")
    return process, folder


def proof(folder):
    return json.loads((folder / "certificate.json").read_text(encoding="utf-8"))


def test_the_lists_of_the_school_are_matched_and_proved(done):
    process, folder = done

    assert (process.returncode, process.stderr) == (0, "")
    found = proof(folder / "out")
    assert list(found) == [
        "mentees", "eligible", "places", "matched", "levels", "objective", "dual_bound", "gap",
        "left_out", "warnings", "input_sha256",
    ]  # fmt: skip
    assert (found["mentees"], found["eligible"], found["gap"]) == (120, 84, 0)
    assert found["matched"] + len(found["left_out"]) == found["mentees"]
    assert all(level["value"] == level["bound"] for level in found["levels"])
    assert found["objective"] == found["dual_bound"] == found["levels"][-1]["value"]
    assert found["input_sha256"] == {
        "mentees": hashlib.sha256(MENTEES.read_bytes()).hexdigest(),
        "mentors": hashlib.sha256(MENTORS.read_bytes()).hexdigest(),
    }


def test_all_papers_are_there_and_for_their_owner_alone(done):
    out = done[1] / "out"

    assert sorted(path.name for path in out.iterdir()) == [
        "certificate.json", "explanation.html", "order.docx", "pairs.xlsx",
    ]  # fmt: skip
    assert {path.stat().st_mode & 0o077 for path in out.iterdir()} == {0}


def test_nobody_without_a_parents_consent_is_in_a_pair(done):
    sheet = openpyxl.load_workbook(MENTEES).active
    consents = {
        number: row[-1] for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if 3 <= number <= 126
    }
    repeats = {43, 81, 114, 123}
    left_out = {one["row"] for one in proof(done[1] / "out")["left_out"]}

    paired = set(consents) - left_out - repeats

    assert (len(paired), {consents[row].strip().lower() for row in paired}) == (84, {"да"})
    book = openpyxl.load_workbook(done[1] / "out" / "pairs.xlsx")
    named = sorted(row[0] for row in book["Пары"].iter_rows(min_row=2, values_only=True))
    assert named == sorted(" ".join(sheet.cell(row, 2).value.split()) for row in paired)


def test_the_proof_holds_no_name(done):
    text = (done[1] / "out" / "certificate.json").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(MENTEES).active
    surnames = {str(row[1]).split()[0] for row in book.iter_rows(min_row=3, values_only=True) if row[1]}

    assert len(surnames) > 50
    assert not [surname for surname in surnames if surname in text]


def test_the_order_names_the_pairs(done):
    with zipfile.ZipFile(done[1] / "out" / "order.docx") as order:
        text = order.read("word/document.xml").decode()
    book = openpyxl.load_workbook(done[1] / "out" / "pairs.xlsx")
    surnames = [row[0].split()[0] for row in book["Пары"].iter_rows(min_row=2, values_only=True)]

    assert all(surname in text for surname in surnames)


def test_no_database_and_no_key_appear(done):
    assert not (done[1] / "data").exists()


def test_the_same_lists_give_the_same_papers(done, tmp_path):
    process = nastavnik("quick", MENTEES, MENTORS, "--out", tmp_path / "out", *AS_OF, "--json", data=tmp_path / "data")

    assert json.loads(process.stdout) == proof(done[1] / "out")
    for path in (done[1] / "out").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name


def test_without_a_consent_column_no_child_is_paired_and_that_is_said_first(tmp_path):
    book = openpyxl.load_workbook(MENTEES)
    sheet = book.active
    column = next(cell.column for row in sheet.iter_rows(max_row=5) for cell in row if "огласие" in str(cell.value))
    sheet.delete_cols(column)
    book.save(tmp_path / "mentees.xlsx")

    process = nastavnik("quick", tmp_path / "mentees.xlsx", MENTORS, "--out", tmp_path / "out", *AS_OF, data=tmp_path)

    assert process.returncode == 0
    assert process.stdout.startswith("■ В списке наставляемых нет столбца о согласии родителей")
    found = proof(tmp_path / "out")
    # One of the pupils is eighteen and needs nobody's consent.
    assert (found["eligible"], found["matched"], len(found["left_out"])) == (1, 1, 119)
    assert {one["code"] for one in found["left_out"]} == {"consent_missing"}
    page = (tmp_path / "out" / "explanation.html").read_text(encoding="utf-8")
    assert page.index("нет столбца о согласии") < page.index("Нет согласия на участие")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "Файла нет"),
        (b"", "Файл пустой"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "картинка"),
        (b"\x00" * (21 * 1024 * 1024), "Файл больше"),
        ("Фамилия;Имя\n".encode(), "нет ни одного человека"),
    ],
    ids=["missing", "empty", "picture", "large", "nobody"],
)
def test_a_list_that_cannot_be_read_is_refused_with_a_sentence_and_nothing_is_written(tmp_path, content, told):
    path = tmp_path / "list.csv"
    if content is not None:
        path.write_bytes(content)

    process = nastavnik("quick", path, MENTORS, "--out", tmp_path / "out", data=tmp_path / "data")

    assert process.returncode == 2
    assert told in process.stderr
    assert "Traceback" not in process.stderr
    assert (process.stdout, (tmp_path / "out").exists(), (tmp_path / "data").exists()) == ("", False, False)


def test_without_a_pair_there_is_no_order_and_an_old_one_goes(tmp_path):
    (tmp_path / "mentees.csv").write_text("ФИО;Дата рождения;Класс\nВымышленный Тимур;02.03.2014;5Б\n", "utf-8-sig")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "order.docx").write_text("of last week")

    process = nastavnik("quick", tmp_path / "mentees.csv", MENTORS, "--out", tmp_path / "out", *AS_OF, data=tmp_path)

    assert (process.returncode, "приказа нет" in process.stdout) == (0, True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "certificate.json", "explanation.html", "pairs.xlsx",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "out").write_text("here lies a file")

    process = nastavnik("quick", MENTEES, MENTORS, "--out", tmp_path / "out", *AS_OF, data=tmp_path)

    assert process.returncode == 2
    assert "Не удалось записать" in process.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
