"""What became of earlier pairs, and who is related, as matching reads it."""

from datetime import date

import pytest

from nastavnik.core import clock, jobs
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.adapter import key_of
from nastavnik.domain.matching.enums import DecisionKind
from nastavnik.domain.matching.models import PairDecision
from nastavnik.domain.matching.queries import pool_of
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import EndReason, Outcome, Way
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.matching.scene import TODAY, coordinator, mentee, mentor, pairs_of, solved

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


@pytest.mark.parametrize("called_off", [False, True])
def test_two_whose_personal_meeting_went_badly_are_not_proposed_again(module, called_off):
    child, helper, other = mentee(module), mentor(module), mentor(module)
    by = coordinator(module.organisation)
    ways = {(helper.pk, child.pk): Way.TEACHER_PROPOSAL}
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None, ways=ways)
    mentorships.record_acquaintance(pair, held_on=TODAY, outcome=Outcome.NOT_GOOD, by=by)
    if called_off:
        mentorships.decline(pair, by=by)
    PairDecision.objects.create(
        organisation=module.organisation, module=module, mentee=child, mentor=helper, kind=DecisionKind.PIN,
        made_by=by, made_at=clock.now(),
    )  # fmt: skip

    pool = pool_of(module, as_of=TODAY, rematch=True)

    assert (pool.facts.declined, pool.facts.current) == ({keys(child, helper)}, frozenset())
    assert list(pool.idle_pins) == [keys(child, helper)]
    again = actions.run(module, as_of=TODAY, rematch=True, by=by)
    jobs.run_due()
    assert pairs_of(again) == [(child.pk, other.pk)]


def test_of_several_personal_meetings_the_last_one_counts(module):
    child, helper = mentee(module), mentor(module)
    ways = {(helper.pk, child.pk): Way.TEACHER_PROPOSAL}
    (pair,) = mentorships.propose(module, pairs=[(helper, child)], on=TODAY, by=None, ways=ways)
    for day, outcome in ((1, Outcome.NOT_GOOD), (2, Outcome.GOOD)):
        by = coordinator(module.organisation)
        mentorships.record_acquaintance(pair, held_on=date(2026, 11, day), outcome=outcome, by=by)

    facts = pool_of(module, as_of=TODAY, rematch=True).facts

    assert (facts.declined, facts.current) == (frozenset(), {keys(child, helper)})


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
