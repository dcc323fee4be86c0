"""The roadmap as a paper, cell for cell."""

from dataclasses import replace

from nastavnik.domain.documents.kinds.roadmap import NOTHING_YET, build
from nastavnik.domain.documents.rendering.blocks import Cell, Heading, Paragraph, Table
from tests.domain.documents.samples.programmes import FRAME
from tests.domain.documents.samples.roadmap import SAMPLE


def tables(paper):
    return [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]


def test_stages_with_rows_are_tables_and_numbers_run_through():
    paper = build(SAMPLE)

    first, second = tables(paper)
    assert [block.text for part in paper.sections for block in part.blocks if isinstance(block, Heading)] == [
        "1. Подготовка условий",
        "2. Работа пар",
    ]
    assert [column.title for column in first.columns] == [
        "№", "Мероприятие, задача", "Срок", "Ответственные", "Ожидаемый результат, вид документа", "Ресурсы",
    ]  # fmt: skip
    assert first.rows == (
        (
            "1", Cell("Собрать рабочую группу, назначить куратора", "распределить работу"), "до 07.09.2026", "директор",
            Cell("известно, кто за что отвечает", "приказ о назначении куратора"),
            "кадровые: заместитель директора, педагог-психолог",
        ),
        ("2", Cell("Утвердить положение и дорожную карту"), "сентябрь 2026", "—", "приказ с приложениями", "—"),
    )  # fmt: skip
    assert [row[0] for row in second.rows] == ["3", "4"]


def test_an_appendix_takes_its_header_from_its_order_and_alone_it_leaves_room_for_the_head():
    appendix, alone = build(SAMPLE), build(replace(SAMPLE, frame=FRAME))

    assert appendix.landscape
    assert appendix.stamp.lines[0] == "Приложение 1"
    assert appendix.letterhead is None
    assert alone.stamp.lines[0] == "УТВЕРЖДАЮ"
    assert (alone.number, alone.date) == ("", "")


def test_without_resources_there_is_no_column_for_them_and_without_rows_no_table():
    stages = tuple(
        replace(stage, rows=tuple(replace(row, resources=()) for row in stage.rows)) for stage in SAMPLE.stages
    )

    assert {len(table.columns) for table in tables(build(replace(SAMPLE, stages=stages)))} == {5}
    bare = build(replace(SAMPLE, stages=()))
    assert tables(bare) == []
    assert bare.section("rows").blocks == (Paragraph(NOTHING_YET),)
