"""A coordinator puts a pair, a group or a team together by hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def address(module):
    return reverse("mentorships:gather", args=[module.pk])


def test_a_group_is_proposed_and_everybody_is_asked(client):
    module = make.ModuleFactory(kind=Kind.GROUP)
    mentor, mentees = scene.mentor(module), [scene.mentee(module) for _ in range(3)]
    client.force_login(scene.coordinator(module.organisation))
    chosen = {"title": "Робототехника", "mentors": mentor.pk, "mentees": [one.pk for one in mentees[:2]]}

    answer = client.post(address(module), chosen)

    group = Mentorship.objects.get()
    assert (answer.status_code, answer.url) == (303, reverse("mentorships:pair", args=[group.pk]))
    assert (group.kind, group.way, group.state, group.title) == ("group", "hand", "proposed", "Робототехника")
    assert {one.participation for one in group.members.all()} == {mentor, *mentees[:2]}
    assert sorted(one.party for one in group.approvals.all()) == ["guardian"] * 2 + ["mentee"] * 2 + ["mentor"]


def test_nothing_is_proposed_without_both_sides(client):
    module = make.ModuleFactory(kind=Kind.VIRTUAL)
    mentor = scene.mentor(module)
    scene.mentee(module)
    client.force_login(scene.coordinator(module.organisation))

    page = client.post(address(module), {"mentors": [mentor.pk], "title": "Спроси инженера"})

    assert page.status_code == 422
    assert "Никто не выбран" in page.content.decode()
    assert "Спроси инженера" in page.content.decode()
    assert not Mentorship.objects.exists()


def test_who_lacks_something_is_named_and_cannot_be_chosen(client):
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    unasked = scene.mentee(module, consent=False, surname="Безсогласия")
    uncleared = scene.mentor(module, cleared=False, surname="Бездопуска")
    paired = scene.mentee(module, surname="Занятая")
    actions.propose(module, pairs=[(mentor, paired)], on=scene.PROPOSED, by=None)
    client.force_login(scene.coordinator(module.organisation))

    page = client.get(address(module))

    form = page.context["form"]
    assert [pk for pk, _name in form.fields["mentees"].choices] == [mentee.pk]
    assert [pk for pk, _name in form.fields["mentors"].choices] == [mentor.pk]
    assert {(one.participation, one.lacks) for one in page.context["kept_out"]} == {
        (unasked, "consent"), (uncleared, "clearance"), (paired, "taken"),
    }  # fmt: skip
    assert client.post(address(module), {"mentors": uncleared.pk, "mentees": mentee.pk}).status_code == 422


def test_where_nobody_is_left_the_page_says_so_and_names_them(client):
    module = make.ModuleFactory()
    mentor, paired = scene.mentor(module), scene.mentee(module, surname="Занятая")
    actions.propose(module, pairs=[(mentor, paired)], on=scene.PROPOSED, by=None)
    client.force_login(scene.coordinator(module.organisation))

    page = client.get(address(module)).content.decode()

    assert "Выбирать пока некого" in page
    assert "Занятая" in page
    assert "Предложить</button>" not in page


def test_the_same_two_are_not_together_twice_where_they_may_be_in_several(client):
    module = make.ModuleFactory(kind=Kind.TEAM)
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    client.force_login(scene.coordinator(module.organisation))
    chosen = {"title": "Команда", "mentors": [mentor.pk], "mentees": [mentee.pk]}
    client.post(address(module), chosen)

    page = client.post(address(module), chosen)

    assert page.status_code == 422
    assert "уже в паре или в группе" in page.content.decode()
    assert Mentorship.objects.count() == 1


def test_a_title_names_no_telephone(client):
    module = make.ModuleFactory(kind=Kind.GROUP)
    chosen = {"mentors": scene.mentor(module).pk, "mentees": [scene.mentee(module).pk], "title": "+7 900 000-00-17"}
    client.force_login(scene.coordinator(module.organisation))

    assert client.post(address(module), chosen).status_code == 422


def test_short_meetings_are_chosen_by_the_mentees(client):
    module = make.ModuleFactory(kind=Kind.FLASH)
    client.force_login(scene.coordinator(module.organisation))

    assert client.get(address(module)).url == reverse("mentorships:flash")


def test_of_several_programmes_one_is_chosen_and_the_only_one_opens(client):
    module = make.ModuleFactory()
    client.force_login(scene.coordinator(module.organisation))
    assert client.get(reverse("mentorships:by_hand")).url == address(module)

    other = make.ModuleFactory(programme=module.programme, kind=Kind.GROUP, title="Группы")

    listed = client.get(reverse("mentorships:by_hand")).context["modules"]
    assert {one.pk for one in listed} == {module.pk, other.pk}


def test_a_page_of_three_takes_the_queries_of_a_page_of_one(client):
    module = make.ModuleFactory(kind=Kind.GROUP)
    scene.mentor(module), scene.mentee(module)
    client.force_login(scene.coordinator(module.organisation))
    client.get(address(module))

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(module))
        return len(queries)

    one = count()
    for _ in range(2):
        scene.mentor(module), scene.mentee(module)

    assert count() == one
