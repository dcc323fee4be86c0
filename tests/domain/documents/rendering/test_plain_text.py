import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.documents.rendering.blocks import (
    Bullets,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Point,
    Points,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.plain_text import from_text, to_text
from tests.effort import examples

TABLE = Table((Column("№", 1), Column("Кто", 3)), (("1", "Черных П."),))
words = st.text(st.sampled_from("абвЁ№.-–*#[]\\ 12\u00a0"), min_size=1, max_size=30).map(str.strip).filter(bool)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
paragraphs = st.builds(Paragraph, lines, bold=st.booleans())
headings = st.builds(Heading, words.map(lambda text: f"Г{text}"), st.sampled_from([1, 2, 3]))
bullets = st.builds(Bullets, st.lists(lines, min_size=1, max_size=3).map(tuple))


@st.composite
def points(draw):
    first = draw(st.integers(1, 12))
    return Points(
        tuple(
            Point(
                f"{number}.",
                draw(lines),
                tuple(Point(f"{number}.{part}.", draw(lines)) for part in range(1, 1 + draw(st.integers(0, 2)))),
            )
            for number in range(first, first + draw(st.integers(1, 3)))
        )
    )


def apart(blocks):
    """No two lists of a kind beside each other: such are one list to who reads."""
    return [
        block
        for number, block in enumerate(blocks)
        if not number or type(block) is Paragraph or type(block) is not type(blocks[number - 1])
    ]


sections = st.lists(st.one_of(paragraphs, headings, bullets, points()), max_size=6).map(apart)


@given(sections)
@settings(max_examples=examples(500))
def test_blocks_come_back_from_their_lines(section):
    assert from_text(to_text(section)) == tuple(section)


@given(st.text(st.sampled_from("а1.-*#[]\\ \n"), max_size=60))
@settings(max_examples=examples(500))
def test_whatever_is_typed_settles_at_once(text):
    read = from_text(text)

    assert from_text(to_text(read)) == read


def test_marks_are_read_as_they_are_described():
    opening = "# Цели\nПервый абзац\nс переносом\n\n1. Назначить:\n1.1. куратора;\n1.2. экспертов.\n\n"

    assert from_text(opening + "2. Довести.\n- один;\n— два.") == (
        Heading("Цели", 1),
        Paragraph("Первый абзац\nс переносом"),
        Points(
            (
                Point("1.", "Назначить:", (Point("1.1.", "куратора;"), Point("1.2.", "экспертов."))),
                Point("2.", "Довести."),
            )
        ),
        Bullets(("один;", "два.")),
    )


@pytest.mark.parametrize("line", ["01.09.2026 начинается работа", "2026 год", "1.5 часа в неделю", "#наставник"])
def test_a_date_or_a_number_begins_no_point(line):
    assert from_text(line) == (Paragraph(line),)


def test_what_comes_from_rows_is_kept_in_its_place():
    section = (Paragraph("До"), TABLE, Paragraph("После"), Signatures((("Директор", "А. К. Лев"),)))

    text = to_text(section)

    assert text == "До\n\n[таблица]\n\nПосле\n\n[подписи]"
    assert from_text(text.replace("До", "Иначе"), section) == (Paragraph("Иначе"), *section[1:])


def test_a_table_whose_mark_was_deleted_comes_last_and_a_foreign_mark_gives_nothing():
    assert from_text("Слова\n\n[подписи]", (TABLE, PageBreak())) == (Paragraph("Слова"), TABLE, PageBreak())
