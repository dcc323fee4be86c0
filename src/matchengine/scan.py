"""Every pair looked at once, as tables, for problems small enough to hold them. n mentees × m mentors."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchengine.packing import pack
from matchengine.pairs import Cells, Flags, Integers, PackedPairs
from matchengine.problem import Problem


@dataclass(frozen=True, eq=False)
class Scan:
    """Tables in order of id, n × m; `demand` per mentee, `places` per mentor.

    `score` in points also where a pair is not possible; `points` is the score with the bonus for a pair that is kept.
    `exempt`: mutual or pinned, so the worst pair is not looked for among them. `penalty[k]`: points off for the mentee
    number k + 1 of a mentor, the last one repeats.
    """

    possible: Flags
    score: Integers
    points: Integers
    mutual: Flags
    pinned: Flags
    demand: Integers
    places: Integers
    penalty: Integers

    @property
    def mentees(self) -> int:
        return int(self.possible.shape[0])

    @cached_property
    def exempt(self) -> Flags:
        return self.mutual | self.pinned

    @cached_property
    def seats(self) -> int:
        """No plan holds more pairs."""
        return min(int(self.demand.sum()), int(self.places.sum()))


def scan(problem: Problem) -> Scan:
    """All tables of a problem; some 20 bytes a pair."""
    pairs = pack(problem)
    possible, score = pairs.block(0, len(problem.mentees))
    kept = _table(pairs, pairs.current)
    return Scan(
        possible=possible,
        score=score,
        points=score + problem.settings.keep_bonus * kept.astype(np.int64),
        mutual=_table(pairs, pairs.mutual),
        pinned=_table(pairs, pairs.pinned),
        demand=np.array([min(m.demand, len(problem.mentors)) for m in problem.mentees], np.int64),
        places=np.minimum(pairs.places, len(problem.mentees)),  # more can never be taken
        penalty=pairs.penalty,
    )


def _table(pairs: PackedPairs, cells: Cells) -> Flags:
    table = np.zeros(pairs.shape, np.bool_)
    table[cells.rows, cells.columns] = True
    return table
