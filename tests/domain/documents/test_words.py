"""The words of a draft: made of the rows, written by hand, poured into an institution's own template."""

import io

import docx
import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.documents import actions, adapter
from nastavnik.domain.documents.actions.filing import CONTENT_TYPES
from nastavnik.domain.documents.errors import SectionFixed
from nastavnik.domain.documents.models import Document, OwnTemplate
from nastavnik.domain.files.actions import store
from nastavnik.domain.files.queries import read
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.designed()


def prepare(place, *code, **said):
    return scene.prepare(place, *code, **said)


def lines(document):
    document.refresh_from_db()
    return "\n".join(scene.said(document))


def test_words_by_hand_stand_in_the_paper_until_the_programmes_own_come_back(place):
    own = prepare(place, "regulation")
    section = next(section for section in adapter.kept_paper(own).sections if section.is_editable)
    before = lines(own)

    actions.write_section(own, section.code, "Первый абзац.\n\n- один;\n- два.", version=own.version, by=None)
    assert own.sections == {section.code: "Первый абзац.\n\n- один;\n- два."}
    assert "Первый абзац.\nодин;\nдва." in lines(own)
    with pytest.raises(ChangedMeanwhile):
        actions.write_section(own, section.code, "Опоздали.", version=own.version - 1, by=None)

    actions.restore_section(own, section.code, version=own.version, by=None)
    assert lines(own) == before
    assert own.sections == {}


def test_the_programmes_own_words_are_no_words_by_hand(place):
    own = prepare(place, "regulation")
    section = next(section for section in adapter.kept_paper(own).sections if section.is_editable)

    actions.write_section(own, section.code, adapter.section_text(own, section.code), version=own.version, by=None)

    assert own.sections == {}


def test_signatures_and_unknown_sections_are_not_written_by_hand(place):
    order = prepare(place)
    for code in ("signatures", "nothing"):
        with pytest.raises(SectionFixed):
            actions.write_section(order, code, "x", version=order.version, by=None)


def test_a_draft_says_that_the_rows_have_changed_and_is_made_anew(place):
    own = prepare(place, "regulation")
    assert "text_stale" not in [one.code for one in adapter.warnings_for(own)]
    place.organisation.short_title = "Гимназия № 7"
    place.organisation.title = "Гимназия № 7 города Заозёрска"
    place.organisation.save()
    own = Document.objects.get(pk=own.pk)

    assert "text_stale" in [one.code for one in adapter.warnings_for(own)]
    actions.refresh(own, by=None)

    assert "text_stale" not in [one.code for one in adapter.warnings_for(own)]
    assert "Гимназия №\u00a07" in lines(own)


def own_template(place, code, line):
    template = docx.Document()
    template.add_paragraph(line)
    content = io.BytesIO()
    template.save(content)
    file = store(
        place.organisation, title="Наш образец.docx", content=content.getvalue(), content_type=CONTENT_TYPES["docx"],
        by=None,
    )  # fmt: skip
    return OwnTemplate.objects.create(organisation=place.organisation, kind=code, title="Наш образец", file=file)


def test_a_draft_is_made_of_the_institutions_own_template_of_the_day(place):
    order = prepare(place, "coordinator_order", number="5")
    assert order.pdf is not None
    own = own_template(place, "coordinator_order", "Наш бланк. Приказ {{ number }}")

    actions.refresh(order, by=None)

    assert (order.template, order.pdf) == (own, None)
    assert [line.text for line in docx.Document(io.BytesIO(read(order.docx))).paragraphs] == [
        "Наш бланк. Приказ №\u00a05"
    ]
    own.is_current = False
    own.save()
    actions.refresh(order, by=None)
    assert order.template is None
    assert order.pdf is not None


def test_a_draft_that_somebody_wrote_in_meanwhile_is_made_anew_with_their_words():
    place = scene.designed()
    paper = scene.prepare(place, "regulation")
    code = next(one.code for one in adapter.own_paper(paper).sections if one.is_editable)
    opened_before = Document.objects.get(pk=paper.pk)
    actions.write_section(paper, code, "Слова руками.", version=paper.version, by=place.coordinator)

    actions.refresh(opened_before, by=place.coordinator)

    assert "Слова руками." in scene.said(Document.objects.get(pk=paper.pk))
