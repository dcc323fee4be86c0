"""From agreed to ended."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.enums import Answer, MeetingState, MentorshipState
from nastavnik.domain.mentorships.errors import AfterMeetings, BeforeStart, ClearanceMissing, InTheFuture
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.actions import withdraw_clearance
from nastavnik.domain.programmes.enums import Kind, ParticipationState
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def confirmed(module=None, mentee=None):
    module = module or make.ModuleFactory()
    pairs = [(scene.mentor(module), mentee or scene.mentee(module))]
    [pair] = actions.propose(module, pairs=pairs, on=scene.PROPOSED, by=None)
    staff = scene.coordinator(module.organisation)
    for approval in pair.approvals.all():
        pair = actions.answer(approval, answer=Answer.YES, by=staff, on_paper=True)
    return pair


def started(**where):
    return actions.start(confirmed(**where), on=scene.PROPOSED, by=None)


def mentee_of(pair):
    return pair.members.get(role="mentee").participation


def test_work_begins_on_the_day_of_the_order():
    pair = actions.start(confirmed(), on=date(2026, 11, 10), by=None)

    pair.refresh_from_db()
    assert (pair.state, pair.started_on) == (MentorshipState.ACTIVE, date(2026, 11, 10))
    assert set(pair.members.values_list("starts_on", flat=True)) == {date(2026, 11, 10)}


def test_work_does_not_begin_before_all_agreed():
    module = make.ModuleFactory()
    [pair] = actions.propose(module, pairs=[(scene.mentor(module), scene.mentee(module))], on=scene.PROPOSED, by=None)

    with pytest.raises(ForbiddenTransition):
        actions.start(pair, on=scene.TODAY, by=None)


def test_work_does_not_begin_without_the_childs_consent():
    pair = confirmed()
    child = mentee_of(pair).person
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    with pytest.raises(ConsentMissing) as missing:
        actions.start(pair, on=scene.TODAY, by=None)

    assert missing.value.params == {"name": child.list_name}
    assert Mentorship.objects.get(pk=pair.pk).state == MentorshipState.CONFIRMED


def test_work_does_not_begin_without_the_mentors_clearance():
    pair = confirmed()
    withdraw_clearance(scene.person_in(pair, "mentor").clearances.get(), on=scene.TODAY, by=None)

    with pytest.raises(ClearanceMissing):
        actions.start(pair, on=scene.TODAY, by=None)


def test_a_pause_is_a_period_that_ends_the_day_before_work_goes_on():
    pair = started()

    actions.pause(pair, on=date(2026, 11, 18), by=None, note="болеет")
    actions.resume(pair, on=date(2026, 11, 22), by=None)

    assert pair.state == MentorshipState.ACTIVE
    assert list(pair.pauses.values_list("starts_on", "ends_on")) == [(date(2026, 11, 18), date(2026, 11, 21))]


def test_a_completed_pair_finishes_the_mentee_and_keeps_the_mentor():
    pair = started()

    actions.complete(pair, on=scene.TODAY, reason="plan_done", by=None)

    pair.refresh_from_db()
    assert (pair.state, pair.ended_on, pair.end_reason) == (MentorshipState.COMPLETED, scene.TODAY, "plan_done")
    assert {m.role: m.participation.state for m in pair.members.all()} == {
        "mentee": ParticipationState.FINISHED,
        "mentor": ParticipationState.READY,
    }
    assert set(pair.members.values_list("ends_on", flat=True)) == {scene.TODAY}


def test_a_mentee_with_another_open_pair_is_not_finished():
    module = make.ModuleFactory(kind=Kind.SITUATIONAL)
    mentee = scene.mentee(module)
    first, second = started(module=module, mentee=mentee), started(module=module, mentee=mentee)

    actions.complete(first, on=scene.TODAY, reason="plan_done", by=None)
    after_first = mentee_of(second).state
    actions.complete(second, on=scene.TODAY, reason="plan_done", by=None)

    assert (after_first, mentee_of(second).state) == (ParticipationState.READY, ParticipationState.FINISHED)


def test_after_a_dissolved_pair_the_mentee_can_be_matched_again():
    pair = started()

    actions.dissolve(pair, on=scene.TODAY, reason="did_not_fit", by=None)

    mentee = mentee_of(pair)
    assert mentee.state == ParticipationState.READY
    assert len(actions.propose(pair.module, pairs=[(scene.mentor(pair.module), mentee)], on=scene.TODAY, by=None)) == 1


def test_an_end_takes_planned_meetings_and_the_open_pause_with_it():
    pair = started()
    meeting = actions.plan_meeting(pair, happens_on=date(2026, 12, 1), by=None)
    actions.pause(pair, on=date(2026, 11, 18), by=None)

    actions.dissolve(pair, on=date(2026, 11, 20), reason="moved_away", by=None)

    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED
    assert pair.pauses.get().ends_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "trouble"),
    [(date(2026, 11, 24), InTheFuture), (date(2026, 11, 15), BeforeStart), (date(2026, 11, 19), AfterMeetings)],
)
def test_the_day_of_the_end_is_checked(day, trouble):
    pair = started()
    actions.record_meeting(pair, happens_on=date(2026, 11, 20), state=MeetingState.HELD, author=None, by=None)

    with pytest.raises(trouble):
        actions.complete(pair, on=day, reason="plan_done", by=None)

    assert Mentorship.objects.get(pk=pair.pk).ended_on is None


def test_a_paused_pair_is_not_completed():
    pair = actions.pause(started(), on=scene.TODAY, by=None)

    with pytest.raises(ForbiddenTransition):
        actions.complete(pair, on=scene.TODAY, reason="plan_done", by=None)


def test_of_two_who_end_a_pair_at_once_one_wins():
    pair = started()
    same = Mentorship.objects.get(pk=pair.pk)
    actions.complete(pair, on=scene.TODAY, reason="plan_done", by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.dissolve(same, on=scene.TODAY, reason="other", by=None)

    assert Mentorship.objects.get(pk=pair.pk).end_reason == "plan_done"
