"""An institution's own DOCX in place of our page."""

import io

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from nastavnik.domain.documents.kinds import KINDS, kind_of
from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused
from nastavnik.domain.documents.rendering.own_template import (
    COMMON,
    check_template,
    fields_of,
    unknown_fields,
    values_of,
)
from nastavnik.domain.documents.rendering.papers import render
from nastavnik.domain.documents.rendering.text import blocks_text
from tests.domain.documents.rendering.reading import docx_words, words
from tests.domain.documents.samples import SAMPLES

ORDER = kind_of("appointment_order")
SAMPLED = [kind for kind in KINDS if kind.code in SAMPLES]


@pytest.fixture(scope="module")
def order():
    return ORDER.build(SAMPLES["appointment_order"])


def template(*lines: str, header: str = "", change=None) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if change:
        change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def filled(paper, *lines, **about):
    return Document(io.BytesIO(render(paper, "docx", template=template(*lines, **about))))


def refusal(data: bytes, kind=ORDER) -> tuple[str, dict]:
    with pytest.raises(TemplateRefused) as caught:
        check_template(data, kind)
    return caught.value.code, caught.value.params


def test_the_whole_text_stands_in_place_of_body(order):
    data = render(order, "docx", template=template("Приказ {{ number }} от {{ date }}", "{{ body }}", "Конец"))

    body = [line for section in order.sections for line in blocks_text(section.blocks)]
    assert docx_words(data) == words([f"Приказ {order.number} от {order.date}", *body, "Конец"])


def test_one_section_may_stand_alone_and_inside_a_table(order):
    def with_table(document):
        document.add_table(1, 1).rows[0].cells[0].paragraphs[0].text = "{{ section_points }}"

    document = filled(order, "{{ section_preamble }}", change=with_table)

    assert document.paragraphs[0].text.startswith("Для организации работы")
    [cell] = document.tables[0].rows[0].cells
    assert cell.paragraphs[0].text.startswith("2. Назначить куратором программы")


def test_single_values_stand_in_headers_too(order):
    document = filled(order, "{{ head_post }} {{ head_name }}", header="{{ letterhead_full_name }}")

    assert document.paragraphs[0].text == "Директор А.\u00a0К.\u00a0Верхнекамская-Ильинская"
    assert document.sections[0].header.paragraphs[0].text == order.letterhead["full_name"]


def test_the_institutions_own_styles_win_by_name(order):
    def own_style(document):
        style = document.styles.add_style("Пункт", WD_STYLE_TYPE.PARAGRAPH)
        style.font.name = "Arial"

    document = filled(order, "{{ body }}", change=own_style)

    point = next(line for line in document.paragraphs if line.text.startswith("2. Назначить"))
    assert (point.style.name, point.style.font.name) == ("Пункт", "Arial")
    assert next(line for line in document.paragraphs if line.text == "ПРИКАЗЫВАЮ:").style.name == "Ведущая строка"


def test_the_same_paper_and_template_give_the_same_bytes(order):
    own = template("{{ body }}")

    assert render(order, "docx", template=own) == render(order, "docx", template=own)


@pytest.mark.parametrize("kind", SAMPLED, ids=lambda kind: kind.code)
def test_every_field_that_is_promised_can_be_filled(kind):
    paper = kind.build(SAMPLES[kind.code])
    sections = {f"section_{section.code}" for section in paper.sections}

    promised = set(fields_of(kind))
    assert {name for name in promised if not name.startswith("section_")} <= set(values_of(paper))
    assert {name for name, _ in kind.named} <= set(paper.named)
    assert set(paper.named) <= promised
    assert not kind.sections or sections <= promised


def test_officials_are_named_in_every_paper():
    for kind in SAMPLED:
        paper = kind.build(SAMPLES[kind.code])
        assert values_of(paper)["head_name"] == "А.\u00a0К.\u00a0Верхнекамская-Ильинская", kind.code


def test_fields_of_a_good_template_are_found():
    good = template("{{ number }}, {{ letterhead_full_name }}", "{% if city %}{{ city }}{% endif %}", "{{ body }}")

    assert check_template(good, ORDER) == ("body", "city", "letterhead_full_name", "number")


def test_all_unknown_fields_are_named_before_it_is_accepted():
    bad = template("{{ nomer }} {{ number }}", header="{{ director.name }}")

    assert unknown_fields(bad, ORDER) == ("director", "nomer")
    assert refusal(bad) == ("unknown_fields", {"fields": "director, nomer", "count": 2})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MZ\x90\x00\x03" + b"\x00" * 200, "not_docx"),
        (template("Просто бланк"), "no_fields"),
        (template("{{ body.__class__ }}"), "unsafe_expression"),
        (template("{{ ''.__class__.__mro__ }}"), "unsafe_expression"),
        (template("{% for x in body %}"), "syntax"),
        (template("Текст: {{ body }}"), "inside_line"),
        (template("{{ number }}", header="{{ body }}"), "inside_line"),
        (template("{{ section_points }} и {{ number }}"), "inside_line"),
    ],
    ids=["renamed program", "no fields", "code", "code of a constant", "syntax", "text before", "header", "text after"],
)
def test_a_template_that_cannot_be_used_is_refused_at_once(data, code):
    assert refusal(data)[0] == code


def test_what_every_paper_has_is_a_word_or_a_mark(order):
    values = values_of(order)

    assert set(COMMON) <= set(values)
    assert all(isinstance(value, str) for value in values.values())
