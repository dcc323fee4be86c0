"""Exact steps for free places that are dearer than a free place may be: they fall until somebody takes them.

The mirror of `sparse_rising`: shortest paths from the mentors with such a place (`distances_down`), prices fall by
what is left of the distance to the nearest end, and a search in depth along tight pairs (`mentees_taken`). A path ends
at a mentee without a place, at a mentor who may lose a mentee at this price, or in the price that is low enough.
"""

import numpy as np

from matchengine.solver.sparse_buckets import clear, nearest, put
from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Number, Numbers, Rows, compiled

BEYOND: Number = np.int64(2**62)


@compiled("int64", NUMBERS, NUMBERS, NUMBERS, NUMBERS, ROWS)
def offering(seat: Numbers, penalty: Numbers, p: Numbers, load: Numbers, who: Rows) -> Number:
    """`who` gets the mentors with a free place that is too dear; returns how many."""
    count = 0
    for j in range(len(load)):
        if load[j] < seat[j + 1] - seat[j] and p[j] > penalty[min(load[j], len(penalty) - 1)]:
            who[count] = j
            count += 1
    return count


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS,
    NUMBERS, ROWS, ROWS, ROWS, ROWS, ROWS, NUMBERS,
)  # fmt: skip
def distances_down(
    column_start: Numbers, column_tail: Rows, column_weight: Numbers,
    seat: Numbers, owner: Rows, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, slot: Rows,
    who: Rows,
    distance: Numbers, reached: Rows, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers,
) -> Number:  # fmt: skip
    """Distances from the mentors `who` to other mentors, up to the nearest end; prices fall by what is left of it.

    Scratch as in `sparse_rising.distances_up`.
    """
    last, count = len(penalty) - 1, len(who)
    clear(first, window)
    limit = BEYOND
    for k in range(len(who)):
        j: Number = np.int64(who[k])
        limit = min(limit, p[j] - penalty[min(load[j], last)])
        distance[j], reached[k] = 0, j
        put(j, np.int64(0), first, after, before, place, window)
    while True:
        j = nearest(distance, limit, first, after, before, place, window)
        if j < 0:
            break
        base = distance[j] + p[j]
        for a in range(column_start[j], column_start[j + 1]):
            i = column_tail[a]
            far = base + u[i] - column_weight[a]
            if far >= limit:
                continue
            if slot[i] < 0:
                limit = far
                continue
            other = np.int64(owner[slot[i]])
            if far < distance[other]:
                if distance[other] == BEYOND:
                    reached[count] = other
                    count += 1
                distance[other] = far
                limit = min(limit, far + p[other] - penalty[min(load[other] - 1, last)])
                put(other, far, first, after, before, place, window)
    for k in range(count):
        j = np.int64(reached[k])
        fall = limit - distance[j]
        if fall > 0:
            p[j] -= fall
            for s in range(seat[j], seat[j] + load[j]):
                u[held[s]] += fall
        distance[j], place[j] = BEYOND, -1
    return limit


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS,
    "int64", ROWS, NUMBERS, ROWS, ROWS,
)  # fmt: skip
def mentees_taken(
    column_start: Numbers, column_tail: Rows, column_weight: Numbers,
    seat: Numbers, owner: Rows, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, slot: Rows,
    who: Rows, turn: Number, mentor_turn: Rows, next_arc: Numbers, path: Rows, via: Rows,
) -> Number:  # fmt: skip
    """Change pairs along tight paths that share no mentor. Returns how many.

    Each call has a `turn` of its own, above those before. The last four arrays are scratch of m cells: the turn in
    which a mentor was last seen, where the search goes on, mentors and mentees of the path.
    """
    last = len(penalty) - 1
    found = 0
    for root in who:
        if (
            mentor_turn[root] == turn
            or load[root] == seat[root + 1] - seat[root]
            or p[root] <= penalty[min(load[root], last)]
        ):
            continue
        mentor_turn[root], next_arc[root] = turn, column_start[root]
        depth, ended = 0, False
        path[0] = root
        while depth >= 0 and not ended:
            j = path[depth]
            deeper = False
            while next_arc[j] < column_start[j + 1]:
                a = next_arc[j]
                next_arc[j] += 1
                i = column_tail[a]
                if u[i] + p[j] != column_weight[a]:
                    continue
                via[depth] = i
                if slot[i] < 0:
                    ended = True
                    break
                other = owner[slot[i]]
                if other == j:
                    continue
                if p[other] == penalty[min(load[other] - 1, last)]:
                    ended = True
                    break
                if mentor_turn[other] != turn:
                    mentor_turn[other], next_arc[other] = turn, column_start[other]
                    depth += 1
                    path[depth] = other
                    deeper = True
                    break
            if not ended and not deeper:
                depth -= 1
        if ended:
            found += 1
            for step in range(depth + 1):  # from the root on: who gains a mentee has a free place by then
                i, j = via[step], path[step]
                if slot[i] >= 0:  # the last mentee of the list moves to the place that becomes free
                    other = owner[slot[i]]
                    load[other] -= 1
                    held[slot[i]] = held[seat[other] + load[other]]
                    slot[held[slot[i]]] = slot[i]
                held[seat[j] + load[j]], slot[i] = i, seat[j] + load[j]
                load[j] += 1
    return found


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS,
    NUMBERS, ROWS, ROWS, ROWS, ROWS, ROWS, NUMBERS,
    "int64", ROWS, NUMBERS, ROWS, ROWS,
)  # fmt: skip
def one_by_one_down(
    column_start: Numbers, column_tail: Rows, column_weight: Numbers,
    seat: Numbers, owner: Rows, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, slot: Rows,
    who: Rows,
    distance: Numbers, reached: Rows, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers,
    turn: Number, mentor_turn: Rows, next_arc: Numbers, path: Rows, via: Rows,
) -> Number:  # fmt: skip
    """Both steps for each of the mentors `who` alone. Returns the last turn used."""
    last = len(penalty) - 1
    for k in range(len(who)):
        j = who[k]
        if load[j] < seat[j + 1] - seat[j] and p[j] > penalty[min(load[j], last)]:
            turn += 1
            distances_down(
                column_start, column_tail, column_weight,
                seat, owner, penalty, u, p, held, load, slot, who[k : k + 1],
                distance, reached, first, after, before, place, window,
            )  # fmt: skip
            mentees_taken(
                column_start, column_tail, column_weight,
                seat, owner, penalty, u, p, held, load, slot, who[k : k + 1],
                turn, mentor_turn, next_arc, path, via,
            )  # fmt: skip
    return turn
