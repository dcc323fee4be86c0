"""Every pair looked at once: which are possible, what they score, which are marked. n mentees × m mentors."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchengine.criteria import scores
from matchengine.masks import possible
from matchengine.packing import Flags, Numbers, Packed
from matchengine.problem import Problem


@dataclass(frozen=True, eq=False)
class Scan:
    """Tables in order of id; `score` in points also where a pair is not possible.

    `mutual`, `pinned`, `current`: marks of pairs. `places` per mentor, `demand` per mentee. `keep_bonus`: points a
    pair of `current` adds to the total; it is no part of the score.
    """

    possible: Flags
    score: Numbers
    mutual: Flags
    places: Numbers
    penalty: Numbers
    pinned: Flags
    current: Flags
    demand: Numbers
    keep_bonus: int = 0

    @property
    def mentees(self) -> int:
        return int(self.possible.shape[0])

    @cached_property
    def points(self) -> Numbers:
        """What a pair adds to the total, before the load penalty."""
        return self.score + self.keep_bonus * self.current if self.keep_bonus else self.score

    @cached_property
    def exempt(self) -> Flags:
        """Pairs that are mutual or pinned: the level of the worst pair does not speak about them."""
        return self.mutual | self.pinned

    @cached_property
    def seats(self) -> int:
        """No plan holds more pairs."""
        return min(int(self.demand.sum()), int(self.places.sum()))


def scan(problem: Problem) -> Scan:
    packed = Packed(problem)
    return Scan(
        possible=possible(packed),
        score=scores(packed),
        mutual=packed.mutual,
        places=np.array([m.places for m in problem.mentors], np.int64),
        penalty=np.array(problem.settings.load_penalty, np.int64),
        pinned=packed.marked(problem.pins),
        current=packed.marked(problem.current),
        demand=np.array([m.demand for m in problem.mentees], np.int64),
        keep_bonus=problem.settings.keep_bonus,
    )


@dataclass(frozen=True)
class Scale:
    """How the levels are added to one integer so that a lower level can never outweigh a higher one.

    weight of a pair = `coverage` + `mutual`·(is it mutual) + score; the total of a plan, penalties off, lies between
    −`slack` and `mutual` − 1 − `slack`. `count` + (is it mutual) is the weight where only the first two levels count.
    """

    coverage: int
    mutual: int
    slack: int
    count: int


def scale(mentees: int, highest_score: int, highest_penalty: int) -> Scale:
    """The smallest safe factors for this many mentees and these points."""
    mutual = mentees * (highest_score + highest_penalty) + 1
    return Scale((mentees + 1) * mutual, mutual, mentees * highest_penalty, mentees + 1)


def scale_of(problem: Problem) -> Scale:
    return scale(len(problem.mentees), problem.settings.weights.total, problem.settings.load_penalty[-1])
