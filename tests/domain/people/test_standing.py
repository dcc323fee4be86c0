"""A role holds on the days of its own organisation."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.core import clock
from nastavnik.domain.people import queries
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.rules import standing
from tests import factories as make

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)  # half past midnight in Moscow, half past nine in Kamchatka


@pytest.mark.parametrize(
    ("time_zone", "today"),
    [
        ("Europe/Kaliningrad", date(2026, 11, 22)),
        ("Europe/Moscow", date(2026, 11, 23)),
        ("Asia/Kamchatka", date(2026, 11, 23)),
    ],
)
def test_a_role_given_today_holds_at_once_and_to_the_end_of_its_last_day(time_zone, today):
    organisation = make.OrganisationFactory(time_zone=time_zone)
    user = make.RoleAssignmentFactory(
        organisation=organisation, role="coordinator", starts_on=today, ends_on=today
    ).user

    with clock.fixed(LATE):
        assert clock.today(time_zone) == today
        assert [one.pk for one in standing(user).organisations] == [organisation.pk]


def test_a_role_of_tomorrow_does_not_hold_yet():
    organisation = make.OrganisationFactory(time_zone="Europe/Kaliningrad")
    user = make.RoleAssignmentFactory(organisation=organisation, role="coordinator", starts_on=date(2026, 11, 23)).user

    with clock.fixed(LATE):
        assert standing(user).organisations == ()


def test_wards_are_those_of_today_and_of_who_holds_the_role_of_a_guardian(now):
    child = make.PersonFactory()
    parent = make.PersonFactory(organisation=child.organisation, adult=True, with_user=True)
    guarded = Guardianship.objects.create(
        organisation=child.organisation, guardian=parent, child=child, starts_on=date(2026, 9, 1)
    )
    assert list(queries.ward_ids(parent.user)) == []

    make.RoleAssignmentFactory(user=parent.user, role="guardian", organisation=child.organisation)
    parent = Person.objects.get(pk=parent.pk)
    assert list(queries.ward_ids(parent.user)) == [{"child": child.pk}]

    Guardianship.objects.filter(pk=guarded.pk).update(ends_on=date(2026, 11, 22))
    assert list(queries.ward_ids(parent.user)) == []
