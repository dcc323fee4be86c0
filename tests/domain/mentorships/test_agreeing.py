"""The rules of a pair, the first meetings, the question after the trial."""

import pytest

from nastavnik.domain.matching.queries.history import history_of
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import EndReason, MeetingKind, MeetingState, MentorshipState
from nastavnik.domain.mentorships.errors import NoTrialYet
from nastavnik.domain.mentorships.models import TrialAnswer
from nastavnik.domain.mentorships.queries.starting import wants_my_trial_answer
from nastavnik.domain.mentorships.shipped.agendas import AIMS, GROUP, GROWN, PAIR, TEAM, TEEN, YOUNG, agenda
from nastavnik.domain.mentorships.shipped.agreement import PRINCIPLES
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from tests import factories as make
from tests.domain.mentorships.scene import TODAY

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = ParticipationRole.MENTOR, ParticipationRole.MENTEE


def in_it(pair, role):
    return pair.members.select_related("person").filter(role=role, ends_on__isnull=True).first()


def met_on_trial(pair):
    make.MeetingFactory(mentorship=pair, kind=MeetingKind.TRIAL, happens_on=TODAY)
    return pair


def rules(pair):
    return queries.rules_of(queries.with_people([type(pair).objects.get(pk=pair.pk)])[0])


def test_both_confirm_the_rules_and_a_new_line_asks_both_again(now):
    pair = make.active_pair()
    mentor, mentee = in_it(pair, MENTOR), in_it(pair, MENTEE)
    assert len(rules(pair).waiting) == 2
    assert "показывает" in rules(pair).mentor_does

    for member in (mentor, mentee, mentee):
        actions.confirm_agreement(member, by=member.person.user)
    assert rules(pair).is_agreed

    actions.add_line(pair, author=mentee.person, text="Не опаздываем", by=mentee.person.user)
    assert {member.pk for member in rules(pair).waiting} == {mentor.pk, mentee.pk}
    assert [line.text for line in rules(pair).lines] == ["Не опаздываем"]

    actions.confirm_agreement(mentor, by=mentor.person.user)
    actions.write_agreement(pair, {"how_often": "По вторникам"}, by=mentor.person.user)
    actions.write_agreement(pair, {"how_often": "По вторникам"}, by=mentor.person.user)
    assert rules(pair).how_often == "По вторникам"
    assert not rules(pair).confirmed


def test_the_question_comes_after_the_trial_meeting_and_ends_with_two_yes(now):
    pair = make.active_pair()
    mentor, mentee = in_it(pair, MENTOR), in_it(pair, MENTEE)
    with pytest.raises(NoTrialYet):
        actions.go_on(mentor, by=mentor.person.user)
    met_on_trial(pair)

    actions.go_on(mentor, by=mentor.person.user)

    assert (wants_my_trial_answer(mentor), wants_my_trial_answer(mentee)) == (False, True)
    actions.go_on(mentee, by=mentee.person.user)
    assert not queries.asks_after_trial(pair)


def test_another_partner_after_the_trial_leaves_no_mark(now):
    pair = met_on_trial(make.active_pair())
    mentor, mentee = in_it(pair, MENTOR), in_it(pair, MENTEE)
    actions.go_on(mentor, by=mentor.person.user)

    actions.change_after_trial(mentee)

    pair.refresh_from_db()
    assert (pair.state, pair.end_reason) == (MentorshipState.DISSOLVED, EndReason.AFTER_TRIAL)
    assert not TrialAnswer.objects.exists()
    assert pair.state_changes.get(action="dissolve").by is None
    two = [mentor.participation, mentee.participation]
    assert {p.state for p in two} == {ParticipationState.READY}
    history = history_of(pair.module, two)
    assert sorted(p.pk for p in history.free) == sorted(p.pk for p in two)
    assert not history.partings | history.declined | history.previous


def test_from_a_group_one_goes_and_the_others_go_on(now):
    group = met_on_trial(make.active_group(mentees=3))
    leaver = in_it(group, MENTEE)

    actions.change_after_trial(leaver)

    group.refresh_from_db()
    assert group.state == MentorshipState.ACTIVE
    assert group.members.filter(role=MENTEE, ends_on__isnull=True).count() == 2
    assert not queries.visible_to(leaver.person.user).exists()


def test_first_meetings_are_shown_one_by_one(now):
    pair = met_on_trial(make.active_pair())
    make.MeetingFactory(mentorship=pair, kind=MeetingKind.PLANNING, state=MeetingState.PLANNED, happens_on=TODAY)

    found = queries.first_meetings(pair, list(pair.meetings.all()))

    assert [(one.kind, one.state) for one in found] == [
        ("intro", ""), ("trial", "held"), ("planning", "planned"), ("work", ""), ("final", ""),
    ]  # fmt: skip


def test_cards_differ_by_age_and_by_how_many_meet():
    cards = {
        (kind, age, form): agenda(kind, age=age, form=form).points
        for kind in AIMS
        for age in (YOUNG, TEEN, GROWN)
        for form in (PAIR, GROUP, TEAM)
    }

    assert set(AIMS) == set(MeetingKind)
    for kind in AIMS:
        assert len({cards[kind, age, PAIR] for age in (YOUNG, TEEN, GROWN)}) == 3
    assert cards["planning", TEEN, GROUP] != cards["planning", TEEN, PAIR] != cards["planning", TEEN, TEAM]
    assert len(PRINCIPLES) == 8


def test_a_young_child_rests_after_the_work_of_the_trial_and_not_before_it():
    points = [str(point) for point in agenda("trial", age=YOUNG).points]

    work = next(i for i, point in enumerate(points) if "дело вместе" in point)
    assert "перерыв" in points[work + 1]
