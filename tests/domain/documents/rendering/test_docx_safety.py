import io
import re
import zipfile

import pytest
from docx import Document

from nastavnik.domain.documents.kinds import appointment_order
from nastavnik.domain.documents.rendering.docx import render_docx
from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused, inspect_template
from nastavnik.domain.documents.rendering.papers import render
from tests.domain.documents.rendering import samples

MAIN = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def template(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as packed:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            packed.writestr(entry.filename, content)
    return target.getvalue()


def added(data: bytes, part: str, content: bytes) -> bytes:
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(part, content)
    return target.getvalue()


def refusal(data: bytes, **context) -> str:
    with pytest.raises(TemplateRefused) as caught:
        render_docx(data, context)
    return caught.value.code


def relationship(kind: str, target: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId99" Type="{office}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'


def test_a_paper_of_ours_may_be_made_a_template():
    assert inspect_template(render(appointment_order.build(samples.order()), "docx")) is None


@pytest.mark.parametrize(
    "expression",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ name.__class__ }}",
        "{{ name['__class__'] }}",
        "{{ name|attr('__class__') }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ range(100000000) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ name.upper() }}",
        "{% set x = name %}",
        "{% include 'other' %}",
        "{% import 'other' as other %}",
        "{% macro m() %}{% endmacro %}",
    ],
)
def test_expression_that_is_no_field_is_refused(expression):
    assert refusal(template(expression), name="Яков") == "unsafe_expression"


def test_loops_nested_too_deep_are_refused():
    opened = "".join(f"{{% for {letter} in rows %}}" for letter in "ab")

    assert refusal(template(opened + "{% endfor %}" * 2), rows=[1]) == "unsafe_expression"


def test_unknown_field_and_broken_syntax_are_named():
    assert refusal(template("{{ nobody }}")) == "unknown_field"
    assert refusal(template("{% for %}")) == "syntax"


def test_template_of_a_school_is_filled():
    data = render_docx(template("Приказ {{ number }}", "{% if named %}{{ name }}{% endif %}"), _said())

    assert [line.text for line in Document(io.BytesIO(data)).paragraphs] == ["Приказ № 1", "Ли Ян"]


def _said():
    return {"number": "№ 1", "named": True, "name": "Ли Ян"}


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame", "subDocument"])
def test_template_that_fetches_from_outside_is_refused(kind):
    reaching = relationship(kind, "http://192.0.2.1/x")

    assert refusal(changed(template("x"), RELATIONSHIPS, "</Relationships>", reaching)) == "external"


def test_hyperlink_of_a_letterhead_is_allowed_but_not_to_a_file():
    mail = changed(template("x"), RELATIONSHIPS, "</Relationships>", relationship("hyperlink", "mailto:a@example.org"))
    share = changed(template("x"), RELATIONSHIPS, "</Relationships>", relationship("hyperlink", "file://192.0.2.1/x"))

    assert render_docx(mail, {})[:2] == b"PK"
    assert refusal(share) == "external"


def test_macros_are_refused_by_part_and_by_type():
    assert refusal(added(template("x"), "word/vbaProject.bin", b"x")) == "macros"
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    ours = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert refusal(changed(template("x"), TYPES, ours, enabled)) == "macros"


def test_embedded_objects_are_refused():
    assert refusal(added(template("x"), "word/embeddings/oleObject1.bin", b"x")) == "foreign_content"
    assert refusal(changed(template("x"), MAIN, "<w:sectPr", '<w:altChunk r:id="rId1"/><w:sectPr')) == "foreign_content"


@pytest.mark.parametrize("pieces", [["DDEAUTO c:\\x"], ["INCLUDE", "TEXT x"], [" includepicture x"]])
def test_field_that_fetches_is_refused_even_in_pieces(pieces):
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)

    assert refusal(changed(template("x"), MAIN, "<w:sectPr", f"<w:p>{runs}</w:p><w:sectPr")) == "fetching_field"


def test_simple_field_that_fetches_is_refused():
    field = '<w:p><w:fldSimple w:instr="DDE x"/></w:p><w:sectPr'

    assert refusal(changed(template("x"), MAIN, "<w:sectPr", field)) == "fetching_field"


def test_entities_are_refused():
    bomb = "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document"

    assert refusal(changed(template("x"), MAIN, "<w:document", bomb)) == "entities"


def test_what_is_no_docx_or_too_large_is_refused():
    assert refusal(b"not a zip") == "not_docx"
    assert refusal(added(template("x"), "word/media/large.xml", b" " * (21 * 1024 * 1024))) == "too_large"
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/other.xml", "<x/>")
    assert refusal(empty.getvalue()) == "not_docx"


def test_objects_never_reach_a_template():
    with pytest.raises(TypeError, match="Pattern"):
        render_docx(template("{{ x }}"), {"x": re.compile("x")})


def test_no_part_escapes_inspection_under_another_ending():
    data = template("{{ name }}")
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as packed:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == MAIN:
                packed.writestr("word/document.dat", content)
            if entry.filename == RELATIONSHIPS:
                packed.writestr("word/_rels/document.dat.rels", content)
            if entry.filename in ("_rels/.rels", TYPES):
                content = content.replace(b"word/document.xml", b"word/document.dat")
            packed.writestr(entry.filename, content)

    assert refusal(target.getvalue(), name="Анна") == "not_docx"
