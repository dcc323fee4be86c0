"""Loading a list, its columns, answers about repeats, cancelling."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.exchange import actions, queries
from nastavnik.domain.exchange.errors import ColumnsUnclear, NoSuchQuestion, TwoBirthDates, UnreadableFile
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from tests import factories as make
from tests.domain.exchange.lists import MENTEES, child, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def module(by):
    return make.ModuleFactory(programme__organisation=by.person.organisation)


def upload(module, by, *rows, headings=MENTEES):
    return actions.upload(module, role="mentee", content=workbook(headings, *rows), name="Список.xlsx", by=by)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 list", b"\x89PNG\r\n\x1a\n0000"], ids=["empty", "pdf", "picture"])
def test_a_file_that_is_no_table_leaves_nothing(by, module, content):
    with pytest.raises(UnreadableFile):
        actions.upload(module, role="mentee", content=content, name="Список.xlsx", by=by)

    assert (PeopleImport.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_before_accepting_nobody_is_written_down(by, module):
    people_import = upload(module, by, child("Аистова Вера"))
    actions.check(people_import, by=by)

    assert [entry.record.name for entry in queries.preview(people_import).comparison.entries] == ["Аистова Вера"]
    assert list(Person.objects.all()) == [by.person]


def test_columns_can_be_corrected(by, module):
    headings = ("Ученик", "Мама", "Когда родился")
    people_import = upload(module, by, ("Аистова Вера", "Аистова Ольга", "14.03.2014"), headings=headings)

    actions.set_columns(people_import, {"A": "name", "B": "guardian_name", "C": "birth_date"}, by=by)

    record = queries.preview(people_import).comparison.entries[0].record
    assert (record.name, record.guardian_name, record.birth_date) == (
        "Аистова Вера",
        "Аистова Ольга",
        date(2014, 3, 14),
    )
    assert people_import.state == "checked"


def test_columns_without_a_name_are_not_taken(by, module):
    people_import = upload(module, by, child("Аистова Вера"))

    with pytest.raises(ColumnsUnclear):
        actions.set_columns(people_import, {"A": None}, by=by)
    with pytest.raises(ForbiddenTransition):
        actions.accept(people_import, by=by)

    assert PeopleImport.objects.get().state == "uploaded"


def test_answers_are_asked_again_for_other_columns(by, module):
    rows = [child("Семёнов Пётр", born=""), child("Семенов Петр Ильич")]
    first = upload(module, by, *rows)
    actions.check(first, by=by)
    actions.decide(first, key="2,3", answer="different", by=by)

    actions.set_columns(first, {**queries.preview(first).reading.mapping, "G": None}, by=by)

    assert first.decisions == {}


def test_the_same_bytes_bring_their_answers(by, module):
    content = workbook(MENTEES, child("Семёнов Пётр", born=""), child("Семенов Петр Ильич"))
    first = actions.upload(module, role="mentee", content=content, name="Список.xlsx", by=by)
    actions.decide(first, key="2,3", answer="same", by=by)

    again = actions.upload(module, role="mentee", content=content, name="Список (2).xlsx", by=by)

    assert again.decisions == {"2,3": "same"}
    assert len(queries.preview(again).comparison.entries) == 1


def test_an_answer_can_be_taken_back(by, module):
    people_import = upload(module, by, child("Семёнов Пётр", born=""), child("Семенов Петр Ильич"))
    for answer in ("same", ""):
        actions.decide(people_import, key="2,3", answer=answer, by=by)

    assert people_import.decisions == {}
    assert queries.preview(people_import).comparison.held == {2, 3}


def test_answers_do_not_join_two_birth_dates(by, module):
    rows = [child("Семёнов Пётр", born=""), child("Семёнов Пётр"), child("Семёнов Пётр", born="01.02.2012")]
    people_import = upload(module, by, *rows)
    keys = [question.key for question in queries.preview(people_import).comparison.questions]
    actions.decide(people_import, key=keys[0], answer="same", by=by)

    with pytest.raises(TwoBirthDates):
        actions.decide(people_import, key=keys[1], answer="same", by=by)


def test_an_answer_to_nothing_and_a_late_answer_are_refused(by, module):
    people_import = upload(module, by, child("Семёнов Пётр", born=""), child("Семенов Петр Ильич"))

    with pytest.raises(NoSuchQuestion):
        actions.decide(people_import, key="7,8", answer="same", by=by)
    with pytest.raises(ChangedMeanwhile):
        actions.decide(people_import, key="2,3", answer="same", version=7, by=by)


def test_a_cancelled_list_is_gone(by, module):
    people_import = upload(module, by, child("Аистова Вера"))

    actions.cancel(people_import, by=by)

    assert (people_import.state, people_import.file, StoredFile.objects.count()) == ("cancelled", None, 0)
    with pytest.raises(ForbiddenTransition):
        actions.check(people_import, by=by)


def test_imports_are_seen_by_those_who_load_lists_here(by, module):
    people_import = upload(module, by, child("Аистова Вера"))

    assert list(queries.visible_to(by)) == list(queries.unfinished(by)) == [people_import]
    for user in (make.staff(RoleCode.COORDINATOR), make.staff(RoleCode.TEACHER, by.person.organisation)):
        assert list(queries.visible_to(user)) == []
