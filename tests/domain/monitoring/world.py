"""A programme with a random, possible history: people who come and go, pairs that begin, meet, pause and end."""

import random
from datetime import UTC, date, datetime, timedelta

from nastavnik.domain.mentorships.enums import EndReason, MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import Pause
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import ParticipationStateChange
from tests import factories as make

FIRST = date(2026, 9, 1)
DAYS = 120
STEPS = {
    ParticipationState.ENROLLED: (ParticipationState.READY, ParticipationState.LEFT),
    ParticipationState.READY: (ParticipationState.SUSPENDED, ParticipationState.FINISHED, ParticipationState.LEFT),
    ParticipationState.SUSPENDED: (ParticipationState.READY, ParticipationState.LEFT),
}
REASONS = (EndReason.DID_NOT_FIT, EndReason.NO_COMMON_TIME, EndReason.OTHER)


def random_programme(seed):
    chance = random.Random(seed)
    programme = make.ProgrammeFactory()
    for number in range(chance.choice([1, 2])):
        module = make.ModuleFactory(programme=programme, title=f"Модуль {number}", radar_period=14, radar_grace=7)
        people = {
            role: [_participation(chance, module, role) for _person in range(chance.randint(0, 5))]
            for role in ParticipationRole
        }
        if people[ParticipationRole.MENTOR] and people[ParticipationRole.MENTEE]:
            for _pair in range(chance.randint(0, 6)):
                _mentorship(chance, module, people)
    return programme


def _day(chance, first=FIRST):
    return first + timedelta(days=chance.randint(0, DAYS - (first - FIRST).days))


def _participation(chance, module, role):
    """Somebody's way through the states, each step on a later day."""
    joined = _day(chance)
    state, at, steps = ParticipationState.ENROLLED, joined, []
    while state in STEPS and chance.random() < 0.7:
        at += timedelta(days=chance.randint(0, 40))
        after = chance.choice(STEPS[state])
        steps.append((state, after, at))
        state = after
    row = make.ParticipationFactory(module=module, role=role, state=state, joined_on=joined)
    for before, after, day in steps:
        moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        ParticipationStateChange.objects.create(
            participation=row, action="step", from_state=before, to_state=after, at=moment
        )
    return row


def _mentorship(chance, module, people):
    started = _day(chance) if chance.random() < 0.85 else None
    fate = chance.choice([MentorshipState.ACTIVE, MentorshipState.COMPLETED, MentorshipState.DISSOLVED])
    if started is None:
        fate = chance.choice([MentorshipState.PROPOSED, MentorshipState.DECLINED])
    ended = _day(chance, started) if fate in (MentorshipState.COMPLETED, MentorshipState.DISSOLVED) else None
    pair = make.MentorshipFactory(
        module=module,
        kind=chance.choice([Kind.GROUP, Kind.VIRTUAL]),
        state=fate,
        proposed_on=FIRST,
        started_on=started,
        ended_on=ended,
        end_reason=(chance.choice(REASONS) if fate == MentorshipState.DISSOLVED else EndReason.PLAN_DONE)
        if ended
        else "",
    )
    mentees = chance.sample(
        people[ParticipationRole.MENTEE], chance.randint(1, min(2, len(people[ParticipationRole.MENTEE])))
    )
    for participation in [chance.choice(people[ParticipationRole.MENTOR]), *mentees]:
        member = make.add_member(pair, participation)
        left = chance.random() < 0.2 and started
        member.ends_on = min(_day(chance, started), ended or date.max) if left else ended
        member.is_exclusive = False
        member.save()
    if started:
        _work(chance, pair, started, ended)


def _work(chance, pair, started, ended):
    for _meeting in range(chance.randint(0, 4)):
        make.MeetingFactory(
            mentorship=pair,
            happens_on=min(_day(chance, started), ended or date.max),
            state=chance.choice([MeetingState.HELD, MeetingState.HELD, MeetingState.MISSED_BY_MENTEE]),
        )
    if chance.random() < 0.3:
        begins = _day(chance, started)
        Pause.objects.create(
            organisation=pair.organisation, mentorship=pair, starts_on=begins, ends_on=begins + timedelta(days=9)
        )
