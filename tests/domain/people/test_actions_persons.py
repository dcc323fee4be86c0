"""Persons, groups, guardians, roles, clearance."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.people import actions, queries
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.errors import (
    ClearanceForAdults,
    ClearanceRecorded,
    DateInFuture,
    GuardianIsMinor,
    GuardianOfThemself,
    LastCoordinator,
    NameMissing,
    OtherOrganisation,
    PersonExists,
)
from nastavnik.domain.people.models import Person, RoleAssignment
from nastavnik.domain.people.rules import standing
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def organisation(by):
    return by.person.organisation


def test_a_name_is_kept_as_written_and_compared_without_its_spelling(by, organisation):
    person = actions.add_person(organisation, by=by, surname=" Фёдорова ", given_name="Алёна", patronymic="Рашидовна")

    assert person.full_name == "Фёдорова Алёна Рашидовна"
    assert person.normal_name == "федорова алена рашидовна"


def test_the_same_name_and_birth_date_is_the_same_person(by, organisation):
    given = {"surname": "Фёдорова", "given_name": "Алёна"}
    actions.add_person(organisation, by=by, birth_date=date(2013, 1, 21), **given)

    with pytest.raises(PersonExists):
        actions.add_person(organisation, by=by, birth_date=date(2013, 1, 21), surname="ФЕДОРОВА", given_name="Алена ")
    actions.add_person(organisation, by=by, birth_date=date(2013, 1, 22), **given)
    actions.add_person(make.OrganisationFactory(), by=by, birth_date=date(2013, 1, 21), **given)

    assert Person.objects.filter(normal_name="федорова алена").count() == 3


def test_a_name_is_needed(by, organisation):
    with pytest.raises(NameMissing):
        actions.add_person(organisation, by=by, surname="  ")


def test_an_edit_changes_the_compared_name_too_and_a_late_one_is_told(by, organisation):
    person = make.PersonFactory(organisation=organisation, surname="Семёнов", given_name="Пётр", patronymic="")
    late = Person.objects.get(pk=person.pk)

    actions.edit_person(person, {"surname": "Семёнов-Горский"}, version=1, by=by)

    person.refresh_from_db()
    assert person.normal_name == "семенов-горский петр"
    with pytest.raises(ChangedMeanwhile) as refused:
        actions.edit_person(late, {"surname": "Семёнкин"}, version=1, by=by)
    assert refused.value.subject.surname == "Семёнов-Горский"


def test_an_edit_does_not_make_two_of_one_person(by, organisation):
    make.PersonFactory(organisation=organisation, surname="Ким", given_name="Вика", patronymic="")
    other = make.PersonFactory(organisation=organisation, surname="Ким", given_name="Виктория", patronymic="")

    with pytest.raises(PersonExists):
        actions.edit_person(other, {"given_name": "Вика"}, version=1, by=by)


def test_moving_to_another_group_ends_the_former_enrolment(by, organisation):
    year = make.AcademicYearFactory(organisation=organisation)
    one, two = (make.StudyGroupFactory(academic_year=year, title=title) for title in ("6А", "6Б"))
    child = make.PersonFactory(organisation=organisation)
    first = actions.enrol_in_group(child, study_group=one, starts_on=date(2026, 9, 1), by=by)
    assert actions.enrol_in_group(child, study_group=one, starts_on=ON, by=by) == first

    actions.move_to_group(child, study_group=two, on=ON, by=by)

    first.refresh_from_db()
    assert first.ends_on == date(2026, 11, 22)
    assert queries.listed(Person.objects.filter(pk=child.pk), ON).get().group_title == "6Б"
    assert queries.listed(Person.objects.filter(pk=child.pk), date(2026, 9, 2)).get().group_title == "6А"


def test_a_guardian_gets_an_account_and_sees_only_their_ward(by, organisation):
    child, other = make.PersonFactory.create_batch(2, organisation=organisation)
    mother = make.PersonFactory(organisation=organisation, adult=True)

    actions.add_guardian(child, guardian=mother, relation="мать", starts_on=ON, by=by)
    actions.add_guardian(child, guardian=mother, starts_on=ON, by=by)

    mother.refresh_from_db()
    assert set(queries.visible_to(mother.user)) == {mother, child}
    assert other not in queries.visible_to(mother.user)
    assert [g.guardian for g in queries.guardians_of(child, ON)] == [mother]
    assert [g.child for g in queries.wards_of(mother, ON)] == [child]


def test_who_cannot_be_a_guardian(by, organisation):
    child, sister = make.PersonFactory.create_batch(2, organisation=organisation)

    with pytest.raises(GuardianIsMinor):
        actions.add_guardian(child, guardian=sister, starts_on=ON, by=by)
    with pytest.raises(GuardianOfThemself):
        actions.add_guardian(child, guardian=child, starts_on=ON, by=by)
    with pytest.raises(OtherOrganisation):
        actions.add_guardian(child, guardian=make.PersonFactory(adult=True), starts_on=ON, by=by)


def test_the_teacher_of_a_collective_is_teacher_coordinator_and_mentor_at_once(by, organisation):
    person = make.PersonFactory(organisation=organisation, adult=True)
    user = actions.ensure_user(person)
    for role in (RoleCode.TEACHER, RoleCode.COORDINATOR, RoleCode.MENTOR, RoleCode.MENTOR):
        actions.grant_role(user, role=role, organisation=organisation, starts_on=ON, by=by)

    assert standing(user).roles_in(organisation.pk) == {"teacher", "coordinator", "mentor"}
    assert actions.ensure_user(person) == user


def test_a_role_ends_but_not_the_last_coordinators(by, organisation):
    mine = RoleAssignment.objects.get(user=by)

    with pytest.raises(LastCoordinator):
        actions.end_role(mine, on=ON, by=by)
    make.staff(RoleCode.COORDINATOR, organisation)
    actions.end_role(mine, on=date(2026, 11, 22), by=by)

    assert standing(type(by).objects.get(pk=by.pk)).organisations == ()


def test_a_clearance_clears_an_adult_for_its_term(by, organisation):
    mentor = make.PersonFactory(organisation=organisation, adult=True)

    clearance = actions.record_clearance(mentor, checked_on=date(2026, 8, 25), valid_until=date(2026, 12, 31), by=by)

    days = (date(2026, 8, 24), date(2026, 8, 25), date(2026, 12, 31), date(2027, 1, 1))
    assert [queries.is_cleared(mentor, day) for day in days] == [False, True, True, False]
    actions.withdraw_clearance(clearance, on=date(2026, 11, 1), by=by)
    assert [queries.is_cleared(mentor, day) for day in (date(2026, 10, 31), date(2026, 11, 1))] == [True, False]


def test_what_cannot_be_recorded_as_clearance(by, organisation):
    child = make.PersonFactory(organisation=organisation)
    mentor = make.PersonFactory(organisation=organisation, adult=True)
    actions.record_clearance(mentor, checked_on=ON, by=by)

    with pytest.raises(ClearanceForAdults):
        actions.record_clearance(child, checked_on=ON, by=by)
    with pytest.raises(DateInFuture):
        actions.record_clearance(mentor, checked_on=date(2026, 11, 24), by=by)
    with pytest.raises(ClearanceRecorded):
        actions.record_clearance(mentor, checked_on=ON, by=by)


def test_adult_mentors_without_clearance_are_asked_for(by, organisation):
    people = {
        "никем": make.PersonFactory(organisation=organisation, adult=True, with_user=True),
        "допущен": make.PersonFactory(organisation=organisation, adult=True, with_user=True),
        "ребёнок": make.PersonFactory(organisation=organisation, with_user=True),
        "чужой": make.PersonFactory(adult=True, with_user=True),
    }
    for person in people.values():
        make.RoleAssignmentFactory(user=person.user, role=RoleCode.MENTOR, organisation=person.organisation)
    actions.record_clearance(people["допущен"], checked_on=ON, by=by)

    assert list(queries.without_clearance(by, ON)) == [people["никем"]]


def test_search_finds_any_spelling(organisation):
    person = make.PersonFactory(organisation=organisation, surname="Семёнов", given_name="Пётр", patronymic="Ильич")
    make.PersonFactory(organisation=organisation, surname="Семёнов", given_name="Иван", patronymic="Ильич")

    assert list(Person.objects.filter(queries.found_by("петр СЕМЕН"))) == [person]
