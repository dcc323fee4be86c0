"""What became of earlier pairs, and who is related, as matching reads it."""

from datetime import date

import pytest

from nastavnik.domain.matching.adapter import key_of
from nastavnik.domain.matching.queries import pool_of
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.matching.scene import TODAY, mentee, mentor, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module():
    return make.ModuleFactory()


def keys(*people):
    return tuple(str(one.pk) for one in people)


def guards(guardian, child):
    Guardianship.objects.create(
        organisation=child.organisation, guardian=guardian.person, child=child.person, starts_on=date(2020, 1, 1)
    )


def began(module, child, helper):
    """A mentorship at work."""
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)
    type(pair).objects.filter(pk=pair.pk).update(state="active", started_on=TODAY)
    pair.refresh_from_db()
    return pair


def again(module, participation):
    """The same person in another module."""
    return make.ParticipationFactory(module=module, person=participation.person, mentor=participation.role == "mentor")


def test_what_a_side_declined_is_not_proposed_again_and_what_the_coordinator_took_back_may_be(module):
    child, helper, other = mentee(module), mentor(module), mentor(module)
    (first,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)
    mentorships.decline(first, reason=EndReason.MENTOR_ASKED, by=None)
    (second,) = mentorships.propose(module, pairs=[(other, child)], on=TODAY, by=None)
    mentorships.decline(second, by=None)

    assert pool_of(module, as_of=TODAY).facts.declined == {keys(child, helper)}
    assert pairs_of(solved(module)) == [(child.pk, other.pk)]


def test_a_refusal_costs_a_child_the_pair_rather_than_being_asked_again(module):
    child, helper = mentee(module), mentor(module)
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)
    mentorships.decline(pair, reason=EndReason.MENTEE_ASKED, by=None)

    run = solved(module)

    assert (pairs_of(run), run.left_out.count()) == ([], 1)


@pytest.mark.parametrize(
    ("end", "reason", "fact"),
    [
        ("dissolve", EndReason.DID_NOT_FIT, "partings"),
        ("dissolve", EndReason.MOVED_AWAY, None),
        ("complete", EndReason.PLAN_DONE, "previous"),
    ],
)
def test_how_a_mentorship_ended_is_known_in_every_module(module, end, reason, fact):
    child, helper = mentee(module), mentor(module)
    pair = began(module, child, helper)
    getattr(mentorships, end)(pair, on=TODAY, reason=reason, by=None)
    later = make.ModuleFactory(organisation=module.organisation, programme=module.programme, title="Второй модуль")
    new = again(later, child), again(later, helper)

    facts = pool_of(later, as_of=TODAY).facts

    assert {name for name in ("partings", "previous") if getattr(facts, name) == {keys(*new)}} == ({fact} - {None})
    assert facts.declined == frozenset()


def test_a_parent_is_never_the_mentor_of_the_own_child(module):
    child, parent = mentee(module), mentor(module)
    guards(parent, child)
    module.matching_settings = {"rules": {"kinship": False}}
    module.save()

    assert pairs_of(solved(module)) == []


@pytest.mark.parametrize(("asked", "pairs"), [(True, 0), (False, 1)])
def test_children_of_one_guardian_are_a_pair_only_where_the_module_says_so(asked, pairs):
    module = make.ModuleFactory(matching_settings={"rules": {"kinship": asked}})
    younger, older = mentee(module), mentee(module)
    parent = mentor(
        make.ModuleFactory(organisation=module.organisation, programme=module.programme, title="Второй модуль")
    )
    type(older).objects.filter(pk=older.pk).update(role="mentor")
    guards(parent, younger)
    guards(parent, older)

    assert len(pairs_of(solved(module))) == pairs


def test_blended_mentoring_may_stand_beside_another_pair_of_the_same_mentee():
    module = make.ModuleFactory(kind=Kind.BLENDED)
    child, helper, other = mentee(module), mentor(module), mentor(module)
    mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)

    assert pairs_of(solved(module)) == [(child.pk, other.pk)]


def test_a_child_in_a_pair_is_not_free_but_may_be_matched_anew_before_it_began(module):
    child, helper = mentee(module), mentor(module, values={"places": 1})
    mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)

    plain, anew = pool_of(module, as_of=TODAY), pool_of(module, as_of=TODAY, rematch=True)

    assert ([m.key for m in plain.mentees], [m.places for m in plain.mentors]) == ([], [0])
    assert ([m.key for m in anew.mentees], [m.places for m in anew.mentors]) == ([str(child.pk)], [1])
    assert anew.facts.current == {keys(child, helper)}


def test_a_pair_at_work_is_not_matched_anew(module):
    child, helper = mentee(module), mentor(module)
    began(module, child, helper)

    assert pool_of(module, as_of=TODAY, rematch=True).mentees == ()


def test_the_engine_reads_the_facts_by_its_own_ids(module):
    child, helper = mentee(module), mentor(module)
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None)
    mentorships.decline(pair, reason=EndReason.DID_NOT_FIT, by=None)

    (ids,) = pool_of(module, as_of=TODAY).problem.declined

    assert tuple(key_of(one) for one in ids) == keys(child, helper)
