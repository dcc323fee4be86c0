"""The letter of thanks: to whom in the dative, what for."""

from dataclasses import replace

import pytest

from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.thanks_letter import KIND, build
from nastavnik.domain.people.names import FullName
from tests.domain.documents.kinds.reading import section
from tests.domain.documents.samples.people import GUARDIAN
from tests.domain.documents.samples.thanks_letter import SAMPLE


def test_a_mentor_is_thanked_in_the_dative():
    paper = build(SAMPLE)

    assert (paper.heading, paper.decorated, paper.square, paper.footnote) == ("БЛАГОДАРСТВЕННОЕ ПИСЬМО", True, "", "")
    assert section(paper, "text") == [
        "вручается",
        "Воронову Якову Романовичу",
        "9 «А» класс",
        "за внимание к людям, терпение и труд наставника",
        "Программа наставничества «Вместе к успеху»",
        "2026/2027 учебный год",
    ]


def test_parents_are_thanked_together():
    father = Participant(FullName("Воронов", "Роман", "Ильич"))

    lines = section(build(replace(SAMPLE, to=(Participant(GUARDIAN), father), role="guardian", note="")), "text")

    assert lines[1] == "Вороновой Марии Викторовне и Воронову Роману Ильичу"
    assert lines[2] == "за поддержку ребёнка и помощь в проведении программы наставничества"


def test_a_doubtful_name_stays_as_it_is_until_somebody_says_how_it_bends():
    doubtful = (Participant(FullName("Smith", "Jo")),)

    assert section(build(replace(SAMPLE, to=doubtful)), "text")[:2] == ["на имя:", "Smith Jo"]


def test_own_words_win_and_nobody_is_no_letter():
    assert "за победу в конкурсе" in section(build(replace(SAMPLE, deed="за победу в конкурсе")), "text")
    with pytest.raises(ValueError, match="to somebody"):
        build(replace(SAMPLE, to=()))


def test_it_has_its_own_numbers_and_no_public_check():
    assert (KIND.book, KIND.suffix, KIND.has_check_code, KIND.batch) == ("certificates", "-Б", False, True)
