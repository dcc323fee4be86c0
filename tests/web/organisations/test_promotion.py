"""The page that takes the classes into the next year."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core import clock
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people.actions import enrol_in_group
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Enrolment, Promotion
from tests import factories as make

pytestmark = pytest.mark.django_db
PAGE = "/organisation/groups/promotion/"


@pytest.fixture(autouse=True)
def _august():
    with clock.fixed(datetime(2027, 8, 27, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def school(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user.person.organisation


@pytest.fixture
def year(school):
    return make.AcademicYearFactory(
        organisation=school, title="2026/27", starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31)
    )


def pupil(year, group, surname):
    there, _made = StudyGroup.objects.get_or_create(
        organisation=year.organisation, academic_year=year, title=group, defaults={"grade": int(group[:-1])}
    )
    person = make.PersonFactory(organisation=year.organisation, surname=surname)
    enrol_in_group(person, study_group=there, starts_on=date(2026, 9, 1), by=None)
    return person


def filled(page, **changes):
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


def test_the_page_says_which_class_becomes_which_and_takes_them_there_and_back(client, year):
    stays, goes = pupil(year, "5А", "Аистова"), pupil(year, "5А", "Белкина")
    page = client.get(PAGE)
    assert 'value="6А"' in page.content.decode()

    answer = client.post(PAGE, filled(page, **{f"person_{stays.pk}": "stay"}))

    assert (answer.status_code, answer.url) == (303, PAGE)
    titles = (
        Enrolment.objects.filter(ends_on=None).order_by("person__surname").values_list("study_group__title", flat=True)
    )
    assert list(titles) == ["5А", "6А"]
    assert "Переводить некого" in client.get(PAGE).content.decode()

    client.post(f"{PAGE}{Promotion.objects.get().pk}/undo/")
    assert Enrolment.objects.filter(person=goes).get().ends_on is None


def test_a_class_without_a_name_is_asked_for_and_nothing_typed_is_lost(client, year):
    pupil(year, "5А", "Аистова")
    group = StudyGroup.objects.get()

    answer = client.post(PAGE, filled(client.get(PAGE), **{f"title_{group.pk}": " "}))

    assert answer.status_code == 422
    assert "в какой класс переходит 5А" in answer.content.decode()
    assert Promotion.objects.count() == 0


def test_the_page_costs_the_same_for_one_and_for_three(client, year):
    counts = []
    for names in (("Аистова",), ("Белкина", "Волкова")):
        for name in names:
            pupil(year, "5А", name)
        with CaptureQueriesContext(connection) as found:
            client.get(PAGE)
        counts.append(len(found))

    assert counts[0] == counts[1] <= 16
