"""Opening an institution, its year, groups and holidays."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.organisations import actions, queries
from nastavnik.domain.organisations.errors import AcademicYearExists, PeriodReversed, StudyGroupExists
from nastavnik.domain.organisations.models import Organisation, Territory
from nastavnik.domain.people.actions import NewPerson, open_organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.rules import can_edit_organisation, standing
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PLACE = {"municipality": "Заозёрский округ", "region": "Вымышленный край"}


def test_each_type_has_its_word_for_groups():
    words = {
        kind: actions.create_organisation(kind=kind, title=kind, short_title=kind, **PLACE).study_group_word
        for kind in ("school", "supplementary", "college", "technopark")
    }

    assert words == {
        "school": "class",
        "supplementary": "association",
        "college": "group",
        "technopark": "association",
    }
    assert Territory.objects.count() == 2


def test_a_new_organisation_has_a_year_and_a_coordinator():
    coordinator = open_organisation(
        coordinator=NewPerson("Ветрова", "Марина", "Сергеевна"),
        kind="school",
        title="Вымышленная школа № 17",
        short_title="Школа № 17",
        **PLACE,
    )

    organisation = coordinator.organisation
    assert organisation.territory.parent.title == "Вымышленный край"
    assert [year.title for year in queries.academic_years(organisation)] == ["2026/27"]
    assert standing(coordinator.user).roles_in(organisation.pk) == {RoleCode.COORDINATOR}
    assert can_edit_organisation(coordinator.user, organisation)
    assert not coordinator.user.has_usable_password()


@pytest.mark.parametrize(("day", "title"), [(date(2026, 8, 31), "2025/26"), (date(2026, 9, 1), "2026/27")])
def test_the_academic_year_begins_in_september(day, title):
    organisation = make.OrganisationFactory()

    year = actions.ensure_academic_year(organisation, on=day)

    assert year.title == title
    assert actions.ensure_academic_year(organisation, on=day) == year


def test_a_late_form_is_answered_with_the_row_as_it_is_now():
    organisation = make.OrganisationFactory(city="Заозёрск")
    late = Organisation.objects.get(pk=organisation.pk)
    actions.edit_organisation(organisation, {"city": "Новозаозёрск"}, version=1, by=None)

    with pytest.raises(ChangedMeanwhile) as refused:
        actions.edit_organisation(late, {"city": "Староозёрск"}, version=1, by=None)

    assert refused.value.subject.city == "Новозаозёрск"


def test_type_and_territory_are_not_edited_by_the_page():
    with pytest.raises(ValueError, match="territory"):
        actions.edit_organisation(make.OrganisationFactory(), {"territory": None}, version=1, by=None)


def test_groups_are_made_once():
    year = make.AcademicYearFactory()
    actions.add_study_group(year, title="5Б", grade=5, by=None)

    with pytest.raises(StudyGroupExists):
        actions.add_study_group(year, title="5Б", grade=5, by=None)
    groups = actions.ensure_study_groups(year, wanted=[("5Б", 5), ("6А", 6), ("Вихрь", None)], by=None)

    assert sorted(groups) == ["5б", "6а", "вихрь"]
    assert sorted(queries.study_groups(year, date(2026, 11, 23)).values_list("title", "people")) == [
        ("5Б", 0),
        ("6А", 0),
        ("Вихрь", 0),
    ]


def test_years_and_holidays_have_an_order():
    organisation = make.OrganisationFactory()
    actions.add_academic_year(organisation, starts_on=date(2027, 9, 1), ends_on=date(2028, 8, 31), by=None)

    with pytest.raises(AcademicYearExists):
        actions.add_academic_year(organisation, starts_on=date(2027, 9, 1), ends_on=date(2028, 6, 30), by=None)
    with pytest.raises(PeriodReversed):
        actions.add_holiday(
            organisation, title="Осенние", starts_on=date(2026, 11, 8), ends_on=date(2026, 10, 31), by=None
        )
    holiday = actions.add_holiday(
        organisation, title="Осенние", starts_on=date(2026, 10, 31), ends_on=date(2026, 11, 8), by=None
    )
    assert list(queries.holidays(organisation)) == [holiday]

    actions.remove_holiday(holiday, by=None)

    assert list(queries.holidays(organisation)) == []
