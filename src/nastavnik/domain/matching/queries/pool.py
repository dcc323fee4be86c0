"""Who is there to match: rows of a module → records and the engine's problem, in a constant number of queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q

from matchengine import Problem
from nastavnik.domain.matching.adapter import build
from nastavnik.domain.matching.records import MatchSettings, MenteeRecord, MentorRecord
from nastavnik.domain.matching.settings import settings_of
from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.queries.participants import groups_of, with_gates
from nastavnik.domain.programmes.queries.profiles import values_of
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.topics import distinct_topics

EMPTY = ProfileValues()
PARTED = (
    EndReason.DID_NOT_FIT, EndReason.MENTOR_ASKED, EndReason.MENTEE_ASKED, EndReason.BOTH_ASKED,
    EndReason.GUARDIAN_ASKED,
)  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """Somebody ready for matching whom a gate keeps out: `code` is "consent" or "clearance"."""

    participation: Participation
    code: str


@dataclass(frozen=True)
class Pool:
    """The people of one matching as of a day, with all that the pages tell of them; keys are participation ids."""

    module: Module
    as_of: date
    settings: MatchSettings
    mentees: tuple[MenteeRecord, ...]
    mentors: tuple[MentorRecord, ...]
    bans: frozenset[tuple[str, str]]
    participations: dict[str, Participation]
    values: dict[str, ProfileValues]
    groups: dict[str, str]
    loads: Counter[str] = field(default_factory=Counter)  # open mentees of a mentor before this matching

    @cached_property
    def problem(self) -> Problem:
        return build(self.mentees, self.mentors, self.settings, as_of=self.as_of, bans=self.bans)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Topics in the spelling of people."""
        values = self.values.values()
        return distinct_topics(
            title for one in values for title in (one.main_need or "", *one.needs, *one.competences, *one.interests)
        )

    @property
    def places(self) -> int:
        return sum(mentor.places or 0 for mentor in self.mentors)

    def name(self, key: str) -> str:
        """Surname and given name, or nothing for somebody who is no longer here."""
        found = self.participations.get(key)
        return found.person.list_name if found else ""

    def waiting(self) -> list[Waiting]:
        """Whom the gates keep out, by name; no consent is said before no clearance."""
        found = [Waiting(self.participations[m.key], "consent") for m in self.mentees if not m.consent]
        found += [Waiting(self.participations[m.key], "consent") for m in self.mentors if not m.consent]
        if self.needs_clearance:
            unchecked = [m for m in self.mentors if m.consent and not m.is_minor and not m.clearance]
            found += [Waiting(self.participations[m.key], "clearance") for m in unchecked]
        return sorted(found, key=lambda one: one.participation.person.normal_name)

    @property
    def needs_clearance(self) -> bool:
        return any(mentee.is_minor for mentee in self.mentees)


def pool_of(module: Module, *, as_of: date, gates_on: date | None = None) -> Pool:
    """Everybody of the module who is ready and free; ages as of `as_of`, consents and clearances as of `gates_on`."""
    ready = Participation.objects.filter(module=module, state=ParticipationState.READY).select_related("person")
    rows = list(with_gates(ready, gates_on or as_of).order_by("id"))
    free, loads, bans = _history(module, rows)
    facts = _Facts.of(free, gates_on or as_of)
    mentees = tuple(_mentee(p, facts) for p in free if p.role == ParticipationRole.MENTEE)
    usual = KINDS[module.kind].usual_places
    mentors = tuple(_mentor(p, facts, usual, loads) for p in free if p.role == ParticipationRole.MENTOR)
    settings = settings_of(module.kind, module.matching_settings, clearance=any(mentee.is_minor for mentee in mentees))
    return Pool(
        module=module,
        as_of=as_of,
        settings=settings,
        mentees=mentees,
        mentors=mentors,
        bans=bans,
        participations={str(p.pk): p for p in free},
        values={str(p.pk): facts.values.get(p.pk, EMPTY) for p in free},
        groups={str(p.pk): facts.groups[p.person_id][0] for p in free if p.person_id in facts.groups},
        loads=loads,
    )


@dataclass(frozen=True)
class _Facts:
    values: dict[int, ProfileValues]
    groups: dict[int, tuple[str, int | None]]

    @classmethod
    def of(cls, rows: Sequence[Participation], on: date) -> "_Facts":
        return cls(values_of([p.pk for p in rows]), groups_of([p.person_id for p in rows], on))


def _history(
    module: Module, rows: Sequence[Participation]
) -> tuple[list[Participation], Counter[str], frozenset[tuple[str, str]]]:
    """Who is free, how many mentees each mentor has, and which two are not offered to each other again."""
    past = Q(mentorship__state=MentorshipState.DECLINED) | Q(mentorship__end_reason__in=PARTED)
    members = MentorshipMember.objects.filter(Q(ends_on__isnull=True) | past, module=module)
    together: dict[int, dict[str, list[int]]] = {}
    opened: set[int] = set()
    for mentorship_id, role, participation_id, ends_on in members.values_list(
        "mentorship_id", "role", "participation_id", "ends_on"
    ):
        together.setdefault(mentorship_id, {}).setdefault(role, []).append(participation_id)
        if ends_on is None:
            opened.add(mentorship_id)
    loads: Counter[str] = Counter()
    taken: set[int] = set()
    bans: set[tuple[str, str]] = set()
    for mentorship_id, sides in together.items():
        mentees, mentors = sides.get(ParticipationRole.MENTEE, []), sides.get(ParticipationRole.MENTOR, [])
        bans.update((str(mentee), str(mentor)) for mentee in mentees for mentor in mentors)
        if mentorship_id in opened:
            taken.update(mentees)
            loads.update({str(mentor): len(mentees) for mentor in mentors})
    exclusive = KINDS[module.kind].exclusive
    free = [p for p in rows if not (exclusive and p.role == ParticipationRole.MENTEE and p.pk in taken)]
    return free, loads, frozenset(bans)


def _mentee(participation: Participation, facts: _Facts) -> MenteeRecord:
    values = facts.values.get(participation.pk, EMPTY)
    person = participation.person
    return MenteeRecord(
        key=str(participation.pk),
        name=person.normal_name,
        birth_date=person.birth_date,
        is_minor=participation.is_minor,
        grade=facts.groups.get(person.pk, ("", None))[1],
        main_need=values.main_need,
        needs=values.needs,
        interests=values.interests,
        free_time=values.free_time,
        modes=values.modes,
        languages=values.languages,
        age_wish=values.age_wish,
        consent=participation.is_agreed,
        clearance=participation.is_cleared,
        person=str(person.pk),
    )


def _mentor(participation: Participation, facts: _Facts, usual: int, loads: Counter[str]) -> MentorRecord:
    values = facts.values.get(participation.pk, EMPTY)
    person = participation.person
    places = usual if values.places is None else values.places
    return MentorRecord(
        key=str(participation.pk),
        name=person.normal_name,
        birth_date=person.birth_date,
        is_minor=participation.is_minor,
        grade=facts.groups.get(person.pk, ("", None))[1],
        competences=values.competences,
        interests=values.interests,
        free_time=values.free_time,
        modes=values.modes,
        languages=values.languages,
        age_wish=values.age_wish,
        grade_wish=values.grade_wish,
        places=max(0, places - loads[str(participation.pk)]),
        consent=participation.is_agreed,
        clearance=participation.is_cleared,
        person=str(person.pk),
    )
