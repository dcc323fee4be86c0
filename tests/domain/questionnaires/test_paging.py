"""Long sections are shown a few questions at a time."""

from random import Random

import pytest

from nastavnik.domain.questionnaires.paging import MOST, in_pages
from nastavnik.domain.questionnaires.shipped import SHIPPED
from nastavnik.domain.questionnaires.specs import Section, Spec
from tests.domain.questionnaires.generated import random_spec


def test_a_long_section_becomes_pages_of_like_length():
    spec = next(one.spec for one in SHIPPED if one.code == "mentee_before_student_student")

    paged = in_pages(spec)

    assert [len(section.questions) for section in spec.sections] == [8, 5, 6]
    assert [len(section.questions) for section in paged.sections] == [4, 4, 5, 3, 3]
    assert [section.title for section in paged.sections[:2]] == [spec.sections[0].title] * 2


@pytest.mark.parametrize("seed", range(20))
def test_pages_ask_the_same_in_the_same_order(seed):
    spec = random_spec(Random(seed), is_sound=True)

    paged = in_pages(spec)

    assert list(paged.questions()) == list(spec.questions())
    assert all(len(section.questions) <= MOST for section in paged.sections)
    assert in_pages(paged) == paged


def test_an_empty_section_stays_one_page():
    assert in_pages(Spec("Пусто", sections=(Section("Раз"),))).sections == (Section("Раз"),)
