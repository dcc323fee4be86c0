"""All that the studio shows of one run, in a constant number of queries."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from matchengine import explain_pair
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import digest, ids_of
from nastavnik.domain.matching.enums import MatchRunState, ProposalOrigin
from nastavnik.domain.matching.messages import Line
from nastavnik.domain.matching.models import LeftOut, MatchRun, Proposal
from nastavnik.domain.matching.plans import problems_of_change
from nastavnik.domain.matching.queries.pool import Pool, Waiting, pool_of
from nastavnik.domain.matching.solving import reason_data
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.records import ProfileValues

WEAK = 30  # in a hundred; below it a pair stands under «слабые»


@dataclass(frozen=True)
class Side:
    """One of the two as a list shows them: no birth date, no telephone."""

    key: str
    participation: Participation
    group: str
    topics: str

    @property
    def name(self) -> str:
        return self.participation.person.list_name

    @property
    def note(self) -> str:
        return " · ".join(part for part in (self.group, self.topics) if part)


@dataclass(frozen=True)
class Row:
    """A pair of the table."""

    mentee: Side
    mentor: Side
    score: int
    of: int
    parts: list[Line]
    is_mutual: bool
    by_hand: bool
    taken: int
    places: int

    @property
    def reasons(self) -> list[Line]:
        return messages.worth_telling(self.parts)

    @property
    def is_weak(self) -> bool:
        return self.score * 100 < WEAK * self.of


@dataclass(frozen=True)
class Missing:
    """Somebody left out: why, and what would help."""

    mentee: Side
    why: str
    helps: list[str]


@dataclass(frozen=True)
class Candidate:
    """A mentor for one mentee: points and reasons, or why not."""

    mentor: Side
    score: int
    of: int
    parts: list[Line]
    taken: int
    places: int
    refusals: list[str]
    is_current: bool

    @property
    def reasons(self) -> list[Line]:
        return messages.worth_telling(self.parts)


class Studio:
    """One run with its people. Built once a page; the tables are made when they are asked for."""

    def __init__(self, run: MatchRun, today: date) -> None:
        self.run = run
        self.pool: Pool = pool_of(run.module, as_of=run.as_of, gates_on=today)
        self.of = self.pool.settings.engine.weights.total
        self._proposals = list(run.proposals.select_related("mentee__person", "mentor__person"))
        self._left = list(run.left_out.select_related("mentee__person"))
        self._loads = Counter(str(proposal.mentor_id) for proposal in self._proposals)

    @cached_property
    def is_stale(self) -> bool:
        """Has anything that matching reads changed since?"""
        return self.run.state == MatchRunState.READY and digest(self.pool.problem) != self.run.input_sha256

    @cached_property
    def rows(self) -> list[Row]:
        """Pairs, the weak ones first."""
        return [self._row(proposal) for proposal in self._proposals]

    @cached_property
    def left_out(self) -> list[Missing]:
        """Who has no pair although no gate keeps them out."""
        return [self._missing(left) for left in self._left if left.reasons["code"] != "consent_missing"]

    @cached_property
    def waiting(self) -> list[Waiting]:
        return self.pool.waiting()

    @property
    def by_hand(self) -> int:
        return sum(row.by_hand for row in self.rows)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """What the plan reaches as it stands, changes by hand included; names as in the certificate's levels."""
        scores = [row.score for row in self.rows if not row.is_mutual]
        penalty = self.pool.settings.engine.penalty
        off = sum(penalty(load) for taken in self._loads.values() for load in range(taken))
        return {
            "coverage": len(self.rows),
            "mutual": sum(row.is_mutual for row in self.rows),
            "worst": min(scores, default=0),
            "total": sum(row.score for row in self.rows) - off,
        }

    def side(self, participation: Participation) -> Side:
        key = str(participation.pk)
        values = self.pool.values.get(key)
        return Side(key, participation, self.pool.groups.get(key, ""), topics_of(values) if values else "")

    def mentee(self, key: str) -> Side | None:
        """A mentee of the pool by key."""
        asks = {record.key for record in self.pool.mentees}
        return self.side(self.pool.participations[key]) if key in asks else None

    def current_mentor(self, key: str) -> str | None:
        return next((str(p.mentor_id) for p in self._proposals if str(p.mentee_id) == key), None)

    def candidates(self, key: str) -> list[Candidate]:
        """Every mentor for this mentee: the possible by points, then the impossible with why."""
        found = [self._candidate(key, mentor.key) for mentor in self.pool.mentors]
        return sorted(found, key=lambda c: (bool(c.refusals), -c.score, c.mentor.participation.person.normal_name))

    def _row(self, proposal: Proposal) -> Row:
        key = str(proposal.mentor_id)
        return Row(
            mentee=self.side(proposal.mentee),
            mentor=self.side(proposal.mentor),
            score=proposal.score,
            of=self.of,
            parts=messages.reasons(proposal.reasons, self.pool.titles),
            is_mutual=proposal.is_mutual,
            by_hand=proposal.origin == ProposalOrigin.HAND,
            taken=self._taken(key),
            places=self._places(key),
        )

    def _missing(self, left: LeftOut) -> Missing:
        said: Mapping[str, Any] = left.reasons
        helps = [messages.help_line(one, self.pool.name, self.pool.titles) for one in said.get("helps", [])]
        return Missing(self.side(left.mentee), messages.left_out(said["code"], said.get("params")), helps)

    def _candidate(self, mentee: str, mentor: str) -> Candidate:
        mentees, mentors = ids_of(self.pool.problem)
        pair = mentees[mentee], mentors[mentor]
        explained = explain_pair(self.pool.problem, *pair)
        data = [reason_data(self.pool.problem, one, *pair) for one in explained.reasons]
        others = [(str(p.mentee_id), str(p.mentor_id)) for p in self._proposals if str(p.mentee_id) != mentee]
        broken = problems_of_change(self.pool.problem, others, (mentee, mentor))
        return Candidate(
            mentor=self.side(self.pool.participations[mentor]),
            score=explained.score,
            of=self.of,
            parts=messages.reasons(data, self.pool.titles),
            taken=self._taken(mentor),
            places=self._places(mentor),
            refusals=[messages.violation(one.code, one.params) for one in broken],
            is_current=self.current_mentor(mentee) == mentor,
        )

    def _taken(self, mentor: str) -> int:
        """Places taken; once published, the pairs of the run are among those the mentor has."""
        ahead = 0 if self.run.state == MatchRunState.PUBLISHED else self._loads[mentor]
        return ahead + self.pool.loads[mentor]

    def _places(self, mentor: str) -> int:
        return self._free[mentor] + self.pool.loads[mentor] if mentor in self._free else 0

    @cached_property
    def _free(self) -> dict[str, int]:
        return {mentor.key: mentor.places or 0 for mentor in self.pool.mentors}


def topics_of(values: ProfileValues, limit: int = 3) -> str:
    """What somebody asks for or offers, in a few words."""
    first = [values.main_need] if values.main_need else []
    topics = first or list(values.competences) or list(values.needs)
    return ", ".join(topics[:limit])
