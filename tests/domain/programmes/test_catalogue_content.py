"""What is shipped: complete for every format, short, without doubles and without words that do not suit."""

from collections import Counter

import pytest

from nastavnik.domain.programmes.enums import Activity, Audience, Catalogue, EducationStage, Kind, ProgrammeType
from nastavnik.domain.programmes.fitting import About, usual
from nastavnik.domain.programmes.kinds import KINDS, card
from nastavnik.domain.programmes.shipped import SHIPPED, formats
from nastavnik.domain.programmes.shipped.notes import NOTES, note

TEACHERS = {formats.TEACHER_TEACHER, formats.LEADER_TEACHER, formats.PARTNER_TEACHER, formats.COLLEGE_TEACHER}
NEVER_EMPTY = (
    Catalogue.AIM,
    Catalogue.TASK,
    Catalogue.METHOD,
    Catalogue.PRINCIPLE,
    Catalogue.EXPECTED_RESULT,
    Catalogue.OUTCOME,
    Catalogue.SOCIAL_EFFECT,
    Catalogue.TERM,
    Catalogue.MENTOR_PORTRAIT,
    Catalogue.MENTEE_PORTRAIT,
    Catalogue.MENTOR_REQUIREMENT,
    Catalogue.MENTEE_REQUIREMENT,
    Catalogue.MENTOR_RIGHT,
    Catalogue.MENTOR_DUTY,
    Catalogue.MENTEE_RIGHT,
    Catalogue.MENTEE_DUTY,
    Catalogue.OPPORTUNITY,
    Catalogue.DIRECTION,
)
MODULES = [
    (ProgrammeType.TEACHERS if code in TEACHERS else ProgrammeType.PUPILS, code) for code in (*formats.ALL, "own-7")
] + [(ProgrammeType.TEACHERS, "own-7")]


def words(entry):
    return " ".join((entry.title, entry.text, *entry.details.get("signs", ()), entry.details.get("instrument", "")))


def test_every_code_is_once_in_its_catalogue_and_no_text_is_twice():
    codes = Counter((one.catalogue, one.code) for one in SHIPPED)
    titles = Counter((one.catalogue, one.title, one.formats, one.programme_type) for one in SHIPPED)

    assert [code for code, times in (codes + titles).items() if times > 1] == []
    assert {one.catalogue for one in SHIPPED} == set(Catalogue.values)


def test_every_value_of_an_entry_is_known():
    for one in SHIPPED:
        assert set(one.formats) <= set(formats.ALL), one.code
        assert one.programme_type in ("", *ProgrammeType.values)
        assert set(one.stages) <= set(EducationStage.values)
        assert set(one.activities) <= set(Activity.values)
        assert len(one.code) <= 40
        assert 0 < len(one.title) <= 300


@pytest.mark.parametrize(("programme_type", "code"), MODULES)
def test_a_new_module_is_filled_shortly_and_has_no_gap(programme_type, code):
    taken = usual(SHIPPED, About(programme_type, code))
    count = Counter(one.catalogue for one in taken)

    assert [catalogue for catalogue in NEVER_EMPTY if not count[catalogue]] == []
    assert count[Catalogue.AIM] == 1
    assert 3 <= count[Catalogue.TASK] <= 6
    assert 2 <= count[Catalogue.EXPECTED_RESULT] <= 4
    assert 2 <= count[Catalogue.OUTCOME] <= 8
    assert count[Catalogue.MENTOR_PORTRAIT] == 1
    assert 1 <= count[Catalogue.MENTEE_PORTRAIT] <= 2
    assert code == "own-7" or count[Catalogue.MENTOR_POST]


def test_a_format_with_an_activity_has_one_task_and_one_outcome_more():
    plain = usual(SHIPPED, About("pupils", formats.STUDENT_STUDENT))
    danced = usual(SHIPPED, About("pupils", formats.STUDENT_STUDENT, activity=Activity.ARTS))

    assert [one.code for one in danced if one not in plain] == ["stage_number", "performed"]


def test_every_format_and_activity_has_its_note():
    assert set(NOTES) == set(formats.ALL)
    notes = [
        note("own-7", programme_type, activity) for programme_type in ProgrammeType for activity in ("", *Activity)
    ]
    assert len(set(notes)) == len(notes)
    assert all(len(one) < 500 for one in (*notes, *NOTES.values()))


def test_every_kind_is_shipped_with_the_numbers_of_its_behaviour():
    cards = {one.code: card(one) for one in SHIPPED if one.catalogue == Catalogue.KIND}

    assert set(Kind.values) < set(cards)
    assert {code: cards[code].rules for code in Kind.values} == KINDS
    assert all(one.definition for one in cards.values())
    goal = cards["goal_setting"]
    assert (goal.behaves_as, goal.rules.usual_months, goal.rules.usual_places) == (Kind.INDIVIDUAL, 3, 2)


def test_portraits_name_signs_and_outcomes_their_instruments():
    for one in SHIPPED:
        if one.catalogue in (Catalogue.MENTOR_PORTRAIT, Catalogue.MENTEE_PORTRAIT):
            assert len(one.details["signs"]) >= 2, one.code
        if one.catalogue == Catalogue.OUTCOME:
            assert one.details["instrument"], one.code
        if one.catalogue == Catalogue.OPPORTUNITY:
            assert one.details["audience"] in (*Audience.values, "mentor")


def test_texts_suit_every_institution_and_both_sides():
    for one in SHIPPED:
        found = words(one).lower()
        for unfit in ("ученик", "школьник", "диагноз", "неуспева", "инвалид", "зачастую"):
            assert unfit not in found, (one.catalogue, one.code)
        if one.programme_type == ProgrammeType.TEACHERS or set(one.formats) & TEACHERS:
            assert "старшекласс" not in found, one.code


def test_what_seeds_state_is_there():
    count = Counter(one.catalogue for one in SHIPPED if one.is_confirmed)
    numbered = {
        (Catalogue.METHOD, ""): 8,
        (Catalogue.PRINCIPLE, ""): 6,
        (Catalogue.DIRECTION, ""): 7,
        (Catalogue.OUTCOME, formats.TEACHER_STUDENT): 8,
        (Catalogue.OUTCOME, formats.STUDENT_STUDENT): 3,
        (Catalogue.TASK, formats.STUDENT_STUDENT): 3,
        (Catalogue.TASK, formats.TEACHER_TEACHER): 6,
        (Catalogue.TASK, formats.TEACHER_STUDENT): 5,
        (Catalogue.MENTEE_REQUIREMENT, ""): 4,
        (Catalogue.MENTOR_POST, formats.TEACHER_STUDENT): 6,
    }

    for (catalogue, code), number in numbered.items():
        found = [
            one
            for one in SHIPPED
            if one.is_confirmed and one.catalogue == catalogue and (not code or code in one.formats)
        ]
        assert len(found) == number, (catalogue, code)
    for unconfirmed in (Catalogue.MENTOR_RIGHT, Catalogue.MENTOR_DUTY, Catalogue.MENTEE_RIGHT, Catalogue.MENTEE_DUTY):
        assert count[unconfirmed] == 0
