"""Names and words, years, groups, holidays, staff."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.organisations.models import AcademicYear, Holiday, StudyGroup
from nastavnik.domain.organisations.queries import study_groups
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person, RoleAssignment
from nastavnik.domain.people.rules import standing
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PAGES = ["/organisation/", "/organisation/years/", "/organisation/groups/", "/organisation/holidays/",
         "/organisation/staff/"]  # fmt: skip


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture
def organisation(coordinator):
    return coordinator.person.organisation


def form_of(organisation, **changes):
    names = ("title", "short_title", "city", "letterhead", "head_post", "study_group_word", "time_zone")
    start = {name: getattr(organisation, name) for name in names}
    return {**start, "own_consent_from": 14, "version": organisation.version, **changes}


def test_the_words_of_the_organisation_are_changed(client, organisation):
    answer = client.post("/organisation/", form_of(organisation, study_group_word="group", own_consent_from=16))

    assert (answer.status_code, answer.url) == (303, "/organisation/")
    organisation.refresh_from_db()
    assert (organisation.study_group_word, organisation.own_consent_from, organisation.version) == ("group", 16, 2)


def test_a_late_form_gets_both_texts(client, organisation):
    client.post("/organisation/", form_of(organisation, city="Новозаозёрск"))

    late = client.post("/organisation/", form_of(organisation, city="Староозёрск"))

    page = late.content.decode()
    assert late.status_code == 409
    assert "Новозаозёрск" in page
    assert "Староозёрск" in page
    assert 'name="version" value="2"' in page
    organisation.refresh_from_db()
    assert organisation.city == "Новозаозёрск"


def test_a_wrong_form_keeps_what_was_typed(client, organisation):
    answer = client.post("/organisation/", form_of(organisation, title="", city="Новозаозёрск"))

    assert answer.status_code == 422
    assert "Новозаозёрск" in answer.content.decode()


def test_groups_are_added_in_one_spelling(client, organisation):
    client.post("/organisation/groups/", {"title": "6 «б» класс"})
    again = client.post("/organisation/groups/", {"title": "6-Б"})

    assert list(StudyGroup.objects.values_list("title", "grade", "academic_year__title")) == [("6Б", 6, "2026/27")]
    assert again.status_code == 422
    assert "уже есть" in again.content.decode()


def test_groups_stand_in_the_order_of_grades_and_count_nobody_whose_data_are_erased(client, organisation):
    year = make.AcademicYearFactory(organisation=organisation)
    for title, grade in (("10А", 10), ("Шахматы", None), ("5Б", 5), ("5А", 5)):
        make.StudyGroupFactory(academic_year=year, organisation=organisation, title=title, grade=grade)
    group = StudyGroup.objects.get(title="5А")
    for erased_on in (None, date(2026, 11, 1)):
        child = make.PersonFactory(organisation=organisation, erased_on=erased_on)
        child.enrolments.create(organisation=organisation, study_group=group, starts_on=date(2026, 9, 1))

    page = client.get("/organisation/groups/").content.decode()
    listed = re.findall('role="row"><th role="rowheader" scope="row">([^<]+)</th>', page)

    assert listed == ["5А", "5Б", "10А", "Шахматы"]
    assert list(study_groups(year, date(2026, 11, 23)).values_list("people", flat=True)) == [1, 0, 0, 0]


def test_holidays_are_added_and_removed(client, organisation):
    client.post("/organisation/holidays/", {"title": "Осенние", "starts_on": "2026-10-31", "ends_on": "2026-11-08"})
    backwards = client.post(
        "/organisation/holidays/", {"title": "Зимние", "starts_on": "2027-01-10", "ends_on": "2026-12-31"}
    )
    holiday = Holiday.objects.get()

    assert backwards.status_code == 422
    assert "Осенние" in client.get("/organisation/holidays/").content.decode()
    assert client.post(f"/organisation/holidays/{holiday.pk}/remove/").status_code == 303
    assert Holiday.objects.count() == 0


def test_another_organisations_holiday_does_not_exist(client, organisation):
    stranger = make.OrganisationFactory()
    holiday = Holiday.objects.create(
        organisation=stranger, title="Чужие", starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 8)
    )

    assert client.post(f"/organisation/holidays/{holiday.pk}/remove/").status_code == 404
    assert "Чужие" not in client.get("/organisation/holidays/").content.decode()


def test_a_year_is_added(client, organisation):
    answer = client.post("/organisation/years/", {"starts_on": "2027-09-01", "ends_on": "2028-08-31"})

    assert answer.status_code == 303
    assert AcademicYear.objects.get(organisation=organisation).title == "2027/28"


def test_one_person_gets_a_second_role(client, coordinator, organisation):
    form = {"person": coordinator.person.pk, "role": RoleCode.TEACHER, "starts_on": "2026-11-23"}

    answer = client.post("/organisation/staff/", form)

    assert answer.status_code == 303
    again = type(coordinator).objects.get(pk=coordinator.pk)
    assert standing(again).roles_in(organisation.pk) == {"coordinator", "teacher"}


def test_a_stranger_gets_no_role(client, organisation):
    stranger = make.PersonFactory(adult=True)
    child = make.PersonFactory(organisation=organisation)

    for person in (stranger, child):
        form = {"person": person.pk, "role": RoleCode.HEAD, "starts_on": "2026-11-23"}
        assert client.post("/organisation/staff/", form).status_code == 422


def test_a_role_is_taken_back_but_not_the_last_coordinators(client, coordinator, organisation):
    teacher = make.staff(RoleCode.TEACHER, organisation)
    theirs, mine = (RoleAssignment.objects.get(user=user) for user in (teacher, coordinator))

    assert client.post(f"/organisation/staff/{theirs.pk}/end/").status_code == 303
    refused = client.post(f"/organisation/staff/{mine.pk}/end/")

    theirs.refresh_from_db()
    assert theirs.ends_on == date(2026, 11, 23)
    assert refused.status_code == 422
    assert "единственный куратор" in refused.content.decode()


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("role", ["head", "teacher", "mentor", "administrator"])
def test_only_the_coordinator_opens_these_pages(client, url, role):
    client.force_login(make.staff(role))

    assert client.get(url).status_code == 403


@pytest.mark.parametrize("url", PAGES)
def test_every_list_costs_the_same_for_one_and_for_three(client, organisation, url):
    counts = []
    for number in (1, 2):
        for index in range(number):
            make.StudyGroupFactory(academic_year__organisation=organisation)
            make.staff(RoleCode.TEACHER, organisation)
            starts_on = date(2027, number, 1 + index)
            Holiday.objects.create(organisation=organisation, title="Дни", starts_on=starts_on, ends_on=starts_on)
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        counts.append(len(found))

    assert counts[0] == counts[1] <= 12


def test_who_is_added_from_the_staff_page_comes_back_chosen_as_the_head(client, organisation):
    assert 'href="/people/add/?role=staff"' in client.get("/organisation/staff/").content.decode()

    added = client.post("/people/add/?role=staff", {"surname": "Черных", "given_name": "Лев", "post": "директор"})

    person = Person.objects.get(surname="Черных")
    assert (added.status_code, added.url) == (303, f"/organisation/staff/?person={person.pk}")
    page = client.get(added.url).content.decode()
    assert f'<option value="{person.pk}" selected>' in page
    assert '<option value="head" selected>' in page


def test_with_a_head_the_form_proposes_no_second_one(client, organisation):
    make.staff(RoleCode.HEAD, organisation)

    page = client.get("/organisation/staff/?person=999999").content.decode()

    assert '<option value="head" selected>' not in page


def test_what_is_saved_before_a_programme_runs_leads_back_to_the_first_steps(client, organisation):
    client.post("/organisation/", form_of(organisation, city="Новозаозёрск"))
    assert '<a href="/first-steps/">К первым шагам</a>' in client.get("/organisation/").content.decode()

    programme = make.ProgrammeFactory(organisation=organisation, state="preparing")
    client.post("/organisation/", form_of(organisation, city="Заозёрск", version=2))
    link = f'<a href="/first-steps/{programme.pk}/">К первым шагам</a>'
    assert link in client.get("/organisation/").content.decode()

    type(programme).objects.update(state="running")
    client.post("/organisation/", form_of(organisation, city="Староозёрск", version=3))
    page = client.get("/organisation/").content.decode()
    assert ("Сохранено." in page, "К первым шагам" in page) == (True, False)
