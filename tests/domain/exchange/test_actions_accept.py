"""Accepting a list: exactly who and what is there afterwards."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.exchange import actions
from nastavnik.domain.exchange.errors import NobodyToAccept
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person, RoleAssignment
from nastavnik.domain.people.queries import guardians_of, is_cleared
from nastavnik.domain.programmes.models import Participation
from tests import factories as make
from tests.domain.exchange.lists import child, load, mentor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def module(by):
    return make.ModuleFactory(programme__organisation=by.person.organisation)


def person(name):
    return Person.objects.get(normal_name=name)


def test_a_child_comes_with_guardian_group_role_profile_and_consent(by, module):
    row = child("Аистова Вера Игоревна", guardian="Аистова Ольга Петровна", guardian_phone="8 999 000-00-01")

    done = actions.accept(load(module, by, row), by=by)

    vera, olga = person("аистова вера игоревна"), person("аистова ольга петровна")
    assert (vera.birth_date, vera.patronymic, olga.phone) == (date(2014, 3, 14), "Игоревна", "+79990000001")
    assert [g.guardian for g in guardians_of(vera, ON)] == [olga]
    assert Enrolment.objects.get(person=vera).study_group.title == "6Б"
    roles = RoleAssignment.objects.filter(organisation=module.organisation).exclude(user=by)
    assert set(roles.values_list("user", "role")) == {(vera.user_id, "mentee"), (olga.user_id, "guardian")}
    participation = Participation.objects.get(person=vera)
    assert (participation.state, participation.joined_on) == ("ready", ON)
    assert [topic.topic.title for topic in participation.profile.topics.all()] == ["алгебра"]
    signature = ConsentSignature.objects.get()
    assert (signature.party, signature.method, signature.signer) == ("guardian", "list", olga)
    assert is_processable(vera, ON)
    assert (done.outcome["new"], done.outcome["known"], done.outcome["guardians"]) == (1, 0, 1)


def test_without_admission_people_are_only_enrolled(by, module):
    actions.accept(load(module, by, child("Аистова Вера")), by=by, admit=False)

    assert Participation.objects.get().state == "enrolled"


def test_from_fourteen_the_own_signature_is_recorded_only_where_said_so(by, module):
    rows = [child("Белкина Анна", born="01.05.2011"), child("Аистова Вера")]

    actions.accept(load(module, by, *rows), by=by)
    assert [is_processable(person(name), ON) for name in ("белкина анна", "аистова вера")] == [False, True]

    actions.accept(load(module, by, *rows), by=by, own_signatures=True)
    assert is_processable(person("белкина анна"), ON)
    parties = ConsentSignature.objects.values_list("consent__person__normal_name", "party")
    assert sorted(parties) == [
        ("аистова вера", "guardian"),
        ("белкина анна", "child"),
        ("белкина анна", "guardian"),
    ]


def test_no_and_nothing_are_no_consent(by, module):
    actions.accept(load(module, by, child("Аистова Вера", consent="нет"), child("Белкина Анна", consent="")), by=by)

    assert Consent.objects.count() == 0


def test_the_same_list_again_adds_nobody(by, module):
    rows = [
        child("Аистова Вера", guardian="Аистова Ольга", guardian_phone="+79990000001"),
        child("Аистов Глеб", born="", guardian="Аистова Ольга", guardian_phone="+79990000001"),
        child("Белкина Анна", guardian="Белкина Яна"),
        child("БЕЛКИНА  Анна"),
    ]
    tables = (Person, Guardianship, Enrolment, StudyGroup, RoleAssignment, Participation, Consent, ConsentSignature)
    actions.accept(load(module, by, *rows), by=by)
    before = [table.objects.count() for table in tables]

    again = actions.accept(load(module, by, *rows), by=by)

    assert [table.objects.count() for table in tables] == before
    assert (again.outcome["new"], again.outcome["known"], again.outcome["filled"]) == (0, 3, 0)
    assert Person.objects.filter(normal_name="аистова ольга").count() == 1


def test_empty_fields_are_filled_and_filled_ones_stay(by, module):
    there = make.PersonFactory(
        organisation=module.organisation,
        surname="Аистова",
        given_name="Вера",
        patronymic="",
        normal_name="аистова вера",
        birth_date=date(2014, 3, 14),
        workplace="Кружок",
    )

    done = actions.accept(load(module, by, child("Аистова Вера", phone="+79990000009")), by=by)

    there.refresh_from_db()
    assert (there.phone, there.workplace, there.version) == ("+79990000009", "Кружок", 2)
    assert (done.outcome["filled"], done.outcome["differences"]) == (1, [])

    other = actions.accept(load(module, by, child("Аистова Вера", phone="+79990000010")), by=by)

    there.refresh_from_db()
    assert (there.phone, there.version) == ("+79990000009", 2)
    assert other.outcome["differences"] == [{"person": there.pk, "fields": ["phone"]}]


def test_namesakes_with_another_birth_date_are_two(by, module):
    actions.accept(load(module, by, child("Ким Вика"), child("Ким Вика", born="15.03.2014")), by=by)

    assert Person.objects.filter(normal_name="ким вика").count() == 2


def test_an_undecided_row_waits_and_a_decided_one_fills(by, module):
    there = make.PersonFactory(
        organisation=module.organisation, surname="Ким", given_name="Вика", patronymic="", birth_date=None
    )
    rows = [child("Ким Вика"), child("Аистова Вера")]

    waiting = actions.accept(load(module, by, *rows), by=by)
    assert (waiting.outcome["accepted"], waiting.outcome["held"]) == (1, [2])
    actions.accept(load(module, by, *rows, decisions=[(f"2~{there.pk}", "same")]), by=by)

    there.refresh_from_db()
    assert there.birth_date == date(2014, 3, 14)
    assert Person.objects.filter(normal_name="ким вика").count() == 1


def test_a_list_does_not_undo_a_withdrawal(by, module):
    row = child("Аистова Вера")
    actions.accept(load(module, by, row), by=by)
    withdraw_consent(Consent.objects.get(), on=ON, by=by)

    actions.accept(load(module, by, row), by=by)

    assert not is_processable(person("аистова вера"), ON)


def test_mentors_come_with_clearance_and_places(by, module):
    rows = [
        mentor("Громов Олег"),
        mentor("Дёмин Иван", clearance="нет"),
        mentor("Ежов Пётр", born="01.05.2010", post=""),
    ]

    done = actions.accept(load(module, by, *rows, role="mentor"), by=by)

    assert [is_cleared(person(name), ON) for name in ("громов олег", "демин иван")] == [True, False]
    assert [held.person.surname for held in Clearance.objects.all()] == ["Громов"]  # a minor needs none
    assert person("громов олег").post == "учитель"
    assert Participation.objects.get(person__surname="Громов").profile.places == 2
    assert done.outcome["clearances"] == 1


def test_a_guardian_with_the_same_name_and_telephone_is_the_same(by, module):
    rows = [
        child("Аистова Вера", guardian="Аистова Ольга", guardian_phone="+79990000001"),
        child("Аистов Глеб", guardian="Аистова Ольга", guardian_phone="8(999)0000001"),
        child("Белкина Анна", guardian="Петрова Мария"),
        child("Воронина Яна", guardian="Петрова Мария"),
    ]

    actions.accept(load(module, by, *rows), by=by)

    assert Person.objects.filter(normal_name="аистова ольга").count() == 1
    assert Person.objects.filter(normal_name="петрова мария").count() == 2  # nobody is merged by the name alone


def test_a_row_with_an_error_is_left_out_and_the_file_goes(by, module):
    done = actions.accept(load(module, by, child("Аистова Вера", born="31.02.2014"), child("Ким Вика")), by=by)

    assert done.outcome["refused"] == [2]
    assert not Person.objects.filter(surname="Аистова").exists()
    assert (done.file, StoredFile.objects.count()) == (None, 0)


def test_with_nobody_to_accept_nothing_happens(by, module):
    people_import = load(module, by, child("Аистова Вера", born="31.02.2014"))

    with pytest.raises(NobodyToAccept):
        actions.accept(people_import, by=by)

    assert PeopleImport.objects.get().state == "checked"
    assert StoredFile.objects.count() == 1


def test_who_presses_second_changes_nothing(by, module):
    people_import = load(module, by, child("Аистова Вера"))
    late = PeopleImport.objects.get(pk=people_import.pk)
    actions.accept(people_import, by=by)

    with pytest.raises(ChangedMeanwhile):
        actions.accept(late, by=by)
    with pytest.raises(ForbiddenTransition):
        actions.accept(PeopleImport.objects.get(pk=people_import.pk), by=by)
    assert Person.objects.filter(surname="Аистова").count() == 1


def test_an_answer_given_meanwhile_is_not_skipped(by, module):
    people_import = load(module, by, child("Аистова Вера"))

    with pytest.raises(ChangedMeanwhile):
        actions.accept(people_import, by=by, version=people_import.version - 1)


def test_people_of_another_organisation_are_not_looked_at(by, module):
    other = make.PersonFactory(surname="Аистова", given_name="Вера", patronymic="", birth_date=date(2014, 3, 14))

    actions.accept(load(module, by, child("Аистова Вера", phone="+79990000009")), by=by)

    other.refresh_from_db()
    assert other.phone == ""
    assert Person.objects.filter(normal_name="аистова вера").count() == 2
