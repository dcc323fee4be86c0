"""Asking both sides."""

import pytest

from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.errors import AlreadyInPair, ClearanceMissing, NotReady, TooMany, WithThemself
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval, MentorshipMember
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def propose(module, *pairs):
    return actions.propose(module, pairs=pairs, on=scene.PROPOSED, by=None)


def test_a_proposal_asks_the_mentor_the_mentee_and_the_guardian_of_the_child():
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)

    [pair] = propose(module, (mentor, mentee))

    assert pair.state == MentorshipState.PROPOSED
    asked = {(a.party, a.member.participation_id, a.answer) for a in pair.approvals.select_related("member")}
    assert asked == {("mentor", mentor.pk, ""), ("mentee", mentee.pk, ""), ("guardian", mentee.pk, "")}


def test_the_consent_of_the_child_is_named_on_the_membership():
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)

    [pair] = propose(module, (mentor, mentee))

    members = {m.participation_id: m for m in pair.members.all()}
    assert (members[mentee.pk].is_minor, members[mentee.pk].consent) == (True, mentee.person.consents.get())
    assert (members[mentor.pk].is_minor, members[mentor.pk].consent) == (False, None)


def test_a_minor_mentor_needs_a_consent_and_a_guardian_too():
    module = make.ModuleFactory()
    older = make.PersonFactory(organisation=module.organisation, birth_date=scene.date(2010, 5, 5))
    mentor = make.ParticipationFactory(module=module, person=older, role=ParticipationRole.MENTOR)
    mentee = scene.mentee(module)

    with pytest.raises(ConsentMissing) as missing:
        propose(module, (mentor, mentee))
    make.signed_consent(older)
    [pair] = propose(module, (mentor, mentee))

    assert missing.value.params == {"name": older.list_name}
    assert sorted(pair.approvals.values_list("party", flat=True)) == ["guardian", "guardian", "mentee", "mentor"]


def test_guardians_mentors_and_mentees_hear_of_it_once():
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    parent = scene.guardian_of(mentee.person)

    propose(module, (mentor, mentee))

    told = Message.objects.filter(kind="pair_proposed").values_list("recipient", flat=True)
    assert sorted(told) == sorted([mentor.person_id, mentee.person_id, parent.pk])


def test_without_the_childs_consent_nothing_is_proposed():
    module = make.ModuleFactory()
    fine, mentee = scene.mentee(module), scene.mentee(module, consent=False)

    with pytest.raises(ConsentMissing) as missing:
        propose(module, (scene.mentor(module), fine), (scene.mentor(module), mentee))

    assert missing.value.params == {"name": mentee.person.list_name}
    assert Mentorship.objects.count() == MentorshipMember.objects.count() == MentorshipApproval.objects.count() == 0


def test_an_adult_without_clearance_is_not_proposed_to_a_child():
    module = make.ModuleFactory()
    mentor = scene.mentor(module, cleared=False)

    with pytest.raises(ClearanceMissing) as missing:
        propose(module, (mentor, scene.mentee(module)))

    assert missing.value.params == {"name": mentor.person.list_name}


def test_between_grown_ups_nobody_asks_for_clearance_or_a_guardian():
    module = make.ModuleFactory()
    colleague = make.ParticipationFactory(
        module=module, person=make.PersonFactory(organisation=module.organisation, adult=True)
    )

    [pair] = propose(module, (scene.mentor(module, cleared=False), colleague))

    assert sorted(pair.approvals.values_list("party", flat=True)) == ["mentee", "mentor"]


def test_one_mentee_is_not_in_two_pairs_at_once():
    module = make.ModuleFactory()
    mentee = scene.mentee(module)
    propose(module, (scene.mentor(module), mentee))

    with pytest.raises(AlreadyInPair) as taken:
        propose(module, (scene.mentor(module), mentee))

    assert taken.value.params == {"name": mentee.person.list_name}


def test_one_mentee_is_not_in_two_pairs_of_one_proposal():
    module = make.ModuleFactory()
    mentee = scene.mentee(module)

    with pytest.raises(AlreadyInPair):
        propose(module, (scene.mentor(module), mentee), (scene.mentor(module), mentee))

    assert Mentorship.objects.count() == 0


def test_in_a_kind_that_is_not_exclusive_the_same_two_are_not_together_twice():
    module = make.ModuleFactory(kind=Kind.SITUATIONAL)
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    propose(module, (mentor, mentee))

    other = propose(module, (scene.mentor(module), mentee))
    with pytest.raises(AlreadyInPair):
        propose(module, (mentor, mentee))

    assert len(other) == 1


def test_who_cannot_be_matched_is_not_proposed():
    module = make.ModuleFactory()
    mentee = scene.mentee(module)
    mentee.state = ParticipationState.SUSPENDED
    mentee.save()

    with pytest.raises(NotReady):
        propose(module, (scene.mentor(module), mentee))


def test_a_participation_of_another_module_is_not_proposed():
    module, elsewhere = make.ModuleFactory(), make.ModuleFactory()

    with pytest.raises(NotReady):
        propose(module, (scene.mentor(module), scene.mentee(elsewhere)))


def test_nobody_is_a_pair_with_themself():
    module = make.ModuleFactory()
    mentor = scene.mentor(module)
    both = make.ParticipationFactory(module=module, person=mentor.person)

    with pytest.raises(WithThemself):
        propose(module, (mentor, both))


def test_a_group_is_one_mentorship_with_several_mentees():
    module = make.ModuleFactory(kind=Kind.GROUP)
    mentees = [scene.mentee(module) for _ in range(3)]

    group = actions.propose_group(
        module, mentor=scene.mentor(module), mentees=mentees, title="Робототехника", on=scene.PROPOSED, by=None
    )

    assert (group.title, group.members.count(), group.approvals.count()) == ("Робототехника", 4, 7)


def test_a_pair_takes_one_mentee():
    module = make.ModuleFactory()

    with pytest.raises(TooMany):
        actions.propose_group(
            module,
            mentor=scene.mentor(module),
            mentees=[scene.mentee(module), scene.mentee(module)],
            on=scene.PROPOSED,
            by=None,
        )


def test_the_checks_of_a_proposal_take_the_same_queries_for_one_and_for_ten(django_assert_max_num_queries):
    module = make.ModuleFactory()
    ten = [(scene.mentor(module), scene.mentee(module)) for _ in range(10)]

    with django_assert_max_num_queries(20 + 10 * 14):  # a message for each person and an entry in the trail for each
        propose(module, *ten)

    assert Mentorship.objects.count() == 10
