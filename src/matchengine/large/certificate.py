"""The independent check of a large plan and its prices: it trusts neither the solver nor its sums.

Weak duality does the work. If u, p ≥ 0 and u[i] + p[j] ≥ weight of every allowed pair, no plan weighs more than
Σ u + Σ over places max(0, p − penalty of the place). Matched pairs are weighed anew by `scalar`, all the others by the
pass over all pairs: in numpy where they are few, by the compiled search where they are many, and then a random sample
of pairs and some whole rows are held to `scalar` and numpy besides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from matchengine.large.scalar import weigh_cells
from matchengine.large.search import best_pairs
from matchengine.pairs import Integers, Objective, PackedPairs, weigh

FEW = 200_000
"""Up to so many pairs all of them are passed in numpy."""
SAMPLE = 4_096
SAMPLE_ROWS = 16
ROWS = 256


@dataclass(frozen=True)
class Finding:
    """What the check found.

    `faults`: codes, empty if the plan is what it says and proved the best. `matched`, `weight`: of the plan, counted
    anew, penalties off. `bound`: no plan weighs more, if there are no faults. `coverage_bound`: no plan matches more
    mentees (König: for some price the dear mentors' places and the mentees with a high gain meet every pair).
    """

    faults: tuple[str, ...]
    matched: int
    mutual: int
    score: int
    weight: int
    bound: int
    coverage_bound: int
    pairs_checked: int


def check_plan(
    pairs: PackedPairs, objective: Objective, mentor_of: ArrayLike, u: ArrayLike, p: ArrayLike, *, seed: int = 0
) -> Finding:
    """Hold a plan and its prices against all pairs. n mentees, m mentors.

    `mentor_of`: n, the column of each mentee's mentor, −1 for none. `u`: n gains, `p`: m prices of a place, integers.
    Raises ValueError where the arrays are not integers of these lengths or name a mentor who is not there.
    """
    n, m = pairs.shape
    chosen, gain, price = _integers("mentor_of", mentor_of, n), _integers("u", u, n), _integers("p", p, m)
    if len(chosen) and (chosen.min() < -1 or chosen.max() >= m):
        raise ValueError("the plan names a mentor who is not there")
    rows = np.nonzero(chosen >= 0)[0]
    columns = chosen[rows]
    weighed = list(weigh_cells(pairs, objective, rows, columns))
    weights = np.array([weight for _, _, weight in weighed], np.int64)
    load = np.bincount(columns, minlength=m)
    weight = int(weights.sum()) - _penalties(pairs, load)
    bound = _bound(pairs, gain, price)
    faults = [
        *(["pair_not_allowed"] if not all(allowed for allowed, _, _ in weighed) else []),
        *(["too_many_mentees"] if (load > pairs.places).any() else []),
        *(["price_below_zero"] if (gain < 0).any() or (price < 0).any() else []),
        *(["pair_not_tight"] if (gain[rows] + price[columns] != weights).any() else []),
        *(["gain_without_mentor"] if gain[chosen < 0].any() else []),
        *_price_faults(pairs, load, price),
        *(["weight_is_not_the_bound"] if weight != bound else []),
        *_pair_faults(pairs, objective, gain, price, seed),
    ]
    marks = set(zip(pairs.mutual.rows.tolist(), pairs.mutual.columns.tolist(), strict=True))
    return Finding(
        faults=tuple(faults),
        matched=len(rows),
        mutual=sum(cell in marks for cell in zip(rows.tolist(), columns.tolist(), strict=True)),
        score=sum(score for _, score, _ in weighed),
        weight=weight,
        bound=bound,
        coverage_bound=coverage_bound(pairs, objective, gain, price),
        pairs_checked=n * m,
    )


def coverage_bound(pairs: PackedPairs, objective: Objective, u: Integers, p: Integers) -> int:
    """No plan matches more mentees than this, if u[i] + p[j] ≥ weight of every allowed pair.

    Every weight is at least `lowest`, so for any price t > 0 the mentees with u ≥ lowest − t + 1 and the places of
    mentors with p ≥ t meet every allowed pair (König). The best t is taken.
    """
    lowest = objective.base + objective.score * _lowest_score(pairs, objective)
    places = np.where(pairs.open_columns, pairs.places, 0)
    order = np.argsort(p, kind="stable")
    dear = np.concatenate(([0], np.cumsum(places[order][::-1])))  # places of the k dearest mentors
    prices, gains = p[order], np.sort(u)
    # between two prices the lowest t takes the fewest mentees into the cover
    steps = np.unique(np.concatenate(([1], prices[prices > 0] + 1)))
    mentees = len(gains) - np.searchsorted(gains, lowest - steps + 1, side="left")
    return int((mentees + dear[len(prices) - np.searchsorted(prices, steps, side="left")]).min())


def _lowest_score(pairs: PackedPairs, objective: Objective) -> int:
    """No allowed pair scores less."""
    lowest = min(0, int(pairs.extra.points.min(initial=0)))
    lowest += 0 if pairs.mentor_points is None else int(pairs.mentor_points.min(initial=0))
    lowest += sum(min(0, getattr(term, "points", 0)) for term in pairs.points)
    exempt = len(pairs.mutual.rows) + len(pairs.pinned.rows) > 0
    return lowest if exempt else max(lowest, objective.threshold)


def _bound(pairs: PackedPairs, u: Integers, p: Integers) -> int:
    total = int(u.sum())
    for k in range(int(pairs.places.max(initial=0))):
        total += int(np.maximum(p[pairs.places > k] - _penalty(pairs, k), 0).sum())
    return total


def _penalty(pairs: PackedPairs, load: int) -> int:
    return int(pairs.penalty[min(load, len(pairs.penalty) - 1)])


def _penalties(pairs: PackedPairs, load: Integers) -> int:
    return sum(_penalty(pairs, k) * int((load > k).sum()) for k in range(int(load.max(initial=0))))


def _price_faults(pairs: PackedPairs, load: Integers, p: Integers) -> Iterator[str]:
    """A price lies between the penalties of the last place taken and of the first place free."""
    steps = np.array([_penalty(pairs, k) for k in range(int(load.max(initial=0)) + 1)], np.int64)
    if (p[load < pairs.places] > steps[load[load < pairs.places]]).any():
        yield "price_of_a_free_place"
    if (p[load > 0] < steps[load[load > 0] - 1]).any():
        yield "price_below_the_penalty"


def _pair_faults(pairs: PackedPairs, objective: Objective, u: Integers, p: Integers, seed: int) -> Iterator[str]:
    """Is there an allowed pair that weighs more than u + p?"""
    n, m = pairs.shape
    if n * m <= FEW:
        if any(_outweighs(pairs, objective, u, p, start, min(start + ROWS, n)) for start in range(0, n, ROWS)):
            yield "pair_outweighs_its_prices"
        return
    if best_pairs(pairs, objective, u, p, 1).count:
        yield "pair_outweighs_its_prices"
    random = np.random.default_rng(seed)
    if any(_outweighs(pairs, objective, u, p, i, i + 1) for i in random.integers(0, n, SAMPLE_ROWS).tolist()):
        yield "row_outweighs_its_prices"
    rows, columns = random.integers(0, n, SAMPLE), random.integers(0, m, SAMPLE)
    limit = (u[rows] + p[columns]).tolist()
    cells = weigh_cells(pairs, objective, rows, columns)
    if any(allowed and weight > most for (allowed, _, weight), most in zip(cells, limit, strict=True)):
        yield "sample_outweighs_its_prices"


def _outweighs(pairs: PackedPairs, objective: Objective, u: Integers, p: Integers, start: int, stop: int) -> bool:
    allowed, weight = weigh(pairs, objective, start, stop)
    return bool((allowed & (weight > u[start:stop, None] + p)).any())


def _integers(name: str, values: ArrayLike, length: int) -> Integers:
    array = np.asarray(values)
    if array.shape != (length,) or (length and array.dtype.kind not in "iu"):
        raise ValueError(f"{name} must be a flat array of {length} integers")
    return array.astype(np.int64)
