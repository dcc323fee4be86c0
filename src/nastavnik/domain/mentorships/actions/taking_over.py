"""Pairs that were made before they were written down here: a list of the school says who leads whom since when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.mentorships.enums import Answer, EndReason, MentorshipState, Party, Way
from nastavnik.domain.mentorships.models import (
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    MentorshipStateChange,
)
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people, occupied
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.actions import finish
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Participation

STEPS = ("confirm", "start", "complete")
S = ParticipationState
TOOK_PART = (S.READY, S.FINISHED, S.SUSPENDED, S.LEFT)


@dataclass(frozen=True)
class FormerPair:
    """`ends_on` in the past: it is over and stays as history; else it works, and the day is its planned end."""

    mentors: tuple[Participation, ...]
    mentees: tuple[Participation, ...]
    starts_on: date
    ends_on: date | None = None

    @property
    def everybody(self) -> tuple[Participation, ...]:
        return self.mentors + self.mentees

    def is_over(self, on: date) -> bool:
        return self.ends_on is not None and self.ends_on < on


@dataclass(frozen=True)
class TakenOver:
    """The mentorship, or why there is none: there, not_ready, consent, clearance, occupied."""

    mentorship: Mentorship | None = None
    why: str = ""


@transaction.atomic
def take_over(
    module: Module, pairs: Sequence[FormerPair], *, on: date, by: User | None, finishing: bool = True
) -> list[TakenOver]:
    """Write down pairs that work or are over, as if both sides had answered on paper; nobody is written to.

    The gates hold: without the consent of a child no pair with it is written down, without a clearance of its mentor
    none that still meets. In the order of `pairs`. With `finishing`, mentees whose pairs are all over have finished.
    """
    people = {p.pk: p for pair in pairs for p in pair.everybody}
    closest = closest_people([participation.person for participation in people.values()], on)
    there = _there(list(people.values()))
    taken = {member.participation_id for member in occupied(list(people.values()))}
    answers = []
    for pair in pairs:
        why = _why_not(module, pair, closest, there, taken, on)
        if not why and not pair.is_over(on):
            taken |= {p.pk for p in pair.mentees}
        there.add(_key(pair, on))
        answers.append(why)
    wanted = [pair for pair, why in zip(pairs, answers, strict=True) if not why]
    made = iter(_write(module, wanted, closest, on, by))
    if finishing:
        _finish(pairs, wanted, on, by)
    return [TakenOver(None, why) if why else TakenOver(next(made)) for why in answers]


Key = tuple[frozenset[int], bool, date | None]


def _key(pair: FormerPair, on: date) -> Key:
    """Who together, whether it is over, and since when if it is."""
    over = pair.is_over(on)
    return frozenset(p.pk for p in pair.everybody), over, pair.starts_on if over else None


def _there(people: Sequence[Participation]) -> set[Key]:
    """The mentorships in which these people are or were."""
    rows = MentorshipMember.objects.filter(mentorship__members__participation__in=people).distinct()
    together: dict[int, set[int]] = defaultdict(set)
    facts: dict[int, tuple[bool, date | None]] = {}
    for number, person, ended, started in rows.values_list(
        "mentorship", "participation", "ends_on", "mentorship__started_on"
    ):
        together[number].add(person)
        facts[number] = (ended is not None, started if ended is not None else None)
    return {(frozenset(members), *facts[number]) for number, members in together.items()}


def _why_not(
    module: Module, pair: FormerPair, closest: ClosestPeople, there: set[Key], taken: set[int], on: date
) -> str:
    over = pair.is_over(on)
    if _key(pair, on) in there:
        return "there"
    if any(p.state != ParticipationState.READY and not (over and p.state in TOOK_PART) for p in pair.everybody):
        return "not_ready"
    if any(not _is_agreed(p, closest) for p in pair.everybody):
        return "consent"
    meets_child = not over and any(p.person_id in closest.minors for p in pair.mentees)
    if meets_child and any(p.person_id not in closest.minors | closest.cleared for p in pair.mentors):
        return "clearance"
    if not over and KINDS[module.kind].exclusive and any(p.pk in taken for p in pair.mentees):
        return "occupied"
    return ""


def _is_agreed(participation: Participation, closest: ClosestPeople) -> bool:
    person = participation.person_id
    return person in closest.processable and (person not in closest.minors or person in closest.consents)


def _write(
    module: Module, pairs: Sequence[FormerPair], closest: ClosestPeople, on: date, by: User | None
) -> list[Mentorship]:
    mentorships = Mentorship.objects.bulk_create(_mentorship(module, pair, on) for pair in pairs)
    members = MentorshipMember.objects.bulk_create(
        MentorshipMember(
            organisation_id=module.organisation_id,
            mentorship=mentorship,
            module=module,
            participation=participation,
            person=participation.person,
            role=participation.role,
            is_exclusive=KINDS[module.kind].exclusive,
            is_minor=participation.person_id in closest.minors,
            consent=closest.consents.get(participation.person_id),
            starts_on=pair.starts_on,
            ends_on=mentorship.ended_on,
        )
        for mentorship, pair in zip(mentorships, pairs, strict=True)
        for participation in pair.everybody
    )
    _answer(members, by)
    _remember_steps(mentorships, by)
    if mentorships:
        audit.record("mentorship.take_over", module, by=by, fields=["state"])
    return mentorships


def _mentorship(module: Module, pair: FormerPair, on: date) -> Mentorship:
    over = pair.is_over(on)
    return Mentorship(
        organisation_id=module.organisation_id,
        module=module,
        kind=module.kind,
        way=Way.HAND,
        state=MentorshipState.COMPLETED if over else MentorshipState.ACTIVE,
        proposed_on=pair.starts_on,
        planned_until=pair.ends_on or module.programme.ends_on,
        started_on=pair.starts_on,
        ended_on=pair.ends_on if over else None,
        end_reason=EndReason.TERM_OVER if over else "",
    )


def _answer(members: Sequence[MentorshipMember], by: User | None) -> None:
    at = clock.now()
    MentorshipApproval.objects.bulk_create(
        MentorshipApproval(
            organisation_id=member.organisation_id,
            mentorship_id=member.mentorship_id,
            member=member,
            party=party,
            answer=Answer.YES,
            at=at,
            by=by,
            on_paper=True,
        )
        for member in members
        for party in (Party(member.role), *((Party.GUARDIAN,) if member.is_minor else ()))
    )


def _remember_steps(mentorships: Sequence[Mentorship], by: User | None) -> None:
    """The same steps as a pair makes that was proposed here."""
    rows = []
    for mentorship in mentorships:
        before: str = MentorshipState.PROPOSED
        for action in STEPS if mentorship.state == MentorshipState.COMPLETED else STEPS[:-1]:
            after = Mentorship.lifecycle.check(before, action)
            step = {"action": action, "from_state": before, "to_state": after}
            rows.append(MentorshipStateChange(mentorship=mentorship, by=by, at=clock.now(), reason="from_list", **step))
            before = after
    MentorshipStateChange.objects.bulk_create(rows)


def _finish(pairs: Sequence[FormerPair], made: Sequence[FormerPair], on: date, by: User | None) -> None:
    going_on = {p.pk for pair in pairs if not pair.is_over(on) for p in pair.mentees}
    over = {p.pk: p for pair in made if pair.is_over(on) for p in pair.mentees if p.pk not in going_on}
    still = set(occupied(list(over.values())).values_list("participation_id", flat=True))
    for pk, participation in over.items():
        ready = participation.role == ParticipationRole.MENTEE and participation.state == ParticipationState.READY
        if ready and pk not in still:
            finish(participation, by=by)
