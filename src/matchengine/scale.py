"""How the goals are added to one integer, so that a lower goal can never outweigh a higher one."""

from dataclasses import dataclass

import numpy as np

from matchengine.pairs import Flags, Integers
from matchengine.problem import Problem


@dataclass(frozen=True)
class Scale:
    """The factor of each goal.

    A pair weighs `coverage` + `seats` + `mutual`·(is it mutual) + its points; every mentor of a mentee after the first
    takes `coverage` off again (`steps`), so that coverage counts mentees. Points, and the load penalties, count
    `points` times; those of a plan lie between −`slack` and `mutual` − 1 − `slack`. `seats` is 0 where nobody asks for
    more than one mentor.
    """

    coverage: int
    seats: int
    mutual: int
    slack: int
    points: int = 1

    @property
    def steps(self) -> Integers:
        """What the first and every further mentor of one mentee takes off."""
        return np.array([0, self.coverage] if self.seats else [0], np.int64)

    def weight(self, mutual: Flags, points: Integers | int) -> Integers:
        """n × m."""
        table: Integers = self.coverage + self.seats + self.mutual * mutual.astype(np.int64)
        return table + self.points * points if self.points else table


def scale_of(problem: Problem) -> Scale:
    """All goals but the worst pair, which is a threshold."""
    settings = problem.settings
    highest = settings.weights.total + settings.keep_bonus
    pairs, off = _most_pairs(problem), max(settings.load_penalty)
    return _scale(problem, pairs * (highest + off) + 1, pairs * off, points=1)


def counts_of(problem: Problem) -> Scale:
    """Mentees, seats and mutual choices alone; points are nothing."""
    return _scale(problem, 1, 0, points=0)


def _scale(problem: Problem, mutual: int, slack: int, *, points: int) -> Scale:
    pairs = _most_pairs(problem)
    has_teams = any(m.demand > 1 for m in problem.mentees)
    seats = (pairs + 1) * mutual
    if has_teams:
        return Scale((pairs + 1) * seats, seats, mutual, slack, points)
    return Scale(seats, 0, mutual, slack, points)


def _most_pairs(problem: Problem) -> int:
    """No plan holds more pairs."""
    return min(sum(m.demand for m in problem.mentees), sum(m.places for m in problem.mentors))
