"""A teacher's proposal: the two meet in person before they agree."""

from datetime import date, timedelta
from functools import partial

import pytest

from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import Answer, MentorshipState, Outcome, Way
from nastavnik.domain.mentorships.errors import (
    AcquaintanceMissing,
    InTheFuture,
    LongBeforeProposal,
    NoAcquaintanceAsked,
)
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = date(2026, 11, 20)


@pytest.fixture
def people():
    module = make.ModuleFactory()
    return module, scene.mentor(module), scene.mentee(module)


@pytest.fixture
def coordinator(people):
    return make.staff(RoleCode.COORDINATOR, people[0].organisation)


def propose(people, way):
    module, mentor, mentee = people
    ways = {(mentor.pk, mentee.pk): way}
    return actions.propose(module, pairs=[(mentor, mentee)], on=scene.PROPOSED, by=None, ways=ways)[0]


def say(pair, party, answer=Answer.YES):
    approval = pair.approvals.get(party=party)
    return actions.answer(approval, answer=answer, by=approval.member.person.user)


def test_each_pair_keeps_the_way_it_was_made(people):
    module, mentor, mentee = people

    [plain] = actions.propose(module, pairs=[(mentor, mentee)], on=scene.PROPOSED, by=None)
    actions.decline(plain, by=None)
    chosen = propose(people, Way.GROUP_MEETING)

    plain.refresh_from_db()
    chosen.refresh_from_db()
    assert (plain.way, chosen.way) == (Way.QUESTIONNAIRE, Way.GROUP_MEETING)


def test_nobody_agrees_to_a_teachers_proposal_before_a_good_meeting(people, coordinator):
    pair = propose(people, Way.TEACHER_PROPOSAL)
    with pytest.raises(AcquaintanceMissing):
        say(pair, "mentor")
    actions.record_acquaintance(pair, held_on=DAY - timedelta(1), outcome=Outcome.NOT_GOOD, by=coordinator)
    with pytest.raises(AcquaintanceMissing):
        say(pair, "mentee")
    with pytest.raises(AcquaintanceMissing):
        actions.answer_papers([pair], by=coordinator)

    actions.record_acquaintance(pair, held_on=DAY, outcome=Outcome.GOOD, note=" легко ", by=coordinator)
    say(pair, "mentor")
    pair.approvals.filter(party="guardian").delete()
    say(pair, "mentee")

    pair.refresh_from_db()
    assert pair.state == MentorshipState.CONFIRMED
    last = queries.last_acquaintance(pair)
    assert (last.outcome, last.note, last.by) == (Outcome.GOOD, "легко", coordinator)


def test_a_no_needs_no_meeting(people):
    pair = propose(people, Way.TEACHER_PROPOSAL)

    say(pair, "mentee", Answer.NO)

    pair.refresh_from_db()
    assert pair.state == MentorshipState.DECLINED


def test_other_ways_need_no_meeting_and_take_none(people, coordinator):
    pair = propose(people, Way.SELF_CHOICE)

    assert not queries.needs_acquaintance(pair)
    with pytest.raises(NoAcquaintanceAsked):
        actions.record_acquaintance(pair, held_on=DAY, outcome=Outcome.GOOD, by=coordinator)
    say(pair, "mentor")


def test_a_meeting_ahead_is_not_recorded(people, coordinator):
    pair = propose(people, Way.TEACHER_PROPOSAL)

    with pytest.raises(InTheFuture):
        actions.record_acquaintance(pair, held_on=scene.TODAY + timedelta(1), outcome=Outcome.GOOD, by=coordinator)
    assert queries.needs_acquaintance(pair)


def test_a_meeting_more_than_a_year_before_the_proposal_is_not_recorded(people, coordinator):
    pair = propose(people, Way.TEACHER_PROPOSAL)
    record = partial(actions.record_acquaintance, pair, outcome=Outcome.GOOD, by=coordinator)

    with pytest.raises(LongBeforeProposal):
        record(held_on=date(1900, 1, 1))
    assert record(held_on=scene.PROPOSED - timedelta(365)).pk


def test_who_waits_for_the_meeting_can_be_asked(people, coordinator):
    pair = propose(people, Way.TEACHER_PROPOSAL)

    def waiting():
        return list(queries.awaiting_acquaintance(Mentorship.objects.all()))

    assert waiting() == [pair]
    actions.record_acquaintance(pair, held_on=DAY - timedelta(1), outcome=Outcome.GOOD, by=coordinator)
    assert waiting() == []
    actions.record_acquaintance(pair, held_on=DAY, outcome=Outcome.NOT_GOOD, by=coordinator)
    assert waiting() == [pair]
    actions.decline(pair, by=coordinator)
    assert waiting() == []
