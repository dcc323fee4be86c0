"""«Согласны попробовать?»"""

import pytest
from django.urls import reverse

from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.enums import Answer, MentorshipState
from nastavnik.domain.people.models import Guardianship
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def proposed():
    module = make.ModuleFactory()
    mentor = scene.mentor(module, given_name="Ольга", patronymic="Петровна", phone="+79990001122")
    mentee = scene.mentee(module, given_name="Савелий")
    scene.guardian_of(mentee.person)
    [pair] = actions.propose(module, pairs=[(mentor, mentee)], on=scene.PROPOSED, by=None)
    return pair


def user_of(pair, party):
    if party == "guardian":
        return Guardianship.objects.get(child=scene.person_in(pair, "mentee")).guardian.user
    return scene.person_in(pair, party).user


def visit(client, pair, party, **answer):
    client.force_login(user_of(pair, party))
    address = reverse("mentorships:proposal", args=[pair.approvals.get(party=party).pk])
    return client.post(address, answer) if answer else client.get(address)


@pytest.mark.parametrize(
    ("party", "heading", "other"),
    [
        ("mentor", "Согласны попробовать?", "Савелий"),
        ("mentee", "Хочешь попробовать?", "Ольга Петровна"),
        ("guardian", "Согласны попробовать?", "Ольга Петровна"),
    ],
)
def test_each_side_is_asked_and_told_about_the_other(client, proposed, party, heading, other):
    page = visit(client, proposed, party).content.decode()

    assert heading in page
    assert other in page
    assert [secret for secret in ("9990001122", "1985", "2014") if secret in page] == []


def test_a_side_answers_for_itself_alone(client, proposed):
    client.force_login(user_of(proposed, "mentor"))
    address = reverse("mentorships:proposal", args=[proposed.approvals.get(party="mentee").pk])

    assert client.post(address, {"answer": "yes"}).status_code == 403
    assert proposed.approvals.get(party="mentee").answer == ""


def test_all_three_agree_and_the_pair_is_agreed(client, proposed):
    statuses = [visit(client, proposed, party, answer="yes").status_code for party in ("mentor", "mentee", "guardian")]

    proposed.refresh_from_db()
    assert (statuses, proposed.state) == ([303] * 3, MentorshipState.CONFIRMED)


def test_no_ends_it(client, proposed):
    visit(client, proposed, "guardian", answer="no")

    proposed.refresh_from_db()
    assert proposed.state == MentorshipState.DECLINED


def test_anything_else_is_no_answer(client, proposed):
    assert visit(client, proposed, "mentor", answer="maybe").status_code == 400


def test_the_coordinator_enters_a_paper_answer(client, proposed):
    client.force_login(scene.coordinator(proposed.organisation))
    approval = proposed.approvals.get(party="guardian")

    answer = client.post(reverse("mentorships:enter_paper", args=[approval.pk]), {"answer": "yes"})

    approval.refresh_from_db()
    assert (answer.status_code, approval.answer, approval.on_paper) == (303, Answer.YES, True)


def test_papers_of_several_pairs_are_entered_at_once_and_only_of_the_own_school(client, proposed):
    module = make.ModuleFactory()
    [foreign] = actions.propose(
        module, pairs=[(scene.mentor(module), scene.mentee(module))], on=scene.PROPOSED, by=None
    )
    client.force_login(scene.coordinator(proposed.organisation))
    listed = client.get(reverse("mentorships:index"), {"show": "proposed"}).content.decode()

    answer = client.post(reverse("mentorships:enter_papers"), {"pair": [proposed.pk, foreign.pk, "x"]})

    proposed.refresh_from_db()
    foreign.refresh_from_db()
    assert "родителя (Савелий)" in listed
    assert (answer.status_code, answer["Location"]) == (303, "/mentorships/?show=proposed")
    assert (proposed.state, foreign.state) == (MentorshipState.CONFIRMED, MentorshipState.PROPOSED)
    assert set(proposed.approvals.values_list("answer", "on_paper")) == {(Answer.YES, True)}
    assert set(foreign.approvals.values_list("answer", flat=True)) == {""}


def test_nobody_enters_the_own_answer_with_the_papers(client, proposed):
    user = user_of(proposed, "mentor")
    make.RoleAssignmentFactory(user=user, role="coordinator", organisation=proposed.organisation)
    client.force_login(user)

    client.post(reverse("mentorships:enter_papers"), {"pair": [proposed.pk]})

    proposed.refresh_from_db()
    answers = {approval.party: approval.answer for approval in proposed.approvals.all()}
    assert (proposed.state, answers["mentor"], answers["mentee"]) == (MentorshipState.PROPOSED, "", Answer.YES)


def test_a_mentor_enters_no_paper_and_a_stranger_finds_nothing(client, proposed):
    address = reverse("mentorships:enter_paper", args=[proposed.approvals.get(party="guardian").pk])
    client.force_login(user_of(proposed, "mentor"))
    mine = client.post(address, {"answer": "yes"}).status_code
    client.force_login(scene.coordinator(make.OrganisationFactory()))

    assert (mine, client.post(address, {"answer": "yes"}).status_code) == (403, 404)
