"""What is no readable table gets a clear sentence, in time, and nothing is half done."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nastavnik.domain.exchange import reading
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import REFUSALS, refusal
from nastavnik.domain.exchange.reading.table import read_table

from . import files
from .files import ANNA, HEADINGS

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = files.xlsx([HEADINGS, ANNA])


def code_of(content: bytes, name: str = "список.xlsx") -> str:
    """The code of the refusal, which must come within a second and have a sentence."""
    started = time.perf_counter()
    with pytest.raises(UnreadableFile) as caught:
        read_table(content, name)
    assert time.perf_counter() - started < 1 or caught.value.code == "too_heavy"
    assert refusal(caught.value).endswith(".")
    assert "%(" not in refusal(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture"),
        (b"GIF89a" + b"\0" * 50, "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "picture"),
        (b"%PDF-1.7\n" + b"\xe2\xe3" * 20, "pdf"),
        (b"Rar!\x1a\x07\x01\0", "archive"),
        (b"\x1f\x8b\x08\0" + b"\0" * 50, "archive"),
        (b"{\\rtf1\\ansi}", "word_document"),
        (b"<html><table><tr><td>\xd4\xc8\xce</td></tr></table></html>", "web_page"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html></html>", "web_page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "xml_table"),
        (b"MZ\x90\0\x03" + bytes(range(256)), "not_a_table"),
        (bytes(range(256)) * 4, "not_a_table"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "word_document"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "broken"),
        (COMPOUND, "not_a_table"),
        (b"PK\x03\x04" + b"\0" * 100, "broken"),
        (GOOD[:-40], "broken"),
        (GOOD[: len(GOOD) // 2], "broken"),
        (files.container({"word/document.xml": "<w/>"}), "word_document"),
        (files.container({"ppt/presentation.xml": "<p/>"}), "presentation"),
        (files.container({"xl/workbook.bin": b"\1"}), "binary_workbook"),
        (files.container({"Index/Document.iwa": b"\1"}), "numbers_document"),
        (files.container({"readme.txt": "список"}), "archive"),
        (files.container({"дети.xlsx": GOOD}), "archive_of_tables"),
        (files.container({"mimetype": "application/vnd.oasis.opendocument.text"}), "word_document"),
        (files.xlsx([]), "empty_sheet"),
        (files.xlsx([(None, "  ")]), "empty_sheet"),
        (files.workbook({"Лист": [], "Дети": [HEADINGS, ANNA]}, hidden=["Дети"]), "hidden_only"),
        (files.xlsx([ANNA, ANNA]), "no_headings"),
    ],
)
def test_what_is_no_table_is_named(content, code):
    assert code_of(content) == code


def test_the_name_of_the_file_decides_nothing():
    assert read_table(GOOD, "фото.png").kind == "xlsx"
    assert code_of(b"\x89PNG\r\n\x1a\n", "список.xlsx") == "picture"


def test_two_hundred_megabytes_are_refused_unread():
    assert code_of(bytes(200 * 1024 * 1024)) == "too_big"


def test_sentences_name_the_next_step():
    assert refusal(UnreadableFile("too_big", limit=20)) == (
        "Файл больше 20 МБ. Сохраните один лист отдельным файлом и загрузите снова."
    )
    assert refusal(UnreadableFile("picture")) == ("Это не таблица, а картинка. Нужен файл .xlsx, .xls, .ods или .csv.")


def test_a_file_of_the_largest_allowed_size_is_read_within_the_limits():
    rows = [HEADINGS, *[(f"Королёва Анна {number}", "14.03.2012", "8Б") for number in range(19_999)]]

    assert len(read_table(files.csv(rows)).rows) == 19_999


def test_every_refusal_of_the_code_has_a_sentence():
    sources = "\n".join(path.read_text() for path in Path(reading.__file__).parent.rglob("*.py"))
    raised = set(re.findall(r'UnreadableFile\(\s*"(\w+)"', sources)) | set(re.findall(r'else "(\w+)"\)', sources))
    raised |= {"too_heavy"} & set(re.findall(r'"refusal": "(\w+)"', sources))

    assert raised == set(REFUSALS)


def test_reading_needs_no_django():
    program = (
        "import sys; sys.path.insert(0, 'src')\n"
        "from nastavnik.domain.exchange.reading import people, table\n"
        "from nastavnik.domain.exchange.reading.report import to_json\n"
        "from datetime import date\n"
        "content = open('tests/data/mentees.xlsx', 'rb').read()\n"
        "reading = people.read_people(table.read_table(content), 'mentee', {'B': None}, as_of=date(2026, 11, 23))\n"
        "print(to_json(reading)['issues'][0]['message'])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )

    assert done.stdout.startswith("Нет столбца с именем. Есть: № п/п, ФИО наставляемого")
