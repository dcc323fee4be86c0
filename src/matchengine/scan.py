"""Every pair looked at once: which are possible, what they score, which are mutual. n mentees × m mentors."""

from dataclasses import dataclass

import numpy as np

from matchengine.criteria import scores
from matchengine.masks import possible
from matchengine.packing import Flags, Numbers, Packed
from matchengine.problem import Problem


@dataclass(frozen=True, eq=False)
class Scan:
    """Tables in order of id; `score` in points also where a pair is not possible; `places` per mentor."""

    possible: Flags
    score: Numbers
    mutual: Flags
    places: Numbers
    penalty: Numbers

    @property
    def mentees(self) -> int:
        return int(self.possible.shape[0])


def scan(problem: Problem) -> Scan:
    packed = Packed(problem)
    return Scan(
        possible=possible(packed),
        score=scores(packed),
        mutual=packed.mutual,
        places=np.array([m.places for m in problem.mentors], np.int64),
        penalty=np.array(problem.settings.load_penalty, np.int64),
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
