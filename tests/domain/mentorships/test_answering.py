"""Yes and no."""

import pytest

from nastavnik.domain.mentorships import actions, queries, rules
from nastavnik.domain.mentorships.enums import Answer, MentorshipState
from nastavnik.domain.mentorships.errors import AlreadyAnswered, AnswersMissing, NoLongerAsked, OwnAnswerOnPaper
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.programmes.enums import ParticipationState
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def proposed():
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    scene.guardian_of(mentee.person)
    [pair] = actions.propose(module, pairs=[(mentor, mentee)], on=scene.PROPOSED, by=None)
    return pair


def say(pair, party, answer=Answer.YES):
    approval = pair.approvals.get(party=party)
    person = approval.member.person
    by = Guardianship.objects.get(child=person).guardian.user if party == "guardian" else person.user
    return actions.answer(approval, answer=answer, by=by)


def test_the_last_yes_agrees_the_pair_and_tells_both(proposed):
    say(proposed, "mentor")
    say(proposed, "mentee")
    proposed.refresh_from_db()
    before = proposed.state
    say(proposed, "guardian")
    proposed.refresh_from_db()

    assert (before, proposed.state) == (MentorshipState.PROPOSED, MentorshipState.CONFIRMED)
    assert Message.objects.filter(kind="pair_confirmed").count() == 2


def test_a_no_ends_the_proposal_and_the_people_can_be_matched_again(proposed):
    say(proposed, "mentor")
    say(proposed, "guardian", Answer.NO)

    proposed.refresh_from_db()
    assert proposed.state == MentorshipState.DECLINED
    assert proposed.state_changes.get(action="decline").reason == "guardian_asked"
    assert not proposed.members.filter(ends_on__isnull=True).exists()
    assert {m.participation.state for m in proposed.members.all()} == {ParticipationState.READY}
    again = [m.participation for m in proposed.members.order_by("role")]
    pairs = [(next(p for p in again if p.role == "mentor"), next(p for p in again if p.role == "mentee"))]
    assert len(actions.propose(proposed.module, pairs=pairs, on=scene.TODAY, by=None)) == 1


def test_an_answer_is_given_once(proposed):
    say(proposed, "mentor")

    with pytest.raises(AlreadyAnswered):
        say(proposed, "mentor", Answer.NO)

    assert proposed.approvals.get(party="mentor").answer == Answer.YES


def test_of_two_answers_read_at_the_same_time_the_first_counts(proposed):
    first, second = proposed.approvals.get(party="mentor"), proposed.approvals.get(party="mentor")
    by = first.member.person.user
    actions.answer(first, answer=Answer.YES, by=by)

    with pytest.raises(AlreadyAnswered):
        actions.answer(second, answer=Answer.NO, by=by)


def test_after_a_no_nobody_is_asked(proposed):
    say(proposed, "mentor", Answer.NO)

    with pytest.raises(NoLongerAsked):
        say(proposed, "mentee")


def test_the_coordinator_enters_what_was_signed_on_paper(proposed):
    staff = scene.coordinator(proposed.organisation)

    for approval in proposed.approvals.all():
        actions.answer(approval, answer=Answer.YES, by=staff, on_paper=True)

    proposed.refresh_from_db()
    assert proposed.state == MentorshipState.CONFIRMED
    assert set(proposed.approvals.values_list("on_paper", "by")) == {(True, staff.pk)}


def test_nobody_enters_their_own_answer_as_paper(proposed):
    approval = proposed.approvals.get(party="mentor")
    user = approval.member.person.user
    make.RoleAssignmentFactory(user=user, role=RoleCode.COORDINATOR, organisation=proposed.organisation)

    with pytest.raises(OwnAnswerOnPaper):
        actions.answer(approval, answer=Answer.YES, by=user, on_paper=True)

    assert not rules.can_enter_paper(user, approval)
    assert rules.can_enter_paper(user, proposed.approvals.get(party="mentee"))


def test_who_may_answer(proposed):
    mentor, mentee = scene.person_in(proposed, "mentor"), scene.person_in(proposed, "mentee")
    parent = Guardianship.objects.get(child=mentee).guardian
    may = {
        (user.pk, a.party): rules.can_answer(user, a)
        for user in (mentor.user, mentee.user, parent.user)
        for a in proposed.approvals.all()
    }

    assert {pair for pair, answer in may.items() if answer} == {
        (mentor.user.pk, "mentor"),
        (mentee.user.pk, "mentee"),
        (parent.user.pk, "guardian"),
    }


def test_confirming_before_all_answered_is_refused(proposed):
    with pytest.raises(AnswersMissing):
        actions.confirm(proposed, by=None)


def test_what_waits_for_me(proposed):
    mentee = scene.person_in(proposed, "mentee")
    parent = Guardianship.objects.get(child=mentee).guardian

    assert [a.party for a in queries.awaiting_my_answer(mentee.user)] == ["mentee"]
    assert [a.party for a in queries.awaiting_my_answer(parent.user)] == ["guardian"]
    say(proposed, "guardian")
    assert list(queries.awaiting_my_answer(parent.user)) == []
