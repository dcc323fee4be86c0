"""A DOCX of the institution in place of our page: accepted, refused, used, put aside."""

import io
import zipfile

import pytest
from docx import Document as Docx

from nastavnik.domain.documents import actions
from nastavnik.domain.documents.actions import own_templates
from nastavnik.domain.documents.errors import TemplateUnfit
from nastavnik.domain.documents.models import OwnTemplate
from nastavnik.domain.documents.queries import current_template
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.queries import read
from tests.domain.documents import scene

CODE = "coordinator_order"


def docx(*lines):
    document = Docx()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_part(data, name, content):
    """The archive with one more part, or another one in its place."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as changed:
        for entry in source.infolist():
            if entry.filename != name:
                changed.writestr(entry, source.read(entry))
        changed.writestr(name, content)
    return target.getvalue()


def relationships(data, target):
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        rels = source.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return with_part(data, "word/_rels/document.xml.rels", rels.replace("</Relationships>", link))


GOOD = docx("Бланк {{ letterhead_full_name }}", "{{ body }}")
PROGRAM = b"MZ\x90\x00\x03" + b"\x00" * 500
BAD = {
    "a renamed program": (PROGRAM, "Это не документ Word."),
    "a program in an archive": (with_part(b"PK\x05\x06" + b"\x00" * 18, "setup.exe", PROGRAM), "Это не документ Word."),
    "nothing": (b"", "Это не документ Word."),
    "half of it": (GOOD[: len(GOOD) // 2], "Это не документ Word."),
    "code": (docx("{{ body.__class__.__mro__ }}"), "В фигурных скобках стоит программный код."),
    "a call": (docx("{{ body }}", "{{ cycler() }}"), "В фигурных скобках стоит программный код."),
    "open braces": (docx("{{ body"), "Фигурные скобки не закрыты или стоят не парами."),
    "macros": (with_part(GOOD, "word/vbaProject.bin", b"\x00"), "В образце есть макросы."),
    "an embedded object": (with_part(GOOD, "word/embeddings/sheet1.xlsx", b"PK"), "В образец вложено что-то"),
    "a picture out of the net": (relationships(GOOD, "https://example.org/spy.png"), "Образец берёт картинку"),
    "no fields": (docx("Просто бланк"), "В образце нет ни одного поля"),
    "the text inside a line": (docx("Текст: {{ body }}"), "Поле {{ body }} занимает целые абзацы"),
    "a swollen part": (with_part(GOOD, "word/media/1.bin", bytes(21 * 1024 * 1024)), "Образец"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_refused_with_what_to_do(name):
    content, said = BAD[name]

    with pytest.raises(TemplateUnfit) as refusal:
        own_templates._checked(content, own_templates.kind_of(CODE))

    why = str(refusal.value.params["why"])
    assert why.startswith(said)
    assert why.endswith(".")
    assert "%(" not in why


def test_every_unknown_field_is_named():
    with pytest.raises(TemplateUnfit) as refusal:
        own_templates._checked(docx("{{ nomer }} {{ number }}", "{{ fio }}"), own_templates.kind_of(CODE))

    assert refusal.value.params["why"] == (
        "Этих полей у документа нет: {{ fio }}, {{ nomer }}. Исправьте их по списку полей и загрузите образец снова."
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("now")
class TestWithRows:
    @pytest.fixture
    def place(self):
        return scene.school()

    @staticmethod
    def upload(place, content=GOOD, name="C:\\Бланки\\приказ.docx"):
        return actions.upload_template(place.organisation, CODE, content=content, name=name, by=place.coordinator)

    @staticmethod
    def prepare(place):
        return actions.prepare(CODE, programme=place.module.programme, dated_on=scene.TODAY, by=place.coordinator)

    def test_a_draft_is_made_of_it_and_has_no_pdf(self, place):
        template = self.upload(place)

        paper = self.prepare(place)

        assert (template.title, template.fields) == ("приказ.docx", ["body", "letterhead_full_name"])
        assert (paper.template, paper.pdf) == (template, None)
        lines = [paragraph.text for paragraph in Docx(io.BytesIO(read(paper.docx))).paragraphs]
        assert lines[0].replace("\u00a0", " ") == f"Бланк {place.organisation.title}"

    def test_an_issued_paper_keeps_its_file_and_a_draft_takes_the_page_of_now(self, place):
        self.upload(place)
        issued, draft = self.prepare(place), self.prepare(place)
        actions.edit_paper(
            issued, number="7", dated_on=scene.TODAY, answers={}, version=issued.version, by=place.coordinator
        )
        actions.submit(issued, by=place.coordinator)
        actions.approve(issued, by=place.head)
        before = read(issued.docx)

        self.upload(place, docx("Новый бланк", "{{ body }}"))
        actions.stop_using_template(current_template(place.organisation, CODE), by=place.coordinator)
        actions.refresh(draft, by=place.coordinator)

        issued.refresh_from_db()
        assert read(issued.docx) == before
        assert (draft.template, draft.pdf is not None) == (None, True)

    def test_one_is_used_at_a_time_and_one_without_papers_goes(self, place):
        first = self.upload(place)

        second = self.upload(place, docx("{{ body }}"))

        assert list(OwnTemplate.objects.all()) == [second]
        assert not StoredFile.objects.filter(pk=first.file_id).exists()
        self.prepare(place)
        actions.stop_using_template(second, by=place.coordinator)
        assert list(OwnTemplate.objects.values_list("pk", "is_current")) == [(second.pk, False)]
        assert current_template(place.organisation, CODE) is None

    def test_what_is_refused_leaves_all_as_it_was(self, place):
        template = self.upload(place)

        with pytest.raises(TemplateUnfit):
            self.upload(place, PROGRAM)
        with pytest.raises(TemplateUnfit):
            self.upload(place, bytes(own_templates.MOST_MEGABYTES * 1024 * 1024 + 1))

        assert current_template(place.organisation, CODE) == template

    def test_templates_of_another_organisation_stay_there(self, place):
        self.upload(place)

        assert self.prepare(scene.school()).template is None
