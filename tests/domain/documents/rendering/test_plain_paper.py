import json

import pytest

from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Bullets,
    Cell,
    Column,
    Columns,
    Fields,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Point,
    Points,
    Section,
    Signatures,
    Stamp,
    Table,
)
from nastavnik.domain.documents.rendering.plain_paper import from_plain, to_plain

EVERY_BLOCK = (
    Heading("Общие положения", 2),
    Paragraph("Слова", align="centre", bold=True, indent=False, small=True),
    Points((Point("1.", "Назначить:", (Point("1.1.", "куратора."),)),)),
    Bullets(("один;", "два.")),
    Table((Column("№", 1, "centre"), Column("Кто", 3)), (("1", Cell("Черных П.", "6 «Б»")),), "Пары"),
    Fields((("Фамилия", ""), ("Класс", "6 «Б»"))),
    Blank(2),
    Columns((Paragraph("Школа"),), (Paragraph("Партнёр"), Blank(1))),
    Signatures((("Директор", "А. К. Лев"),), "Ознакомлены:", dated=True),
    PageBreak(),
)
PAPER = Paper(
    heading="ПОЛОЖЕНИЕ",
    title="о наставничестве",
    sections=(Section("text", "Текст", EVERY_BLOCK), Section("more", "Ещё", (), is_editable=False)),
    letterhead={"full_name": "Школа № 17"},
    stamp=Stamp(("Приложение 1", "к приказу")),
    properties={"title": "Положение", "author": "Школа", "day": "2026-09-01"},
    named={"programme": "Старшие – младшим"},
)


def test_a_paper_comes_back_from_json():
    assert from_plain(json.loads(json.dumps(to_plain(PAPER)))) == PAPER


def test_what_xml_forbids_is_left_out():
    kept = to_plain(Paper("ПРИКАЗ", "о закре\x00плении\x0b", ()))

    assert kept["title"] == "о закреплении"


def test_objects_are_refused():
    with pytest.raises(TypeError):
        to_plain(Paper("ПРИКАЗ", object(), ()))


def test_other_data_is_no_paper():
    with pytest.raises(ValueError, match="no paper"):
        from_plain({"preamble": "Для организации работы"})
