"""Who sees which mentorships, and the radar over many of them."""

from datetime import date, timedelta

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import MentorshipState, RadarStatus
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Holiday
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import Kind
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def pair_with_accounts(organisation):
    pair = make.active_pair(make.ModuleFactory(programme__organisation=organisation))
    child, mentor = scene.person_in(pair, "mentee"), scene.person_in(pair, "mentor")
    make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=organisation)
    make.RoleAssignmentFactory(user=mentor.user, role=RoleCode.MENTOR, organisation=organisation)
    parent = scene.guardian_of(child)
    return pair, {"mentee": child.user, "mentor": mentor.user, "guardian": parent.user}


def sees(user):
    return set(queries.visible_to(user))


@pytest.fixture
def world():
    """Two schools, two pairs in the first, one in the second, every staff role in both."""
    here, there = make.OrganisationFactory(), make.OrganisationFactory()
    (pair, users), (other, others), (far, _far) = (pair_with_accounts(o) for o in (here, here, there))
    roles = [RoleCode(code) for code in ("coordinator", "head", "psychologist", "teacher", "administrator")]
    staff = {role: make.staff(role, here) for role in roles}
    return {"pair": pair, "users": users, "other": other, "others": others, "far": far, "staff": staff}


@pytest.mark.parametrize(("role", "expected"), [("coordinator", 2), ("head", 2), ("psychologist", 2),
                                                ("teacher", 0), ("administrator", 0)])  # fmt: skip
def test_staff_see_the_mentorships_of_their_own_school_alone(world, role, expected):
    found = sees(world["staff"][role])

    assert len(found) == expected
    assert world["far"] not in found


@pytest.mark.parametrize("side", ["mentor", "mentee", "guardian"])
def test_sides_and_guardians_see_their_own_alone(world, side):
    assert sees(world["users"][side]) == {world["pair"]}
    assert sees(world["others"][side]) == {world["other"]}


def test_after_a_withdrawal_only_the_child_the_guardian_and_who_collects_consents_see_the_pair(world):
    child = scene.person_in(world["pair"], "mentee")
    withdraw_consent(child.consents.get(), on=scene.TODAY, by=None)

    readers = {role: world["pair"] in sees(user) for role, user in {**world["users"], **world["staff"]}.items()}

    assert readers == {
        "mentor": False, "mentee": True, "guardian": True, "coordinator": True, "head": False,
        "psychologist": True, "teacher": False, "administrator": False,
    }  # fmt: skip
    assert list(queries.hidden_for_consent(queries.visible_to(world["staff"]["coordinator"]))) == [world["pair"]]


def test_a_pair_that_did_not_come_about_is_closed_to_its_sides(world):
    organisation = world["pair"].organisation
    module = make.ModuleFactory(programme__organisation=organisation)
    helper, child = scene.mentor(module), scene.mentee(module)
    parent = scene.guardian_of(child.person)
    (pair,) = actions.propose(module, pairs=[(helper, child)], on=scene.TODAY, by=None)
    sides = [helper.person.user, child.person.user, parent.user]
    assert [sees(user) for user in sides] == [{pair}] * 3

    actions.decline(pair, by=None)

    assert [sees(user) for user in sides] == [set()] * 3
    assert [queries.approvals_visible_to(user).count() for user in sides] == [0] * 3
    assert pair in sees(world["staff"]["coordinator"])


def test_a_past_guardian_sees_nothing(world):
    parent = world["users"]["guardian"].persons.get()
    parent.wards.update(ends_on=scene.TODAY - timedelta(days=1))

    assert sees(world["users"]["guardian"]) == set()


def test_nobody_signed_in_sees_nothing():
    from django.contrib.auth.models import AnonymousUser

    make.active_pair()

    assert sees(AnonymousUser()) == set()


def reading(pair, as_of=scene.TODAY):
    return queries.radar(Mentorship.objects.all(), as_of)[pair.pk]


def test_the_radar_counts_from_the_last_meeting_held():
    pair = make.active_pair()  # started 1 October, a meeting in 14 days with 7 of grace
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 4))
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 20), state="missed_by_mentee")

    found = reading(pair)

    assert (found.status, found.days, found.last_on) == (RadarStatus.LATE, 19, date(2026, 11, 4))
    assert found.changes_on == date(2026, 11, 26)


def test_without_a_meeting_it_counts_from_the_start():
    assert reading(make.active_pair()).days == (scene.TODAY - date(2026, 10, 1)).days


def test_a_meeting_after_the_day_asked_for_does_not_count():
    pair = make.active_pair()
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 11, 10))

    assert reading(pair, date(2026, 10, 10)).days == 9


def test_holidays_of_the_own_school_are_left_out():
    pair = make.active_pair()
    make.MeetingFactory(mentorship=pair, happens_on=date(2026, 10, 20))
    for organisation in (pair.organisation, make.OrganisationFactory()):
        Holiday.objects.create(
            organisation=organisation,
            title="осенние каникулы",
            starts_on=date(2026, 10, 26),
            ends_on=date(2026, 11, 3 if organisation == pair.organisation else 23),
        )

    assert reading(pair).days == 34 - 9


def test_pauses_are_left_out_and_shown():
    pair = make.active_pair()
    actions.pause(pair, on=date(2026, 11, 1), by=None)

    assert reading(pair).shown == RadarStatus.PAUSED
    actions.resume(pair, on=date(2026, 11, 11), by=None)
    assert reading(pair).days == 53 - 10


def test_ended_ones_and_kinds_without_meetings_are_not_watched():
    ended = make.active_pair(state=MentorshipState.COMPLETED, ended_on=date(2026, 11, 1), end_reason="plan_done")
    asked = make.active_pair(kind=Kind.VIRTUAL)

    assert {reading(ended).status, reading(asked).status} == {RadarStatus.NOT_WATCHED}


def test_silent_pairs_come_by_the_longest_silence():
    short, long, fine = make.active_pair(), make.active_pair(started_on=date(2026, 9, 15)), make.active_pair()
    make.MeetingFactory(mentorship=fine, happens_on=date(2026, 11, 22))

    assert queries.silent(Mentorship.objects.all(), scene.TODAY) == [long, short]


@pytest.mark.parametrize("pairs", [1, 3])
def test_the_radar_takes_two_queries_for_any_number(pairs, django_assert_num_queries):
    module = make.ModuleFactory()
    for _ in range(pairs):
        make.active_pair(module)

    with django_assert_num_queries(2):
        queries.with_radar(Mentorship.objects.all(), scene.TODAY)


def test_agreed_pairs_wait_for_an_order_or_for_the_coordinator():
    ordered = make.ModuleFactory()
    free = make.ModuleFactory(programme__needs_order=False)
    first = make.MentorshipFactory(module=ordered, state=MentorshipState.CONFIRMED, started_on=None)
    second = make.MentorshipFactory(module=free, state=MentorshipState.CONFIRMED, started_on=None)
    make.MentorshipFactory(module=ordered)

    assert list(queries.confirmed_without_order(ordered)) == [first]
    assert list(queries.confirmed_without_order(free)) == []
    assert list(queries.awaiting_start(Mentorship.objects.all())) == [second]
