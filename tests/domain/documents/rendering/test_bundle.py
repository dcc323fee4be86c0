"""Archives whose names open on every system."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.domain.documents.rendering.bundle import LONGEST, safe_name, zipped

DAY = date(2026, 11, 23)


def read(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("26/1 Воронова П. Р.", "26-1 Воронова П. Р"),
        ('  «Наш "друг"»: что? ', "«Наш -друг-»- что-"),
        ("Отчёт...", "Отчёт"),
        ("con", "_con"),
        ("NUL.2026", "_NUL.2026"),
        ("контора", "контора"),
        ("а\nб\tв", "а б в"),
        ("...", "_"),
        ("Мии\u0306", "Мий"),
    ],
)
def test_a_name_that_windows_takes(text, name):
    assert safe_name(text) == name


@given(st.text(max_size=400))
def test_whatever_the_words_the_name_is_safe_and_settled(text):
    name = safe_name(text)

    assert 0 < len(name) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or not any(ord(sign) < 32 for sign in name)
    assert name == name.strip(" .")
    assert safe_name(name) == name


def test_equal_names_are_told_apart_also_by_case():
    data = zipped([("PDF/1 Лев.pdf", b"a"), ("PDF/1 лев.pdf", b"b"), ("PDF/1 Лев.pdf", b"c"), ("x", b"d")], DAY)

    assert read(data) == {"PDF/1 Лев.pdf": b"a", "PDF/1 лев (2).pdf": b"b", "PDF/1 Лев (3).pdf": b"c", "x": b"d"}


def test_the_same_files_give_the_same_bytes():
    files = [("PDF/1.pdf", b"a"), ("DOCX/1.docx", b"b")]

    assert zipped(files, DAY) == zipped(iter(files), DAY)
    assert zipped(files, DAY) != zipped(files, date(2026, 11, 24))
