"""The goals of `solve`, one after another, against HiGHS: integer programmes written from the readable forms alone."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from matchengine import Problem, ProblemRefused, Rule, check, solve
from matchengine.check import is_reverse
from matchengine.constraints import is_possible
from matchengine.criteria import reasons
from tests.matchengine.builders import crowd

MUCH = 10_000


def asked(seed: int) -> Problem:
    """Fourteen mentees and eight mentors at random; teams in a third of the cases, pins in half of them."""
    problem = crowd(seed, 14, 8, load_penalty=((0,), (0, 1, 2, 3), (1, 30))[seed % 3], keep_bonus=seed % 4 * 5)
    if seed % 3 == 0:
        mentees = [replace(one, demand=1 + k % 3) for k, one in enumerate(problem.mentees)]
        problem = replace(problem, mentees=tuple(mentees))
    if seed % 2:
        for a in problem.mentees[:3]:
            for b in problem.mentors:
                try:
                    pinned = replace(problem, pins=problem.pins | {(a.id, b.id)})
                    solve(pinned)
                except ProblemRefused:
                    continue
                problem = pinned
                break
    return problem


class Programme:
    """A variable for every possible pair, for «has a mentor» of every mentee, for every place, and the worst score."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.pairs = [(a, b) for a in problem.mentees for b in problem.mentors if is_possible(a, b, problem)]
        self.ids = [(a.id, b.id) for a, b in self.pairs]
        self.score = [sum(r.points for r in reasons(a, b, problem)) for a, b in self.pairs]
        self.seats = [(b.id, taken) for b in problem.mentors for taken in range(b.places)]
        count = len(self.pairs)
        self.has, self.seat = count, count + len(problem.mentees)
        self.worst = self.seat + len(self.seats)
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self._require()

    def _require(self) -> None:
        problem = self.problem
        for i, a in enumerate(problem.mentees):
            mine = {k: 1.0 for k, pair in enumerate(self.ids) if pair[0] == a.id}
            self.rows.append((mine, 0, a.demand))
            self.rows.append(({**dict.fromkeys(mine, -1.0), self.has + i: 1.0}, -np.inf, 0))
        for b in problem.mentors:
            held = {k: 1.0 for k, pair in enumerate(self.ids) if pair[1] == b.id}
            places = {self.seat + k: -1.0 for k, (mentor, _) in enumerate(self.seats) if mentor == b.id}
            self.rows.append(({**held, **places}, -np.inf, 0))
        if problem.settings.is_hard(Rule.REVERSE):
            for (k, first), (other, second) in combinations(enumerate(self.ids), 2):
                if is_reverse(problem, first, second):
                    self.rows.append(({k: 1.0, other: 1.0}, 0, 1))
        for k, pair in enumerate(self.ids):
            if pair in problem.pins:
                self.rows.append(({k: 1.0}, 1, 1))
            elif pair not in problem.mutual:
                self.rows.append(({self.worst: 1.0, k: MUCH}, -np.inf, self.score[k] + MUCH))

    def best(self, goal: dict[int, float]) -> int:
        """The most of a goal, which every further goal then has to keep."""
        size = self.worst + 1
        table = np.zeros((len(self.rows), size))
        for row, (terms, _, _) in enumerate(self.rows):
            for variable, value in terms.items():
                table[row, variable] = value
        cost = np.zeros(size)
        for variable, value in goal.items():
            cost[variable] = -value
        upper = np.ones(size)
        upper[self.worst] = MUCH
        limits = LinearConstraint(table, [low for _, low, _ in self.rows], [high for _, _, high in self.rows])
        found = milp(cost, constraints=limits, bounds=Bounds(0, upper), integrality=np.ones(size))
        assert found.status == 0
        value = round(-found.fun)
        self.rows.append((goal, value, np.inf))
        return value

    def goals(self) -> list[int]:
        """Coverage, seats, mutual choices, worst pair, total."""
        problem = self.problem
        coverage = self.best({self.has + i: 1.0 for i in range(len(problem.mentees))})
        seats = self.best(dict.fromkeys(range(len(self.pairs)), 1.0))
        mutual = self.best({k: 1.0 for k, pair in enumerate(self.ids) if pair in problem.mutual})
        worst = self.best({self.worst: 1.0})
        kept = [problem.settings.keep_bonus * (pair in problem.current) for pair in self.ids]
        total = {k: float(self.score[k] + kept[k]) for k in range(len(self.pairs))}
        total |= {self.seat + k: -float(problem.settings.penalty(taken)) for k, (_, taken) in enumerate(self.seats)}
        return [coverage, seats, mutual, 0 if worst == MUCH else worst, self.best(total)]


@pytest.mark.parametrize("seed", range(60))
def test_every_goal_is_what_an_integer_programme_finds(seed: int) -> None:
    problem = asked(seed)
    plan = solve(problem)
    reached = {str(level.name): level.value for level in plan.certificate.levels}
    assert not check(problem, plan.pairs)
    coverage, seats, mutual, worst, total = Programme(problem).goals()
    assert reached == {
        "coverage": coverage,
        **({"seats": seats} if "seats" in reached else {}),
        "mutual": mutual,
        "worst": worst,
        "total": total,
    }
    assert plan.certificate.gap == 0


def test_the_random_schools_hold_teams_pins_bans_and_somebody_left_out() -> None:
    problems = [asked(seed) for seed in range(0, 60, 5)]
    assert sum(bool(problem.pins) for problem in problems) >= 3
    assert all(problem.bans for problem in problems)
    assert sum(any(one.demand > 1 for one in problem.mentees) for problem in problems) >= 3
    assert sum(len(solve(problem).left_out) > 0 for problem in problems) >= 6
