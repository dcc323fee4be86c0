"""Our page as a template to begin from."""

import io
from collections import Counter

import pytest
from docx import Document

from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.rendering.own_template import check_template
from nastavnik.domain.documents.rendering.papers import render
from nastavnik.domain.documents.rendering.starting_template import starting_template
from nastavnik.domain.documents.rendering.text import blocks_text
from tests.domain.documents.rendering.reading import docx_words, words
from tests.domain.documents.samples import SAMPLES

SAMPLED = [kind for kind in KINDS if kind.code in SAMPLES]
AWARDS = ("certificate", "thanks_letter", "training_certificate")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_it_is_accepted_as_it_is(kind):
    assert check_template(starting_template(kind, is_appendix=True), kind)


@pytest.mark.parametrize("kind", [kind for kind in SAMPLED if kind.code not in AWARDS], ids=lambda kind: kind.code)
def test_filled_as_it_is_it_says_all_that_the_paper_says(kind):
    paper = kind.build(SAMPLES[kind.code])
    body = [line for section in paper.sections for line in blocks_text(section.blocks)]

    said = docx_words(render(paper, "docx", template=starting_template(kind)))

    assert Counter(words([paper.heading, paper.title, paper.number, paper.date, *body])) - Counter(said) == Counter()
    assert "{" not in "".join(said)


def test_an_award_names_whom_and_what_for():
    kind = next(kind for kind in KINDS if kind.code == "certificate")
    paper = kind.build(SAMPLES["certificate"])

    filled = Document(io.BytesIO(render(paper, "docx", template=starting_template(kind))))

    lines = [paragraph.text for paragraph in filled.paragraphs]
    assert [value for value in (paper.named["name"], paper.named["deed"], paper.named["period"]) if value in lines] == [
        paper.named["name"], paper.named["deed"], paper.named["period"],
    ]  # fmt: skip
