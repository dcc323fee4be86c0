"""All mentorships; all meetings of mine."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships import actions
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

LIST = "mentorships:index"


def count(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_takes_the_same_few_queries_for_1_and_3(client):
    module = make.ModuleFactory()
    client.force_login(scene.coordinator(module.organisation))
    make.active_pair(module)
    client.get(reverse(LIST))
    one = count(client, reverse(LIST))
    make.active_pair(module)
    make.active_pair(module)

    assert count(client, reverse(LIST)) == one
    assert one <= 12


def test_chips_count_and_narrow(client):
    module = make.ModuleFactory()
    silent, fine = make.active_pair(module), make.active_pair(module)
    actions.record_meeting(fine, happens_on=date(2026, 11, 22), state="held", author=None, by=None)
    client.force_login(scene.coordinator(module.organisation))

    page = client.get(reverse(LIST) + "?show=silent")

    assert [row.pk for row in page.context["page"].object_list] == [silent.pk]
    assert {chip["code"]: chip["count"] for chip in page.context["chips"]}["work"] == 2


def test_the_silent_stand_first(client):
    module = make.ModuleFactory()
    fine, silent = make.active_pair(module), make.active_pair(module)
    actions.record_meeting(fine, happens_on=date(2026, 11, 22), state="held", author=None, by=None)
    client.force_login(scene.coordinator(module.organisation))

    assert [row.pk for row in client.get(reverse(LIST)).context["page"].object_list] == [silent.pk, fine.pk]


def test_another_schools_pair_is_not_in_the_list(client):
    far = make.active_pair()
    person = scene.person_in(far, "mentee")
    person.surname = "Канарейкин"
    person.save()
    client.force_login(scene.coordinator(make.OrganisationFactory()))

    assert "Канарейкин" not in client.get(reverse(LIST)).content.decode()


def test_who_has_one_pair_gets_the_pair(client):
    pair = make.active_pair()
    mentor = scene.person_in(pair, "mentor").user
    make.RoleAssignmentFactory(user=mentor, role=RoleCode.MENTOR, organisation=pair.organisation)
    client.force_login(mentor)

    assert client.get(reverse(LIST)).headers["Location"] == reverse("mentorships:pair", args=[pair.pk])


def test_who_has_none_gets_an_honest_page(client):
    client.force_login(make.staff(RoleCode.MENTOR))

    assert "Предложений пока нет" in client.get(reverse(LIST)).content.decode()


def test_my_meetings_take_the_same_queries_for_1_and_3(client):
    pair = make.active_pair()
    mentor = scene.person_in(pair, "mentor").user
    make.RoleAssignmentFactory(user=mentor, role=RoleCode.MENTOR, organisation=pair.organisation)
    client.force_login(mentor)
    make.MeetingFactory(mentorship=pair)
    client.get(reverse("mentorships:meetings"))
    one = count(client, reverse("mentorships:meetings"))
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 12))
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 14))

    assert count(client, reverse("mentorships:meetings")) == one
    assert one <= 12


def test_the_administrator_has_no_business_here(client):
    client.force_login(make.staff(RoleCode.ADMINISTRATOR))

    assert client.get(reverse(LIST)).status_code == 403
