"""«As of» a day the state of a pair is what it was on that day, and the radar knows of the same pauses."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nastavnik.core import clock
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.models import Mentorship
from tests import factories as make
from tests.domain.mentorships import scene
from tests.effort import examples

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 9, 10, 9, tzinfo=UTC)
STEPS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2)), max_size=7)


def possible(pair):
    """What may happen next, by state."""
    day, staff = clock.today("Europe/Moscow"), pair.staff
    return {
        MentorshipState.PROPOSED: [lambda: confirmed(pair), lambda: actions.decline(pair, by=staff)],
        MentorshipState.CONFIRMED: [
            lambda: actions.start(pair, on=day, by=staff), lambda: actions.decline(pair, by=staff),
        ],
        MentorshipState.ACTIVE: [
            lambda: actions.pause(pair, on=day, by=staff),
            lambda: actions.complete(pair, on=day, reason=EndReason.TERM_OVER, by=staff),
            lambda: actions.dissolve(pair, on=day, reason=EndReason.OTHER, by=staff),
        ],
        MentorshipState.PAUSED: [
            lambda: actions.resume(pair, on=day, by=staff),
            lambda: actions.dissolve(pair, on=day, reason=EndReason.OTHER, by=staff),
        ],
    }.get(pair.state, [])  # fmt: skip


def confirmed(pair):
    for approval in pair.approvals.filter(answer=""):
        actions.answer(approval, answer="yes", by=pair.staff, on_paper=True)
    pair.refresh_from_db()


@settings(
    max_examples=examples(12), deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(steps=STEPS)
def test_every_day_is_remembered_as_it_was(steps):
    now, seen = FIRST, {}
    with clock.fixed(now):
        module = make.ModuleFactory()
        mentee, mentor = scene.mentee(module), scene.mentor(module)
        (pair,) = actions.propose(module, pairs=[(mentor, mentee)], on=now.date(), by=None)
        pair.staff = scene.coordinator(module.organisation)
    for days, choice in steps:
        for _day in range(days):
            seen[now.date()] = pair.state
            now += timedelta(days=1)
        with clock.fixed(now):
            if acts := possible(pair):
                acts[choice % len(acts)]()
                pair.refresh_from_db()
    seen[now.date()] = pair.state

    rows = Mentorship.objects.filter(pk=pair.pk)
    for day, state in seen.items():
        assert queries.states_on(rows, day) == {pair.pk: state}
        at_work = state in (MentorshipState.ACTIVE, MentorshipState.PAUSED)
        assert queries.at_work(rows, day).exists() == at_work
        assert queries.radar(rows, day)[pair.pk].is_paused == (state == MentorshipState.PAUSED)
    assert queries.states_on(rows, FIRST.date() - timedelta(days=1)) == {pair.pk: None}


def test_many_are_asked_in_three_queries(now, django_assert_num_queries):
    for _ in range(3):
        make.active_pair()

    with django_assert_num_queries(3):
        found = queries.states_on(Mentorship.objects.all(), scene.TODAY)

    assert set(found.values()) == {MentorshipState.ACTIVE}
