"""Every measure counts what its definition says: the SQL and a plain count of the same rows agree."""

from datetime import UTC, date, datetime, timedelta

import pytest

from nastavnik.domain.mentorships.enums import EndReason, MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import Meeting, Mentorship, MentorshipMember
from nastavnik.domain.monitoring import measures
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation, ParticipationStateChange
from tests import factories as make
from tests.domain.monitoring.world import DAYS, FIRST, random_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

ADMITTED = {"ready", "suspended", "finished"}


# --- the plain twin: rows in, loops and ifs -------------------------------------------------------------------------


def state_on(participation, day):
    """Moscow's day ends at 21:00 UTC; all steps of these worlds are at 10:00 UTC."""
    state = ParticipationState.ENROLLED
    for change in participation.state_changes.order_by("at", "id"):
        if change.at.date() <= day:
            state = change.to_state
    return state


def works(member, day):
    pair = member.mentorship
    begun = pair.started_on is not None and pair.started_on <= day and (pair.ended_on is None or pair.ended_on > day)
    return begun and member.starts_on <= day and (member.ends_on is None or member.ends_on > day)


def stayed_to_the_end(member, day):
    pair = member.mentorship
    return pair.state == MentorshipState.COMPLETED and pair.ended_on <= day and member.ends_on >= pair.ended_on


def counted_people(programme, day, role):
    """(person id, state on the day, covered) of everybody admitted."""
    found = []
    for row in Participation.objects.filter(module__programme=programme, role=role):
        members = MentorshipMember.objects.filter(participation=row).select_related("mentorship")
        covered = any(works(member, day) or stayed_to_the_end(member, day) for member in members)
        state = state_on(row, day)
        if row.joined_on <= day and state in ADMITTED:
            found.append((row.person_id, state, covered))
    return found


def share(part, whole):
    return (len(part) if whole else None, len(whole))


def plain_coverage(programme, day, role):
    people = counted_people(programme, day, role)
    return share({person for person, _state, covered in people if covered}, {person for person, _s, _c in people})


def plain_waiting(programme, day):
    people = counted_people(programme, day, "mentee")
    covered = {person for person, _state, is_covered in people if is_covered}
    ready = {person for person, state, _covered in people if state == "ready"}
    return share(ready - covered, {person for person, _s, _c in people})


def pairs(programme):
    return list(Mentorship.objects.filter(module__programme=programme))


def begun(programme, day):
    return [pair for pair in pairs(programme) if pair.started_on and pair.started_on <= day]


def plain_held(programme, day):
    begun_ids = {pair.pk for pair in begun(programme, day)}
    held = [m for m in Meeting.objects.all() if m.mentorship_id in begun_ids and m.state == MeetingState.HELD]
    return (sum(m.happens_on <= day for m in held) if begun_ids else None, len(begun_ids))


def plain_on_time(programme, day):
    """Day by day instead of the radar's arithmetic."""
    on_time = watched = 0
    for pair in begun(programme, day):
        if (pair.ended_on and pair.ended_on <= day) or KINDS[pair.kind].watched != "meetings":
            continue
        pauses = [(pause.starts_on, pause.ends_on) for pause in pair.pauses.all()]
        if any(first <= day <= last for first, last in pauses):
            continue
        held = [m.happens_on for m in pair.meetings.all() if m.state == MeetingState.HELD and m.happens_on <= day]
        last_on = max([pair.started_on, *held])
        silent = [last_on + timedelta(days=n) for n in range(1, (day - last_on).days + 1)]
        counted = [x for x in silent if not any(first <= x <= last for first, last in pauses)]
        watched += 1
        on_time += len(counted) <= pair.module.radar_period
    return (on_time if watched else None, watched)


def plain_completed(programme, day):
    ended = [pair for pair in begun(programme, day) if pair.ended_on and pair.ended_on <= day]
    done = [pair for pair in ended if pair.state == MentorshipState.COMPLETED]
    return share(done, ended)


def plain_active(programme, day):
    started = begun(programme, day)
    return share([pair for pair in started if pair.ended_on is None or pair.ended_on > day], started)


def plain_reasons(programme, day):
    dissolved = [
        pair.end_reason
        for pair in begun(programme, day)
        if pair.state == MentorshipState.DISSOLVED and pair.ended_on <= day
    ]
    return {reason: (dissolved.count(reason), len(dissolved)) for reason in set(dissolved)}


# --- the twins agree ------------------------------------------------------------------------------------------------


def counted(figure):
    return figure.numerator, figure.denominator


@pytest.mark.parametrize("seed", range(12))
def test_sql_counts_what_a_plain_count_counts(seed):
    programme = random_programme(seed)
    random_programme(seed + 1000)  # somebody else's programme changes nothing

    for day in (FIRST, FIRST + timedelta(days=45), FIRST + timedelta(days=83), FIRST + timedelta(days=DAYS)):
        found = {
            "mentees": counted(measures.coverage_of_mentees(programme, day)),
            "mentors": counted(measures.coverage_of_mentors(programme, day)),
            "waiting": counted(measures.waiting_for_mentor(programme, day)),
            "held": counted(measures.meetings_held(programme, day)),
            "per pair": counted(measures.meetings_per_pair(programme, day)),
            "on time": counted(measures.pairs_on_time(programme, day)),
            "completed": counted(measures.completed(programme, day)),
            "active": counted(measures.still_active(programme, day)),
            "reasons": {
                figure.code.removeprefix("dissolved_"): counted(figure)
                for figure in measures.dissolved_by_reason(programme, day)
            },
        }

        assert found == {
            "mentees": plain_coverage(programme, day, ParticipationRole.MENTEE),
            "mentors": plain_coverage(programme, day, ParticipationRole.MENTOR),
            "waiting": plain_waiting(programme, day),
            "held": plain_held(programme, day),
            "per pair": plain_held(programme, day),
            "on time": plain_on_time(programme, day),
            "completed": plain_completed(programme, day),
            "active": plain_active(programme, day),
            "reasons": plain_reasons(programme, day),
        }


# --- single definitions ---------------------------------------------------------------------------------------------


def test_no_data_is_not_zero():
    programme = make.ModuleFactory().programme

    figure = measures.coverage_of_mentees(programme, FIRST)

    assert counted(figure) == (None, 0)
    assert (figure.has_data, figure.percent) == (False, None)
    assert counted(measures.meetings_held(programme, FIRST)) == (None, 0)


def test_a_past_day_is_told_from_the_changes_and_not_from_today():
    row = make.ParticipationFactory(state=ParticipationState.LEFT, joined_on=FIRST)
    ParticipationStateChange.objects.create(
        participation=row, action="leave", from_state="ready", to_state="left", at=datetime(2026, 11, 2, 8, tzinfo=UTC)
    )

    before = measures.waiting_for_mentor(row.module.programme, date(2026, 11, 1))
    after = measures.waiting_for_mentor(row.module.programme, date(2026, 11, 2))

    assert counted(before) == (1, 1)
    assert counted(after) == (None, 0)


def test_the_day_is_that_of_the_organisation():
    row = make.ParticipationFactory(
        state=ParticipationState.READY, joined_on=FIRST, module__programme__organisation__time_zone="Asia/Vladivostok"
    )
    ParticipationStateChange.objects.create(
        participation=row, action="admit", from_state="enrolled", to_state="ready",
        at=datetime(2026, 11, 1, 20, tzinfo=UTC),  # six in the morning of 2 November there
    )  # fmt: skip

    assert counted(measures.coverage_of_mentees(row.module.programme, date(2026, 11, 1))) == (None, 0)
    assert counted(measures.coverage_of_mentees(row.module.programme, date(2026, 11, 2))) == (0, 1)


def test_the_day_of_an_end_is_no_day_of_work_but_of_completion():
    pair = make.active_pair(
        state=MentorshipState.COMPLETED, ended_on=date(2026, 11, 10), end_reason=EndReason.PLAN_DONE
    )
    pair.members.update(ends_on=date(2026, 11, 10))
    programme = pair.module.programme

    assert counted(measures.still_active(programme, date(2026, 11, 9))) == (1, 1)
    assert counted(measures.still_active(programme, date(2026, 11, 10))) == (0, 1)
    assert counted(measures.completed(programme, date(2026, 11, 10))) == (1, 1)
    assert counted(measures.coverage_of_mentees(programme, date(2026, 11, 10))) == (1, 1)


def test_who_left_a_group_before_its_completion_was_not_covered_to_the_end():
    pair = make.active_pair(
        state=MentorshipState.COMPLETED, ended_on=date(2026, 11, 10), end_reason=EndReason.PLAN_DONE
    )
    pair.members.filter(role=ParticipationRole.MENTOR).update(ends_on=date(2026, 11, 10))
    pair.members.filter(role=ParticipationRole.MENTEE).update(ends_on=date(2026, 11, 2))
    programme = pair.module.programme

    assert counted(measures.coverage_of_mentees(programme, date(2026, 11, 1))) == (1, 1)
    assert counted(measures.coverage_of_mentees(programme, date(2026, 11, 2))) == (0, 1)
    assert counted(measures.coverage_of_mentees(programme, date(2026, 11, 10))) == (0, 1)
    assert counted(measures.coverage_of_mentors(programme, date(2026, 11, 10))) == (1, 1)
    assert counted(measures.waiting_for_mentor(programme, date(2026, 11, 10))) == (1, 1)
