"""Another mentor: everybody whom it concerns says yes before a child gets a new mentor."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.desk.queries import own
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import EndReason, MeetingKind, Voice
from nastavnik.domain.mentorships.errors import (
    AlreadyAnswered,
    AnswersMissing,
    ClearanceMissing,
    HandoverOffered,
    NotAMember,
    NotThisMentor,
    OwnAnswerOnPaper,
)
from nastavnik.domain.mentorships.models import Handover
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Clearance
from tests import factories as make
from tests.domain.mentorships.scene import TODAY, coordinator, guardian_of, mentor
from tests.domain.mentorships.test_agreeing import MENTEE, MENTOR, in_it

pytestmark = pytest.mark.django_db


def led(**given):
    """A working pair and who leads it."""
    pair = make.active_pair(**given)
    return pair, coordinator(pair.organisation)


def handed_over(left, *, to, by):
    """The pair goes over, everybody said yes to the coordinator."""
    offer = actions.offer_handover(left, to=to, reason=EndReason.MOVED_AWAY, note="Любит физику", by=by)
    for question in offer.answers.all():
        actions.answer_handover(question, answer="yes", how=Voice.WORD, by=by)
    offer.refresh_from_db()
    return offer.handover


def test_another_mentor_goes_on_with_plan_and_meetings_but_reads_no_private_note(now):
    pair, staff = led()
    left, child = in_it(pair, MENTOR), in_it(pair, MENTEE)
    new = mentor(pair.module)
    make.MeetingFactory(mentorship=pair)
    actions.add_goal(pair, title="Собрать робота", by=staff)
    for private in (True, False):
        actions.write_diary(
            pair, author=left.person, happened_on=TODAY, text=f"Слова {private}", is_private=private, by=None
        )

    handed_over(left, to=new, by=staff)

    assert list(queries.visible_to(new.person.user)) == [pair]
    assert not queries.visible_to(left.person.user).exists()
    assert queries.meetings_visible_to(new.person.user).count() == 1
    assert queries.goals_visible_to(new.person.user).count() == 1
    assert [entry.text for entry in queries.diary_visible_to(new.person.user)] == ["Слова False"]
    before, since = date(2026, 11, 22), TODAY
    assert {m.person for m in queries.members_on(pair, before)} == {left.person, child.person}
    assert {m.person for m in queries.members_on(pair, since)} == {new.person, child.person}


def test_the_mentor_before_hears_of_it_and_both_hear_of_the_end(now):
    pair, staff = led()
    left, child, new = in_it(pair, MENTOR), in_it(pair, MENTEE), mentor(pair.module)

    handed_over(left, to=new, by=staff)
    actions.dissolve(pair, on=TODAY, reason=EndReason.OTHER, by=staff)

    told = [
        (letter.kind, letter.recipient) for letter in Message.objects.filter(kind__in=("mentor_changed", "pair_ended"))
    ]
    assert {person for kind, person in told if kind == "mentor_changed"} == {left.person, new.person, child.person}
    assert {person for kind, person in told if kind == "pair_ended"} == {new.person, child.person}


def test_who_takes_over_is_checked_and_ready(now):
    pair, staff = led()
    left = in_it(pair, MENTOR)
    unchecked, elsewhere = mentor(pair.module, cleared=False), mentor(make.ModuleFactory())

    with pytest.raises(ClearanceMissing):
        actions.offer_handover(left, to=unchecked, reason=EndReason.OTHER, by=staff)
    for wrong in (elsewhere, left.participation):
        with pytest.raises(NotThisMentor):
            actions.offer_handover(left, to=wrong, reason=EndReason.OTHER, by=staff)
    with pytest.raises(NotAMember):
        actions.offer_handover(in_it(pair, MENTEE), to=unchecked, reason=EndReason.OTHER, by=staff)


def test_a_child_gets_no_new_mentor_without_the_yes_of_all_three(now):
    pair, staff = led()
    left, child, new = in_it(pair, MENTOR), in_it(pair, MENTEE), mentor(pair.module)
    parent = guardian_of(child.person)
    make.RoleAssignmentFactory(user=child.person.user, role="mentee", organisation=pair.organisation)
    offer = actions.offer_handover(left, to=new, reason=EndReason.MOVED_AWAY, by=staff)
    with pytest.raises(HandoverOffered):
        actions.offer_handover(left, to=mentor(pair.module), reason=EndReason.OTHER, by=staff)
    asked = {one.party: one for one in offer.answers.all()}
    assert sorted(asked) == ["guardian", "mentee", "mentor"]
    for user, party in ((new.person.user, "mentor"), (child.person.user, "mentee"), (parent.user, "guardian")):
        assert queries.awaiting_handover(user).get() == asked[party]
        items, _next = own.items(user, pair.organisation, [], TODAY)
        assert "mentorships:handover_question" in [item.url_name for item in items]

    actions.answer_handover(asked["mentor"], answer="yes", by=new.person.user)
    actions.answer_handover(asked["mentee"], answer="yes", how=Voice.WORD, by=staff)
    with pytest.raises(AnswersMissing):
        actions.hand_over(offer, on=TODAY, by=staff)
    with pytest.raises(AlreadyAnswered):
        actions.answer_handover(asked["mentee"], answer="no", by=child.person.user)
    assert list(queries.visible_to(left.person.user)) == [pair]
    assert not queries.visible_to(new.person.user).exists()
    actions.answer_handover(asked["guardian"], answer="yes", by=parent.user)

    assert Handover.objects.get().came.person == new.person
    told = [(one.party, one.how, one.by) for one in queries.handover_answers(pair)]
    assert told == [
        ("mentor", "tap", new.person.user), ("mentee", "word", staff), ("guardian", "tap", parent.user),
    ]  # fmt: skip
    assert pair.approvals.get(member__person=new.person).on_paper is False
    assert not queries.awaiting_handover(parent.user).exists()


def test_a_no_leaves_the_pair_as_it_is_and_nobody_answers_for_themself_on_paper(now):
    pair, staff = led()
    left, new = in_it(pair, MENTOR), mentor(pair.module)
    offer = actions.offer_handover(left, to=new, reason=EndReason.MOVED_AWAY, by=staff)
    question = offer.answers.get(party="mentor")
    with pytest.raises(OwnAnswerOnPaper):
        actions.answer_handover(question, answer="yes", how=Voice.PAPER, by=new.person.user)

    closed = actions.answer_handover(question, answer="no", by=new.person.user)

    assert (closed.closed_at is None, closed.handover) == (False, None)
    assert list(queries.visible_to(left.person.user)) == [pair]
    assert actions.offer_handover(left, to=new, reason=EndReason.OTHER, by=staff)


def test_of_a_child_whose_consent_was_withdrawn_the_one_who_was_asked_learns_no_more(now, client):
    pair, staff = led()
    child, new = in_it(pair, MENTEE).person, mentor(pair.module)
    parent = guardian_of(child)
    offer = actions.offer_handover(in_it(pair, MENTOR), to=new, reason=EndReason.MOVED_AWAY, by=staff)
    client.force_login(new.person.user)
    page = reverse("mentorships:handover_question", args=[offer.answers.get(party="mentor").pk])
    assert client.get(page).status_code == 200

    child.consents.update(withdrawn_on=date(2026, 11, 22))

    assert client.get(page).status_code == 404
    assert not queries.awaiting_handover(new.person.user).exists()
    assert queries.awaiting_handover(parent.user).exists()


def test_a_clearance_that_ended_meanwhile_keeps_the_yes_and_not_the_handover(now):
    pair, staff = led()
    left, new = in_it(pair, MENTOR), mentor(pair.module)
    offer = actions.offer_handover(left, to=new, reason=EndReason.MOVED_AWAY, by=staff)
    Clearance.objects.filter(person=new.person).delete()

    for question in offer.answers.all():
        actions.answer_handover(question, answer="yes", how=Voice.PAPER, by=staff)

    assert not offer.answers.exclude(answer="yes").exists()
    assert not Handover.objects.exists()
    with pytest.raises(ClearanceMissing):
        actions.hand_over(offer, on=TODAY, by=staff)


def test_who_may_take_over_is_shown_with_the_load_and_with_what_is_missing(now):
    pair, _staff = led()
    free, unchecked, busy = mentor(pair.module), mentor(pair.module, cleared=False), mentor(pair.module)
    make.add_member(make.MentorshipFactory(module=pair.module), busy)

    found = {place.participation: (place.lacks, place.open_now) for place in queries.replacements(pair, TODAY)}

    assert found == {free: ("", 0), unchecked: ("clearance", 0), busy: ("", 1)}


def test_with_a_new_mentor_the_first_meetings_begin_anew(now):
    pair, staff = led()
    for kind in (MeetingKind.INTRO, MeetingKind.TRIAL):
        make.MeetingFactory(mentorship=pair, kind=kind, happens_on=date(2026, 11, 10))
    assert queries.first_meetings(pair, list(pair.meetings.all()))[0].state == "held"
    handed_over(in_it(pair, MENTOR), to=mentor(pair.module), by=staff)

    firsts = queries.first_meetings(pair, list(pair.meetings.all()))

    assert [first.state for first in firsts] == ["", "", "", "", ""]
    assert not queries.asks_after_trial(pair)
