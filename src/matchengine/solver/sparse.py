"""The exact solver for large sparse graphs with one mentor a mentee: a rough auction, then exact primal–dual steps.

Plan and prices are optimal together when u[i] + p[j] ≥ weight for every arc, equal for every pair; u, p ≥ 0; u[i] = 0
for who has no place; penalty(load − 1) ≤ p[j] where load > 0; p[j] ≤ penalty(load) where a place is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchengine.solver.sparse_auction import mentees_bid, places_bid, release
from matchengine.solver.sparse_buckets import BUCKETS
from matchengine.solver.sparse_falling import distances_down, mentees_taken, offering, one_by_one_down
from matchengine.solver.sparse_graph import Graph, Numbers, Places, Rows
from matchengine.solver.sparse_rising import BEYOND, distances_up, looking, one_by_one_up, places_given
from matchengine.solver.sparse_start import tight_pairs

NARROWING = 5
"""Every round of the auction is this much finer than the one before."""


BIDS = 200
"""A round of the auction is broken off after so many bids a person: the exact steps are shorter then."""

FEW = 8
"""After two steps for all at once that find fewer paths than this at a price, each gets a search of their own."""


@dataclass(frozen=True, eq=False)
class Standing:
    """Gains u (n), prices p (m) and the mentor of each mentee (n, −1: none): optimal, or on the way there."""

    u: Numbers
    p: Numbers
    mentor_of: Rows

    @property
    def matched(self) -> int:
        return int((self.mentor_of >= 0).sum())


def nobody(mentees: int, places: Places) -> Standing:
    """No pairs, every place at its floor."""
    p = np.full(len(places.seat) - 1, places.penalty[0], np.int64)
    return Standing(np.zeros(mentees, np.int64), p, np.full(mentees, -1, np.int32))


def places_of(places: Numbers, penalty: Numbers) -> Places:
    """`places`: m integers ≥ 0; `penalty`: as in `Places`."""
    seat = np.concatenate(([0], np.cumsum(places))).astype(np.int64)
    owner = np.repeat(np.arange(len(places), dtype=np.int32), places)
    rank = np.arange(len(owner), dtype=np.int64) - seat[owner]
    return Places(seat, owner, penalty[np.minimum(rank, len(penalty) - 1)], penalty)


def narrowing(widest: int, finest: int) -> list[int]:
    """The ε of the rounds of an auction, from wide to fine."""
    steps = [max(widest, finest)]
    while steps[-1] > finest:
        steps.append(max(finest, steps[-1] // NARROWING))
    return steps


def auction(graph: Graph, places: Places, standing: Standing, epsilons: Sequence[int]) -> Standing:
    """From the pairs and prices given to a plan that is the best to within the last ε a mentee: a start for `finish`.

    Prices of the answer: of each mentor the cheapest place.
    """
    seat, owner, floor = places.seat, places.owner, places.floor.copy()
    price, slot = np.maximum(standing.p[owner], floor), _slots(standing.mentor_of, places)
    has_place = seat[:-1] < seat[1:]
    cheapest = np.full(graph.mentors, BEYOND, np.int64)
    cheapest[has_place] = price[seat[:-1][has_place]]
    rows = graph.start, graph.head, graph.weight, cheapest
    columns = graph.column_start, graph.column_tail, graph.column_weight, cheapest
    holder, u, queue = _holders(slot, places), np.zeros(graph.mentees, np.int64), np.empty(graph.mentees, np.int32)
    bids = BIDS * (graph.mentees + graph.mentors) + BIDS
    for epsilon in epsilons:
        waiting = release(*rows, owner, price, holder, slot, u, epsilon, queue)
        mentees_bid(*rows, seat, price, floor, holder, slot, u, epsilon, queue, waiting, bids)
        places_bid(*columns, seat, owner, price, floor, holder, slot, u, epsilon, bids)
    return Standing(u, np.where(has_place, cheapest, standing.p), _mentors(slot, places))


def finish(graph: Graph, places: Places, standing: Standing) -> Standing:
    """The optimum, exact in integers, from any prices ≥ 0 and any pairs within the places; the better they are, the
    shorter it takes. The pairs that are not tight at these prices are let go first."""
    n, m, seat, penalty = graph.mentees, graph.mentors, places.seat, places.penalty
    p, u, load = standing.p.copy(), np.empty(n, np.int64), np.zeros(m, np.int64)
    held, slot = np.empty(places.count, np.int32), np.empty(n, np.int32)
    rows = graph.start, graph.head, graph.weight, seat
    columns = graph.column_start, graph.column_tail, graph.column_weight, seat, places.owner
    tight_pairs(*rows, penalty, standing.mentor_of, p, u, held, load, slot)
    state, scratch = (penalty, u, p, held, load), _searching(m)
    who, path, turns = (
        np.empty(max(n, m), np.int32),
        np.empty(max(n, m), np.int32),
        np.full((2, max(n, m)), -1, np.int32),
    )
    going_on, turn, poor = np.empty((2, max(n, m)), np.int64), 0, 0
    while len(some := who[: looking(slot, u, who)]):
        far = distances_up(*rows, *state, some, *scratch)
        found = places_given(*rows, *state, slot, some, turn, *turns, *going_on, path)
        poor += far > 0 and found < FEW
        if poor > 1:
            some = who[: looking(slot, u, who)]
            turn = one_by_one_up(*rows, *state, slot, some, *scratch, turn, *turns, *going_on, path)
        turn += 1
    turns[1], poor = -1, 0
    via = np.empty(m, np.int32)
    while len(some := who[: offering(seat, penalty, p, load, who)]):
        far = distances_down(*columns, *state, slot, some, *scratch)
        found = mentees_taken(*columns, *state, slot, some, turn, turns[1], going_on[0], path, via)
        poor += far > 0 and found < FEW
        if poor > 1:
            some = who[: offering(seat, penalty, p, load, who)]
            turn = one_by_one_down(*columns, *state, slot, some, *scratch, turn, turns[1], going_on[0], path, via)
        turn += 1
    return Standing(u, p, _mentors(slot, places))


def _searching(mentors: int) -> tuple[Numbers | Rows, ...]:
    """Scratch of a search for shortest paths, ready for the first one."""
    reached, after, before = np.empty((3, mentors), np.int32)
    place = np.full(mentors, -1, np.int32)
    distance = np.full(mentors, BEYOND, np.int64)
    return distance, reached, np.empty(BUCKETS + 1, np.int32), after, before, place, np.zeros(4, np.int64)


def _slots(mentor_of: Rows, places: Places) -> Rows:
    """A place for each mentee with a mentor, −1 for the others; mentees beyond the places of a mentor get none."""
    matched = np.nonzero(mentor_of >= 0)[0]
    matched = matched[np.argsort(mentor_of[matched], kind="stable")]
    mentor = mentor_of[matched]
    slots = places.seat[mentor] + np.arange(len(mentor)) - np.searchsorted(mentor, mentor)
    fits = slots < places.seat[mentor + 1]
    result = np.full(len(mentor_of), -1, np.int32)
    result[matched[fits]] = slots[fits]
    return result


def _mentors(slot: Rows, places: Places) -> Rows:
    mentor_of = np.full(len(slot), -1, np.int32)
    taken = slot >= 0
    mentor_of[taken] = places.owner[slot[taken]]
    return mentor_of


def _holders(slot: Rows, places: Places) -> Rows:
    holder = np.full(places.count, -1, np.int32)
    taken = np.nonzero(slot >= 0)[0]
    holder[slot[taken]] = taken
    return holder
