"""From two lists of people to a question that both sides, and the guardians of children, answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from nastavnik.core import audit
from nastavnik.domain.mentorships.enums import Party, Way
from nastavnik.domain.mentorships.errors import AlreadyInPair, NotReady, TooMany, WithThemself
from nastavnik.domain.mentorships.gates import require_gates
from nastavnik.domain.mentorships.models import Mentorship, MentorshipApproval, MentorshipMember
from nastavnik.domain.mentorships.queries.members import ClosestPeople, closest_people, occupied
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.enums import Kind, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries.catalogue import kind_of

Pair = tuple[Participation, Participation]
Ids = tuple[int, int]
NO_WAYS: Mapping[Ids, str] = {}


@dataclass(frozen=True)
class _Party:
    """Who will be together."""

    mentors: tuple[Participation, ...]
    mentees: tuple[Participation, ...]
    title: str = ""
    way: str = Way.QUESTIONNAIRE

    @property
    def everybody(self) -> tuple[Participation, ...]:
        return self.mentors + self.mentees


@transaction.atomic
def propose(
    module: Module, *, pairs: Sequence[Pair], on: date, by: User | None, ways: Mapping[Ids, str] = NO_WAYS
) -> list[Mentorship]:
    """Ask mentors, mentees and the guardians of children whether they want to try; pairs are (mentor, mentee).

    `ways` say how a pair was made, by (mentor id, mentee id); those not named were made from questionnaires.
    """
    usual = Way.QUESTIONNAIRE
    parties = [_Party((mentor,), (mentee,), way=ways.get((mentor.pk, mentee.pk), usual)) for mentor, mentee in pairs]
    return _propose(module, parties, on, by)


@transaction.atomic
def propose_group(
    module: Module,
    *,
    mentor: Participation,
    mentees: Sequence[Participation],
    title: str = "",
    way: str = Way.QUESTIONNAIRE,
    on: date,
    by: User | None,
) -> Mentorship:
    """The same for one mentor with several mentees, where the kind allows it."""
    return _propose(module, [_Party((mentor,), tuple(mentees), title, way)], on, by)[0]


@transaction.atomic
def propose_team(
    module: Module,
    *,
    mentors: Sequence[Participation],
    mentees: Sequence[Participation],
    title: str = "",
    way: str = Way.QUESTIONNAIRE,
    on: date,
    by: User | None,
) -> Mentorship:
    """The same for several mentors together, with one mentee or a whole group, where the kind allows it."""
    return _propose(module, [_Party(tuple(mentors), tuple(mentees), title, way)], on, by)[0]


def _propose(module: Module, parties: list[_Party], on: date, by: User | None) -> list[Mentorship]:
    people = [participation for party in parties for participation in party.everybody]
    closest = closest_people([participation.person for participation in people], on)
    _check_roles(module, parties)
    _check_free(module, parties)
    for party in parties:
        require_gates([p.person for p in party.mentors], [p.person for p in party.mentees], closest)
    mentorships = Mentorship.objects.bulk_create(_mentorship(module, party, on) for party in parties)
    members = _add_members(module, list(zip(mentorships, parties, strict=True)), closest, on)
    _ask(members, closest)
    for mentorship in mentorships:
        audit.record("mentorship.propose", mentorship, by=by, fields=["state"])
    return mentorships


def _check_roles(module: Module, parties: Iterable[_Party]) -> None:
    rules = KINDS[module.kind]
    for party in parties:
        if len(party.mentors) > rules.mentors or not 1 <= len(party.mentees) <= rules.mentees:
            raise TooMany(mentors=rules.mentors, mentees=rules.mentees)
        sides = ((ParticipationRole.MENTOR, party.mentors), (ParticipationRole.MENTEE, party.mentees))
        for role, side in sides:
            for participation in side:
                at_home = participation.module_id == module.pk and participation.role == role
                if not at_home or participation.state != ParticipationState.READY:
                    raise NotReady(name=participation.person.list_name)
        both = {p.person_id for p in party.mentors} & {p.person_id for p in party.mentees}
        if both:
            raise WithThemself(name=next(p.person.list_name for p in party.mentors if p.person_id in both))


def _check_free(module: Module, parties: list[_Party]) -> None:
    """Exclusive kinds: one open mentorship a mentee; others: never the same two twice at once."""
    mentees = [p for party in parties for p in party.mentees]
    mentors = [p for party in parties for p in party.mentors]
    taken = {m.participation_id for m in occupied(mentees)}
    if KINDS[module.kind].exclusive:
        asked: set[int] = set()
        for mentee in mentees:
            if mentee.pk in taken or mentee.pk in asked:
                raise AlreadyInPair(name=mentee.person.list_name)
            asked.add(mentee.pk)
        return
    together: set[frozenset[int]] = set()
    open_with: dict[int, set[int]] = {}
    for member in occupied([*mentors, *mentees]):
        open_with.setdefault(member.mentorship_id, set()).add(member.participation_id)
    for party in parties:
        for mentee in party.mentees:
            for mentor in party.mentors:
                two = {mentor.pk, mentee.pk}
                if frozenset(two) in together or any(two <= there for there in open_with.values()):
                    raise AlreadyInPair(name=mentee.person.list_name)
                together.add(frozenset(two))


def _mentorship(module: Module, party: _Party, on: date) -> Mentorship:
    return Mentorship(
        organisation_id=module.organisation_id,
        module=module,
        kind=module.kind,
        title=party.title,
        way=Way(party.way),
        proposed_on=on,
        planned_until=_until(module, on),
    )


def _until(module: Module, on: date) -> date | None:
    """The end of the programme; a team comes together for a short task."""
    end = module.programme.ends_on
    if module.kind != Kind.TEAM:
        return end
    short = on + timedelta(days=30 * kind_of(module).rules.usual_months)
    return min(end, short) if end else short


def _add_members(
    module: Module, together: list[tuple[Mentorship, _Party]], closest: ClosestPeople, on: date
) -> list[MentorshipMember]:
    members = [
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
            starts_on=on,
        )
        for mentorship, party in together
        for participation in party.everybody
    ]
    try:
        with transaction.atomic():
            return MentorshipMember.objects.bulk_create(members)
    except IntegrityError as error:  # somebody else was faster by a moment; the constraint kept «one at a time»
        taken = set(occupied([p for _m, party in together for p in party.mentees]).values_list("person_id", flat=True))
        name = next((member.person.list_name for member in members if member.person_id in taken), "")
        raise AlreadyInPair(name=name) from error


def _ask(members: list[MentorshipMember], closest: ClosestPeople) -> None:
    """One question a side, one more for the guardian of each child; everybody hears of it once."""
    questions = []
    for member in members:
        parties = [Party(member.role)] + ([Party.GUARDIAN] if member.is_minor else [])
        questions += [
            MentorshipApproval(
                organisation_id=member.organisation_id, mentorship_id=member.mentorship_id, member=member, party=party
            )
            for party in parties
        ]
        for person in [member.person, *(closest.guardians.get(member.person_id, []) if member.is_minor else [])]:
            notify(
                "pair_proposed",
                to=person,
                context={"mentorship": member.mentorship_id},
                key=f"pair_proposed:{member.mentorship_id}:{member.person_id}",
            )
    MentorshipApproval.objects.bulk_create(questions)
