"""A part of the plans where the mentees of one mentor have a topic in common."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

import numpy as np

from matchengine.codes import Rule
from matchengine.constraints.standing import themes_of_mentee
from matchengine.problem import Problem
from matchengine.scale import Scale
from matchengine.solver.conflicts import Cell, Part, open_topics
from matchengine.solver.flow import bound_of_seats
from matchengine.solver.groups import (
    FINE,
    Basis,
    Floats,
    Groups,
    Topics,
    bound_of_groups,
    fractional,
    price_groups,
)
from matchengine.solver.levels import Field, Found, Values, must

NO_CAPS = -1, -1


@dataclass(frozen=True, eq=False)
class FoundGroups(Found):
    """Also how much of each mentor goes to each topic (m × topics)."""

    shares: Floats


@dataclass(eq=False)
class GroupField(Field):
    """As `Field`, bounded by groups instead of a flow; `topics` are those each mentor's group may still have.

    Its values are bounds: the cells of a solve are a plan that keeps the themes and may reach less. The linear program
    may cover half a mentee; so each goal is bounded with the goals before capped at what they were proved to be.
    """

    goal_by_goal: ClassVar[bool] = True
    topics: Topics = field(kw_only=True)
    warm: Basis | None = field(kw_only=True, default=None)

    def narrowed(self, part: Part) -> "GroupField":
        possible, required = self.without(part), self.required | set(part.required)
        own = list(self.topics.of_mentor)
        if part.theme is not None:
            mentor, topic = part.theme
            own[mentor] = tuple(t for t in own[mentor] if self.topics.names[t] == topic)
            possible[:, mentor] &= self.topics.fits[self.topics.names.index(topic)]
        for i, j in part.required:
            own[j] = tuple(t for t in own[j] if self.topics.fits[t, i])
        topics = replace(self.topics, of_mentor=tuple(own))
        return GroupField(self.goals, possible, required, topics=topics, warm=self.warm)

    def for_coverage(self) -> Found | None:
        return self._priced(0, self.goals.counts, NO_CAPS)

    def for_mutual(self, values: Values) -> Found | None:
        return self._priced(0, self.goals.counts, (values.coverage, -1))

    def for_worst(self, above: int, values: Values) -> Found | None:
        return self._priced(above, self.goals.counts, (values.coverage, values.mutual))

    def for_total(self, values: Values) -> Found | None:
        return self._priced(values.worst, self.goals.full, (values.coverage, values.mutual))

    def _priced(self, threshold: int, factors: Scale, caps: tuple[int, int]) -> FoundGroups | None:
        if not self.reaches(threshold):
            return None
        key = threshold, factors, caps
        found = self._solved.get(key)
        if not isinstance(found, FoundGroups):
            found = self._solved[key] = self._price(threshold, factors, caps)
        return found

    def _price(self, threshold: int, factors: Scale, caps: tuple[int, int]) -> FoundGroups:
        scan = self.goals.scan
        prices = price_groups(self._groups(threshold, factors, caps), self.warm)
        self.warm = prices.basis
        coverage, mutual = factors.coverage * FINE - prices.of_pairs, factors.mutual * FINE - prices.of_mutual
        fine = Scale(coverage, 0, mutual, factors.slack * FINE, factors.points * FINE)
        cells: tuple[Cell, ...] = ()
        if factors.points:
            cells = must(self._chosen(prices.shares).best_total(threshold)).cells
        return FoundGroups(cells, prices.u, np.zeros(len(scan.places), np.int64), fine, prices.shares)

    def _groups(self, threshold: int, factors: Scale, caps: tuple[int, int] = NO_CAPS) -> Groups:
        """`caps` of all pairs, the required ones among them; below zero: one that nothing reaches."""
        goals, scan = self.goals, self.goals.scan
        room, seats = np.maximum(scan.places - self.base, 0), np.maximum(scan.demand - self.taken, 0)
        gone = len(self.required), sum(bool(scan.mutual[cell]) for cell in self.required)
        most = tuple(scan.seats + 1 if cap < 0 else max(cap - less, 0) for cap, less in zip(caps, gone, strict=True))
        return Groups(
            weight=goals.weight(factors),
            mutual=scan.mutual,
            is_open=self.open(threshold),
            topics=self.topics,
            room=room,
            base=self.base,
            seats=seats,
            penalty=goals.penalty(factors),
            caps=(most[0], most[1]),
        )

    def _chosen(self, shares: Floats) -> Field:
        """The field where each mentor's group has the topic to which the shares give most."""
        possible = self.possible.copy()
        for j, own in enumerate(self.topics.of_mentor):
            best = max(own, key=lambda t: (round(float(shares[j, t]), 4), -t))
            possible[:, j] &= self.topics.fits[best]
        return Field(self.goals, possible, self.required)

    def bound(self, found: Found, threshold: int) -> int:
        goals, factors = self.goals, found.factors
        seats = bound_of_seats(found.u, goals.scan.demand, self.taken, factors.steps)
        return self.fixed(factors) + seats + bound_of_groups(self._groups(threshold, factors), found.u)

    def solve(self, hint: Values | None = None, floor: Values | None = None) -> tuple[tuple[Cell, ...], Values]:
        """A plan, and bounds on every level of all plans of this field."""
        if hint is not None and (best := self._at(hint)) is not None:
            return best
        most = self.goals.scan.seats
        nothing = Values(0, 0, 0, 0, 0)
        coverage = self._claims(must(self.for_coverage()), nothing).coverage
        values = Values(coverage, coverage, 0, 0, most * self.goals.highest)
        values = replace(values, mutual=self._claims(must(self.for_mutual(values)), values).mutual)
        while values.coverage > 0:
            if floor is not None and (behind := self._behind(values, floor)) is not None:
                return tuple(self.required), behind
            worst = self.highest_threshold(values) if self.goals.has_open(values, self.required) else 0
            if (best := self._at(replace(values, worst=worst))) is not None:
                return best
            # the prices of the total see more than those of the counts: the goals before are out of reach
            values = replace(values, mutual=values.mutual - 1)
            if values.mutual < 0:
                values = Values(values.coverage - 1, values.coverage - 1, values.coverage - 1, 0, values.total)
        return tuple(self.required), values

    def _behind(self, values: Values, floor: Values) -> Values | None:
        """Bounds that fall behind a plan in the goals before the total; None if these do not."""
        if values.counts < floor.counts:
            return values
        if values.counts > floor.counts or floor.worst == 0 or self.keeps(values, floor.worst):
            return None
        return replace(values, worst=floor.worst - 1)

    def _at(self, values: Values) -> tuple[tuple[Cell, ...], Values] | None:
        """A plan, and a bound on the total where the goals before are as given; None: they are out of reach."""
        found = self.for_total(values)
        if found is None:
            return None
        total = self._claims(found, values).total
        return None if total < -self.goals.full.slack else (found.cells, replace(values, total=total))

    def _claims(self, found: Found, values: Values) -> Values:
        threshold = values.worst if found.factors.points else 0
        return self.goals.claims(values, found, self.bound(found, threshold))

    def keeps(self, values: Values, threshold: int) -> bool:
        found = self.for_worst(threshold, values)
        return found is not None and self.bound(found, threshold) >= self.goals.counted(values, found.factors)

    def undecided(self, values: Values) -> int | None:
        """The mentor whose topic the bound leaves most open; None if every mentor has but one topic left."""
        found = self.for_total(values)
        if isinstance(found, FoundGroups) and (open_ := fractional(found.shares, self.topics.of_mentor)):
            return min(open_, key=lambda one: (-round(one[0], 3), one[1]))[1]
        return next((j for j, own in enumerate(self.topics.of_mentor) if len(own) > 1), None)


def topics_of(problem: Problem, pins: frozenset[Cell]) -> Topics | None:
    """The topics of a problem whose groups have a theme; None where they have none.

    A mentor nobody's known topics fit can take the mentees of unknown topics: the last row stands for no topic.
    """
    theme = problem.settings.theme
    if theme is None or not problem.settings.is_hard(Rule.THEME):
        return None
    asked = [themes_of_mentee(m, theme) for m in problem.mentees]
    names = sorted(frozenset[str]().union(*asked))
    fits = np.array([[not known or name in known for known in asked] for name in (*names, "")], np.bool_)
    number = {name: t for t, name in enumerate(names)}
    own = [sorted(number[name] for name in open_topics(problem, m)) or [len(names)] for m in problem.mentors]
    for i, j in pins:
        own[j] = [t for t in own[j] if fits[t, i]]
    return Topics(tuple(names), fits, tuple(tuple(some) for some in own))
