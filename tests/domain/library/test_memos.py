"""The plain text of memos, and what is shipped. No database."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik.domain.library.enums import Audience, Situation, Topic
from nastavnik.domain.library.reading import Block, blocks
from nastavnik.domain.library.shipped import SHIPPED
from tests.effort import examples


def test_marks_make_headings_lists_and_boxes():
    text = "Первый\nабзац.\n\n# Заголовок\n- раз\n- два\n1. сначала\n☐ проверить\n"

    assert blocks(text) == (
        Block("paragraph", ("Первый абзац.",)),
        Block("heading", ("Заголовок",)),
        Block("bullets", ("раз", "два")),
        Block("numbers", ("сначала",)),
        Block("boxes", ("проверить",)),
    )


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_it_and_no_word_is_lost(text):
    read = "".join(line for block in blocks(text) for line in block.lines)

    assert all(word in read for word in re.findall(r"[а-яёa-z]{2,}", text))


def test_shipped_memos_are_whole():
    assert len({one.code for one in SHIPPED}) == len(SHIPPED)
    for one in SHIPPED:
        assert re.fullmatch(r"[a-z0-9_]{3,40}", one.code), one.code
        assert set(one.audiences) <= set(Audience.values), one.code
        assert one.audiences, one.code
        assert one.topic in Topic.values, one.code
        assert len(blocks(one.body)) >= 2, one.code
        assert set(one.situations) <= set(Situation.values), one.code
        assert len(one.title) <= 200, one.code
    assert not {one.code for one in SHIPPED} & {"new", "print", "helped", "sites", "themes", "files"}


def test_every_situation_has_something_for_the_mentor_and_for_the_child():
    for_mentor = {code for one in SHIPPED if "mentor" in one.audiences for code in one.situations}
    for_mentee = {code for one in SHIPPED if "mentee" in one.audiences for code in one.situations}

    assert set(Situation.values) - for_mentor == set()
    assert set(Situation.values) - for_mentee == {Situation.GROUP, Situation.FORMALITY}
