"""How rows become the words of papers; no row is needed."""

import pytest

from nastavnik.domain.documents.adapter import people
from nastavnik.domain.organisations.enums import StudyGroupWord
from nastavnik.domain.people.names import Case, inflect
from tests import factories as make


def school(**said):
    return make.OrganisationFactory.build(territory=None, **said)


def person(**said):
    return make.PersonFactory.build(organisation=None, **said)


@pytest.mark.parametrize(
    ("title", "word", "said"),
    [
        ("9А", StudyGroupWord.CLASS, "9 «А» класс"),
        ("10 инженерный", StudyGroupWord.CLASS, "10 инженерный класс"),
        ("«Вихрь»", StudyGroupWord.ASSOCIATION, "объединение «Вихрь»"),
        ("Группа 2-14", StudyGroupWord.GROUP, "Группа 2-14"),
        ("", StudyGroupWord.CLASS, ""),
    ],
)
def test_a_study_group_is_said_in_the_words_of_the_institution(title, word, said):
    assert people.group_with_word(title, school(study_group_word=word)) == said


def test_the_lines_of_the_letterhead_find_their_places():
    said = people.institution(
        school(
            title="МБОУ «Школа № 17»",
            short_title="Школа № 17",
            letterhead=(
                "Управление образования\nМБОУ «Школа № 17»\n000017, г. Заозёрск, ул. Школьная, д. 17\n"
                "тел. (000) 000-00-17\nОГРН 0000000000000"
            ),
        )
    )

    assert (said.founder, said.address) == ("Управление образования", "000017, г. Заозёрск, ул. Школьная, д. 17")
    assert said.contacts == "тел. (000) 000-00-17, ОГРН 0000000000000"


def test_a_line_that_the_name_itself_says_is_no_telephone():
    said = people.institution(
        school(
            title="Муниципальное общеобразовательное учреждение «Школа № 17»",
            letterhead="Администрация\nМуниципальное общеобразовательное учреждение\nтелефон 000-17",
        )
    )

    assert (said.founder, said.address, said.contacts) == ("Администрация", "", "телефон 000-17")


def test_an_empty_letterhead_leaves_the_name_alone():
    said = people.institution(school(letterhead=""))

    assert (said.founder, said.address, said.contacts) == ("", "", "")


def test_forms_mended_by_hand_win_and_broken_ones_do_no_harm():
    mended = person(
        surname="Заец", given_name="Илья", patronymic="", gender="male", post="наладчик",
        name_forms={"instrumental": {"surname": "Заецом", "post": "наладчиком"}, "dative": "Заецу"},
    )  # fmt: skip

    said = people.participant(mended)

    assert inflect(said.name, Case.INSTRUMENTAL).text == "Заецом Ильёй"
    assert said.full(Case.INSTRUMENTAL) == "Заецом Ильёй, наладчиком"
    assert inflect(said.name, Case.DATIVE).given_name == "Илье"


def test_somebody_from_outside_is_named_with_the_place_of_work():
    assert people.participant(person(post="инженер", workplace="АО «Волна»")).note == "инженер АО «Волна»"
    assert people.participant(person(post="", workplace="АО «Волна»")).note == ""
