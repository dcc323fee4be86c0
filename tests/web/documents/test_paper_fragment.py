"""A paper on the page: one fragment for every kind."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.rendering.blocks import Blank, Columns, Fields, Paper, Paragraph, Section, Signatures
from nastavnik.domain.documents.rendering.text import SIGNING_DAY, blocks_text
from tests.domain.documents.samples import SAMPLES

SAMPLED = [kind for kind in KINDS if kind.code in SAMPLES]


class Reader(HTMLParser):
    """The words of a page and the levels of its headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.levels: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_data(self, data):
        self.words += data.split()


def page_of(paper: Paper) -> Reader:
    return Reader(render_to_string("documents/_paper.html", {"paper": paper}))


BY_HAND = ("впишут от руки", "Место для записей от руки.", SIGNING_DAY, ":")


def told(text: str) -> str:
    """Letters alone, without what the page says of lines to write on."""
    for words in BY_HAND:
        text = text.replace(words, "")
    return "".join(text.split())


@pytest.mark.parametrize("kind", SAMPLED, ids=lambda kind: kind.code)
def test_the_page_says_what_the_paper_says_in_its_order(kind):
    paper = kind.build(SAMPLES[kind.code])

    page = page_of(paper)

    shown = told(" ".join(page.words))
    blocks = told(" ".join(line for section in paper.sections for line in blocks_text(section.blocks)))
    assert blocks in shown
    assert told(f"{paper.heading} {paper.title}") in shown


@pytest.mark.parametrize("kind", SAMPLED, ids=lambda kind: kind.code)
def test_headings_begin_under_those_of_the_page_and_skip_no_level(kind):
    levels = page_of(kind.build(SAMPLES[kind.code])).levels

    assert levels[0] == 3
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_what_is_written_by_hand_is_said_in_words():
    sides = Columns((Paragraph("Школа"), Fields((("Подпись", ""),))), (Signatures((("Директор", "А. Лев"),)), Blank()))

    words = " ".join(page_of(Paper("БЛАНК", "", (Section("text", "Текст", (sides,)),))).words)

    assert words == "БЛАНК Школа Подпись впишут от руки Директор: А. Лев Место для записей от руки."


def test_markup_in_data_stays_text():
    page = render_to_string("documents/_paper.html", {"paper": Paper("<b>", "<script>", ())})

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
