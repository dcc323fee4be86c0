"""All that the studio shows of one run, in a constant number of queries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from matchengine import Candidate as EngineCandidate
from matchengine import candidates as engine_candidates
from nastavnik.domain.matching import messages
from nastavnik.domain.matching.adapter import digest, ids_of, key_of
from nastavnik.domain.matching.changes import Levels, MoveLine
from nastavnik.domain.matching.enums import DecisionKind, MatchRunState, ProposalOrigin
from nastavnik.domain.matching.models import LeftOut, MatchRun, Proposal
from nastavnik.domain.matching.plans import Moved, ids_of_pairs
from nastavnik.domain.matching.queries import reports
from nastavnik.domain.matching.queries.pool import Pool, Waiting, pool_for
from nastavnik.domain.matching.queries.rows import (
    Blocking,
    Candidate,
    ChangeLine,
    DecisionLine,
    FairnessRow,
    Forced,
    Lack,
    Missing,
    Row,
)
from nastavnik.domain.matching.sides import Side
from nastavnik.domain.matching.solving import reason_data
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.records import ProfileValues


class Studio:
    """One run with its people. Built once a page; the tables are made when they are asked for."""

    def __init__(self, run: MatchRun, today: date) -> None:
        self.run = run
        self.pool: Pool = pool_for(run, gates_on=today, looked_at=True)
        self.of = self.pool.settings.engine.weights.total
        people = ("mentee__person", "mentor__person")
        self._proposals = list(run.proposals.select_related(*people))
        self._left = list(run.left_out.select_related("mentee__person"))
        self._loads = Counter(str(proposal.mentor_id) for proposal in self._proposals)

    @cached_property
    def is_stale(self) -> bool:
        """Has anything that matching reads changed since?"""
        return self.run.state == MatchRunState.READY and digest(self.pool.problem) != self.run.input_sha256

    @cached_property
    def is_proved(self) -> bool:
        """Is the plan, as it stands now, the one that the certificate speaks about?"""
        proved = {one["name"]: one["value"] for one in self.run.certificate.get("levels", [])}
        same = all(proved.get(name, value) == value for name, value in self.numbers.items())
        return bool(proved) and same and not self.is_stale and not self.run.certificate.get("changed_by_hand")

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The plan as keys."""
        return [(str(one.mentee_id), str(one.mentor_id)) for one in self._proposals]

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
    def levels(self) -> Levels:
        """What the plan reaches as it stands, changes by hand included."""
        scores = [row.score for row in self.rows if not row.is_mutual and not row.is_pinned]
        settings = self.pool.settings.engine
        off = sum(settings.penalty(load) for taken in self._loads.values() for load in range(taken))
        kept = sum(pair in self.pool.facts.current for pair in self.pairs)
        return Levels(
            coverage=len({mentee for mentee, _mentor in self.pairs}),
            seats=len(self.pairs),
            mutual=sum(row.is_mutual for row in self.rows),
            worst=min(scores, default=0),
            total=sum(row.score for row in self.rows) - off + settings.keep_bonus * kept,
        )

    @property
    def keeps(self) -> bool:
        """Does the total count points for pairs that are kept, as in a second matching?"""
        return bool(self.pool.facts.current and self.pool.settings.engine.keep_bonus)

    @property
    def numbers(self) -> dict[str, int]:
        """`levels` by name, as in the certificate."""
        return dict(vars(self.levels))

    @cached_property
    def pins(self) -> frozenset[tuple[str, str]]:
        """The pairs that every plan must hold."""
        return frozenset((key_of(mentee), key_of(mentor)) for mentee, mentor in self.pool.problem.pins)

    @cached_property
    def banned(self) -> frozenset[tuple[str, str]]:
        """The pairs that a coordinator forbade."""
        bans = [one for one in self.pool.decisions if one.kind == DecisionKind.BAN]
        return frozenset((str(one.mentee_id), str(one.mentor_id)) for one in bans)

    @cached_property
    def decisions(self) -> list[DecisionLine]:
        """Pins and bans in force, oldest first."""
        return reports.decisions(self)

    @cached_property
    def changes(self) -> list[ChangeLine]:
        """Who changed what, newest first."""
        return reports.changes(self)

    @cached_property
    def lacking(self) -> list[Lack]:
        """«Кого не хватает»: what one more place of a mentor would bring, the best first."""
        return reports.lacking(self)

    @cached_property
    def forced(self) -> list[Forced]:
        """What each pin and each ban costs."""
        return reports.forced(self)

    @cached_property
    def blocking(self) -> list[Blocking]:
        """Pairs in which both would gain by leaving the plan."""
        return reports.blocking(self)

    @cached_property
    def fairness(self) -> dict[str, list[FairnessRow]]:
        """Who gets the weak pairs: rows by "group" (class), "building" and "mode"."""
        return reports.fairness(self)

    def side(self, participation: Participation) -> Side:
        key = str(participation.pk)
        values = self.pool.values.get(key)
        return Side(key, participation, self.pool.groups.get(key, ""), topics_of(values) if values else "")

    def side_of(self, key: str) -> Side:
        """Somebody of the pool or of the run by key; KeyError for a stranger."""
        return self.side(self._people[key])

    def mentee(self, key: str) -> Side | None:
        """A mentee of the pool by key."""
        asks = {record.key for record in self.pool.mentees}
        return self.side(self.pool.participations[key]) if key in asks else None

    def current_mentor(self, key: str) -> str | None:
        return next((str(p.mentor_id) for p in self._proposals if str(p.mentee_id) == key), None)

    def candidates(self, key: str) -> list[Candidate]:
        """Every mentor for this mentee: the possible by points, then the impossible with why."""
        problem = self.pool.problem
        mentee = ids_of(problem)[0][key]
        return [self._candidate(mentee, one) for one in engine_candidates(problem, self.plan, mentee)]

    def move_lines(self, moved: Sequence[Moved]) -> list[MoveLine]:
        """Moves of keys as lines with people; of those who are gone nothing is told."""
        known = self._people
        return [
            MoveLine(
                self.side_of(mentee),
                self.side_of(before) if before in known else None,
                self.side_of(after) if after in known else None,
            )
            for mentee, before, after in moved
            if mentee in known
        ]

    @cached_property
    def _people(self) -> dict[str, Participation]:
        proposed = [one for proposal in self._proposals for one in (proposal.mentee, proposal.mentor)]
        return {str(one.pk): one for one in proposed} | self.pool.participations

    def _row(self, proposal: Proposal) -> Row:
        pair = str(proposal.mentee_id), str(proposal.mentor_id)
        return Row(
            mentee=self.side(proposal.mentee),
            mentor=self.side(proposal.mentor),
            score=proposal.score,
            of=self.of,
            parts=messages.reasons(proposal.reasons, self.pool.titles, self._observed(pair)),
            is_mutual=proposal.is_mutual,
            by_hand=proposal.origin == ProposalOrigin.HAND,
            is_pinned=pair in self.pins,
            way=proposal.way,
            taken=self._taken(pair[1]),
            places=self._places(pair[1]),
        )

    def _missing(self, left: LeftOut) -> Missing:
        said: Mapping[str, Any] = left.reasons
        nearest = reports.counted(self).get("nearest", {}).get(str(left.mentee_id)) or said.get("helps", [])
        helps = [messages.help_line(one, self.pool.name, self.pool.titles) for one in nearest]
        return Missing(self.side(left.mentee), messages.left_out(said["code"], said.get("params")), helps)

    def _candidate(self, mentee: str, one: EngineCandidate) -> Candidate:
        pair = key_of(mentee), key_of(one.mentor_id)
        data = [reason_data(self.pool.problem, reason, mentee, one.mentor_id) for reason in one.reasons]
        return Candidate(
            mentor=self.side_of(pair[1]),
            score=one.score,
            of=self.of,
            parts=messages.reasons(data, self.pool.titles, self._observed(pair)),
            taken=self._taken(pair[1]),
            places=self._places(pair[1]),
            refusals=[messages.violation(broken.code, broken.params) for broken in one.violations],
            is_current=one.is_current,
            is_banned=pair in self.banned,
            is_pinned=one.is_pinned,
            is_mutual=pair in self.pool.facts.mutual,
            instead_of=[self.side_of(key_of(held)) for held in one.blocked_by],
        )

    def _observed(self, pair: tuple[str, str]) -> frozenset[str]:
        """Criteria of a pair that a teacher's observation completed on either side."""
        seen = [self.pool.values[key].observed for key in pair if key in self.pool.values]
        return frozenset().union(*seen)

    @cached_property
    def plan(self) -> list[tuple[str, str]]:
        """The plan in ids of the problem, without pairs of people who have left since."""
        mentees, mentors = ids_of(self.pool.problem)
        return ids_of_pairs(self.pool.problem, [(e, r) for e, r in self.pairs if e in mentees and r in mentors])

    def _taken(self, mentor: str) -> int:
        """Places taken: by this plan and by mentorships from before it."""
        return self._loads[mentor] + self.pool.loads[mentor]

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
