"""A rest, a longer term, a wish to end, last words."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nastavnik.domain.matching.queries.pool import pool_of
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.errors import (
    AlreadyAsked,
    NotLater,
    TooLong,
)
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from tests import factories as make
from tests.domain.mentorships.scene import TODAY, coordinator, mentee, mentor, person_in
from tests.domain.mentorships.test_agreeing import MENTEE, MENTOR, in_it
from tests.domain.mentorships.test_handing_over import handed_over

pytestmark = pytest.mark.django_db


def led(**given):
    """A working pair and who leads it."""
    pair = make.active_pair(**given)
    return pair, coordinator(pair.organisation)


def test_who_rests_is_offered_to_nobody_until_the_day_is_over(now):
    module = make.ModuleFactory()
    child, adult = mentee(module), mentor(module)
    actions.rest(child, until=date(2026, 11, 30), by=None)

    during, after = pool_of(module, as_of=date(2026, 11, 30)), pool_of(module, as_of=date(2026, 12, 1))

    assert [len(during.mentees), len(during.mentors)] == [0, 1]
    assert [one.key for one in after.mentees] == [str(child.pk)]
    assert len(after.mentors) == 1
    assert adult.state == ParticipationState.READY


def test_a_longer_term_keeps_the_pair_one_in_every_year(now):
    pair, staff = led(planned_until=date(2027, 5, 31))
    with pytest.raises(NotLater):
        actions.extend(pair, until=date(2027, 5, 31), by=staff)
    with pytest.raises(TooLong):
        actions.extend(pair, until=date(2029, 5, 31), by=staff)

    actions.extend(pair, until=date(2027, 9, 30), by=staff)
    actions.extend(pair, until=date(2028, 5, 31), note="Идём на конкурс", by=staff)
    assert list(pair.extensions.values_list("counted_year", flat=True)) == [2027, None]
    with pytest.raises(IntegrityError), transaction.atomic():
        pair.extensions.update(counted_year=2027)

    assert [row.until_before for row in pair.extensions.all()] == [date(2027, 5, 31), date(2027, 9, 30)]
    for first, last in ((date(2026, 9, 1), date(2027, 8, 31)), (date(2027, 9, 1), date(2028, 8, 31))):
        assert queries.counted_in(staff, first, last).count() == 1
    assert queries.counted_in(staff, date(2025, 9, 1), date(2026, 8, 31)).count() == 0


def test_a_wish_to_end_waits_for_the_coordinator_and_what_was_done_is_counted(now):
    pair, staff = led()
    child = in_it(pair, MENTEE)
    make.MeetingFactory(mentorship=pair, minutes=40)
    actions.ask_to_end(child, note="Много уроков", by=child.person.user)
    with pytest.raises(AlreadyAsked):
        actions.ask_to_end(child, by=child.person.user)
    assert [row.note for row in queries.end_requests_visible_to(staff)] == ["Много уроков"]
    assert not queries.end_requests_visible_to(in_it(pair, MENTOR).person.user).exists()

    actions.dissolve(pair, on=TODAY, reason=EndReason.MENTEE_ASKED, by=staff)
    actions.count_done(pair, credit="Одна встреча, робот собран", by=staff)

    assert not queries.end_requests_visible_to(staff).exists()
    done = queries.done_so_far(pair)
    assert (done.meetings, done.minutes, done.steps) == (1, 40, 0)
    assert pair.closing.credit == "Одна встреча, робот собран"


def test_last_words_of_both_and_who_wants_to_become_a_mentor(now):
    pair, staff = led()
    adult, child = in_it(pair, MENTOR), in_it(pair, MENTEE)
    actions.complete(pair, on=TODAY, reason=EndReason.PLAN_DONE, by=staff)

    actions.say_last_word(adult, {"became_friends": True, "professional": "Пойдёт в инженеры"}, by=adult.person.user)
    assert not queries.friends(pair)
    said = {"became_friends": True, "wants_to_mentor": True, "professional": "чужое поле"}
    actions.say_last_word(child, said, by=child.person.user)

    assert queries.friends(pair)
    assert {w.professional for w in pair.closing_words.all()} == {"Пойдёт в инженеры", ""}
    (wish,) = queries.would_be_mentors(staff)
    assert wish.member.person == child.person
    place = actions.take_into_pool(wish, module=pair.module, by=staff)
    assert (place.role, place.state) == (ParticipationRole.MENTOR, ParticipationState.ENROLLED)
    assert not queries.would_be_mentors(staff).exists()
    assert [w.member.person for w in queries.words_visible_to(child.person.user)] == [child.person]


def test_each_of_the_two_is_asked_for_last_words_until_said_for_a_month_and_nobody_else(now):
    pair, staff = led()
    gone, child, adult = in_it(pair, MENTOR), in_it(pair, MENTEE), mentor(pair.module)
    handed_over(gone, to=adult, by=staff)
    users = [gone.person.user, child.person.user, adult.person.user, staff]
    assert [list(queries.to_say_last_word(user)) for user in users] == [[], [], [], []]

    actions.complete(pair, on=TODAY, reason=EndReason.PLAN_DONE, by=staff)
    came = pair.members.get(participation=adult)
    assert [list(queries.to_say_last_word(user)) for user in users] == [[], [child], [came], []]

    actions.say_last_word(child, {}, by=child.person.user)
    assert not queries.to_say_last_word(child.person.user).exists()
    assert queries.to_say_last_word(adult.person.user).get().mentorship == pair
    pair.ended_on = date(2026, 10, 20)
    pair.started_on = date(2026, 9, 1)
    pair.save(update_fields=["ended_on", "started_on"])
    assert not queries.to_say_last_word(adult.person.user).exists()


def test_parts_and_a_short_term_of_a_team(now):
    module = make.ModuleFactory(kind=Kind.TEAM)
    mentors = [mentor(module), mentor(module)]
    team = actions.propose_team(module, mentors=mentors, mentees=[mentee(module)], on=TODAY, by=None)

    assert team.planned_until == min(module.programme.ends_on, date(2027, 2, 21))
    make_active(team)
    one = team.members.get(participation=mentors[0])
    actions.set_parts(team, {one.pk: " Расчёты "}, until=date(2026, 12, 30), by=None)
    team.refresh_from_db()
    assert (team.members.get(pk=one.pk).part, team.planned_until) == ("Расчёты", date(2026, 12, 30))


def make_active(mentorship):
    for approval in mentorship.approvals.all():
        actions.answer(approval, answer="yes", by=coordinator(mentorship.organisation), on_paper=True)
    mentorship.refresh_from_db()
    actions.start(mentorship, on=TODAY, by=None)


def test_the_same_two_in_reversed_roles_are_no_duplicate(now):
    straight = make.ModuleFactory()
    back = make.ModuleFactory(
        kind=Kind.REVERSE, title="Обратное", programme=straight.programme, organisation=straight.organisation
    )
    pupil, adult = mentee(straight), mentor(straight)
    leads = make.ParticipationFactory(module=back, person=pupil.person, role=ParticipationRole.MENTOR)
    teacher = make.ParticipationFactory(module=back, person=adult.person)
    make.signed_consent(adult.person)
    actions.propose(straight, pairs=[(adult, pupil)], on=TODAY, by=None)

    (reverse,) = actions.propose(back, pairs=[(leads, teacher)], on=TODAY, by=None)

    assert person_in(reverse, ParticipationRole.MENTOR) == pupil.person
    assert reverse.state == MentorshipState.PROPOSED
