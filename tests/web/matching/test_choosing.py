"""«С кем хотелось бы?»: one question, from «Сегодня» or from paper."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.matching import actions, queries
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance
from tests import factories as make
from tests.domain.matching import scene
from tests.domain.matching.meeting_scene import Gathering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def gathering():
    found = Gathering(mentors=3).opened()
    for participation in found.everybody:
        make.RoleAssignmentFactory(
            user=participation.person.user, role=participation.role, organisation=found.module.organisation
        )
    return found


def address(gathering, who):
    return reverse("matching:choose", args=[gathering.presence(who).pk])


def form(gathering, who, *chosen, **more):
    picked = {f"choice_{rank}": p.pk for rank, p in enumerate(chosen, start=1)}
    return {"version": gathering.presence(who).version, **picked, **more}


def as_themself(client, who):
    client.force_login(who.person.user)


def test_a_child_is_asked_today_and_answers(client, gathering):
    child, (first, second, _third) = gathering.mentees[0], gathering.mentors
    as_themself(client, child)
    [item] = needs_me(child.person.user, gathering.module.organisation, scene.TODAY)
    assert (item.url_name, item.url_args) == ("matching:choose", (gathering.presence(child).pk,))
    page = client.get(address(gathering, child)).content.decode()
    assert "С кем хочешь заниматься?" in page
    assert first.person.list_name in page
    assert gathering.mentees[1].person.list_name not in page

    answer = client.post(address(gathering, child), form(gathering, child, second, first))

    assert answer.headers["Location"] == reverse("desk:today")
    assert queries.choices_by(gathering.presence(child)) == [second.pk, first.pk]
    assert needs_me(child.person.user, gathering.module.organisation, scene.TODAY) == []


def test_who_lost_the_clearance_reads_no_names_of_children(client, gathering):
    mentor = gathering.mentors[0]
    Clearance.objects.filter(person=mentor.person).delete()
    as_themself(client, mentor)

    page = client.get(address(gathering, mentor)).content.decode()

    assert "не хватает согласия или допуска" in page
    assert [child.person.list_name in page for child in gathering.mentees] == [False, False]


def test_a_grown_up_is_said_you_to(client, gathering):
    as_themself(client, gathering.mentors[0])

    assert "С кем вы хотели бы работать?" in client.get(address(gathering, gathering.mentors[0])).content.decode()


def test_an_empty_place_between_two_is_closed_up(client, gathering):
    child, (first, _second, third) = gathering.mentees[0], gathering.mentors
    as_themself(client, child)

    client.post(address(gathering, child), {**form(gathering, child), "choice_1": first.pk, "choice_3": third.pk})

    assert queries.choices_by(gathering.presence(child)) == [first.pk, third.pk]


def test_nobody_for_now_is_an_answer_of_its_own(client, gathering):
    child, mentor = gathering.mentees[0], gathering.mentors[0]
    as_themself(client, child)

    empty = client.post(address(gathering, child), form(gathering, child))
    assert empty.status_code == 422
    assert "Никто не выбран" in empty.content.decode()
    twice = client.post(address(gathering, child), form(gathering, child, mentor, mentor))
    assert twice.status_code == 422
    assert "выбран дважды" in twice.content.decode()
    assert client.post(address(gathering, child), form(gathering, child, nobody="1")).status_code == 303

    assert gathering.presence(child).answered_at is not None
    assert queries.choices_by(gathering.presence(child)) == []


def test_somebody_who_did_not_come_cannot_be_named(client, gathering):
    absent = scene.mentor(gathering.module)
    child = gathering.mentees[0]
    as_themself(client, child)

    answer = client.post(address(gathering, child), form(gathering, child, absent))

    assert answer.status_code == 422
    assert queries.choices_by(gathering.presence(child)) == []


def test_nobody_opens_the_question_of_somebody_else(client, gathering):
    child, other = gathering.mentees
    for user in (other.person.user, gathering.mentors[0].person.user):
        client.force_login(user)
        assert client.get(address(gathering, child)).status_code == 404
    for role, status in ((RoleCode.TEACHER, 403), (RoleCode.HEAD, 403), (RoleCode.GUARDIAN, 403)):
        client.force_login(make.staff(role, gathering.module.organisation))
        assert client.get(address(gathering, child)).status_code == status


def test_the_coordinator_writes_down_a_paper_and_never_an_own_answer_anew(client, gathering):
    child, other = gathering.mentees
    mentor = gathering.mentors[0]
    gathering.say(child, mentor)
    client.force_login(gathering.by)

    answer = client.post(address(gathering, other), form(gathering, other, mentor))

    assert answer.headers["Location"] == reverse("matching:meeting", args=[gathering.meeting.pk])
    assert queries.choices_by(gathering.presence(other)) == [mentor.pk]
    assert "только сам человек" in client.get(address(gathering, child)).content.decode()
    refused = client.post(address(gathering, child), form(gathering, child, gathering.mentors[1]))
    assert refused.status_code == 422
    assert queries.choices_by(gathering.presence(child)) == [mentor.pk]


def test_after_closing_one_still_reads_the_own_answer_alone(client, gathering):
    child, mentor = gathering.mentees[0], gathering.mentors[0]
    gathering.say(child, mentor)
    gathering.say(mentor, child)
    actions.close_choices(gathering.meeting, by=gathering.by)
    as_themself(client, child)

    page = client.get(address(gathering, child)).content.decode()

    assert "Твой выбор" in page
    assert mentor.person.list_name in page
    assert 'name="choice_1"' not in page
    assert client.post(address(gathering, child), form(gathering, child, nobody="1")).status_code == 422


def test_a_late_form_is_refused(client, gathering):
    child = gathering.mentees[0]
    late = form(gathering, child, gathering.mentors[1])
    gathering.say(child, gathering.mentors[0])
    as_themself(client, child)

    assert client.post(address(gathering, child), late).status_code == 409
    assert queries.choices_by(gathering.presence(child)) == [gathering.mentors[0].pk]


def test_the_coordinator_hears_what_a_meeting_waits_for():
    gathering = Gathering()

    def titles():
        items = needs_me(gathering.by, gathering.module.organisation, scene.TODAY)
        return [item.title.replace("\xa0", " ") for item in items if item.url_name == "matching:meeting"]

    assert titles() == ["Отметьте, кто пришёл: Общая встреча, 22 ноября"]
    gathering.opened()
    assert titles() == ["Идёт выбор: Общая встреча, 22 ноября"]
    actions.close_choices(gathering.meeting, by=gathering.by)
    assert titles() == []


def test_a_meeting_ahead_waits_for_nobody():
    gathering = Gathering()
    actions.edit_group_meeting(
        gathering.meeting, title="Позже", held_on=date(2026, 12, 1), place="", version=1, by=gathering.by
    )
    make.checked(gathering.module.organisation, by=gathering.by)

    assert needs_me(gathering.by, gathering.module.organisation, scene.TODAY) == []
