"""Exact steps for mentees without a place who would gain from one: prices rise until they have it, or gain nothing.

One step is a shortest-path search from all of them at once (`distances_up`), after which the prices have risen by the
distance to the nearest end of a path, and a search in depth along the pairs that are now tight (`places_given`), as in
Hopcroft and Karp 1973 and in the primal-dual method (Kuhn 1955). u[i] + p[j] ≥ weight holds for every arc throughout,
with equality for every pair held. A path ends at a free place that may be had for its price, or at a mentee to whom
the place brings no more than none (u = 0).
Pairs held: held[seat[j]] … held[seat[j] + load[j] − 1] are the mentees of mentor j, `slot[i]` the position of mentee i
there, −1: none.
"""

import numpy as np

from matchengine.solver.sparse_buckets import clear, nearest, put
from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Number, Numbers, Rows, compiled

BEYOND: Number = np.int64(2**62)


@compiled("int64", ROWS, NUMBERS, ROWS)
def looking(slot: Rows, u: Numbers, who: Rows) -> Number:
    """`who` gets the mentees who gain from a place and have none; returns how many."""
    count = 0
    for i in range(len(slot)):
        if slot[i] < 0 and u[i] > 0:
            who[count] = i
            count += 1
    return count


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS,
    NUMBERS, ROWS, ROWS, ROWS, ROWS, ROWS, NUMBERS,
)  # fmt: skip
def distances_up(
    start: Numbers, head: Rows, weight: Numbers,
    seat: Numbers, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, who: Rows,
    distance: Numbers, reached: Rows, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers,
) -> Number:  # fmt: skip
    """Distances from the mentees `who` to the mentors, up to the nearest end; prices rise by what is left of it.

    Returns the distance of the nearest end. The last seven arrays are scratch: m distances, all BEYOND before and
    after, the mentors reached, the rest as in `sparse_buckets`, `place` all −1 before and after.
    """
    last, count = len(penalty) - 1, 0
    clear(first, window)
    limit = BEYOND
    for i in who:
        limit = min(limit, u[i])
    j: Number = np.int64(-1)
    d: Number = np.int64(0)
    while True:
        begin = np.int64(0) if j < 0 else seat[j]
        end = len(who) if j < 0 else seat[j] + load[j]
        for k in range(begin, end):
            i = who[k] if j < 0 else held[k]
            base = d + u[i]
            limit = min(limit, base)
            for a in range(start[i], start[i + 1]):
                other = np.int64(head[a])
                far = base + p[other] - weight[a]
                if far < limit and far < distance[other]:
                    if seat[other] == seat[other + 1]:
                        continue
                    if distance[other] == BEYOND:
                        reached[count] = other
                        count += 1
                    distance[other] = far
                    if load[other] < seat[other + 1] - seat[other]:
                        limit = min(limit, far + max(np.int64(0), penalty[min(load[other], last)] - p[other]))
                    put(other, far, first, after, before, place, window)
        j = nearest(distance, limit, first, after, before, place, window)
        if j < 0:
            break
        d = distance[j]
    for i in who:
        u[i] -= limit
    for k in range(count):
        j = np.int64(reached[k])
        rise = limit - distance[j]
        if rise > 0:
            p[j] += rise
            for s in range(seat[j], seat[j] + load[j]):
                u[held[s]] -= rise
        distance[j], place[j] = BEYOND, -1
    return limit


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS,
    "int64", ROWS, ROWS, NUMBERS, NUMBERS, ROWS,
)  # fmt: skip
def places_given(
    start: Numbers, head: Rows, weight: Numbers,
    seat: Numbers, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, slot: Rows, who: Rows,
    turn: Number, mentee_turn: Rows, mentor_turn: Rows, next_arc: Numbers, next_held: Numbers, path: Rows,
) -> Number:  # fmt: skip
    """Change pairs along tight paths that share no mentee, until no more is found. Returns how many.

    Each call has a `turn` of its own, above those before. The last five arrays are scratch: the turn in which a mentee
    and a mentor were last seen, where the search goes on from there, and the mentees of the path.
    """
    last = len(penalty) - 1
    found = 0
    for source in who:
        if u[source] <= 0 or slot[source] >= 0:
            continue
        depth = 0
        path[0] = source
        if mentee_turn[source] != turn:
            mentee_turn[source], next_arc[source] = turn, start[source]
        target: Number = np.int64(-1)
        while depth >= 0 and target < 0:
            i = path[depth]
            deeper = False
            while next_arc[i] < start[i + 1]:
                a = next_arc[i]
                j = head[a]
                if u[i] + p[j] != weight[a] or seat[j] == seat[j + 1]:
                    next_arc[i] += 1
                    continue
                if load[j] < seat[j + 1] - seat[j] and p[j] >= penalty[min(load[j], last)]:
                    target = seat[j] + load[j]
                    load[j] += 1
                    break
                if mentor_turn[j] != turn:
                    mentor_turn[j], next_held[j] = turn, seat[j]
                if next_held[j] >= seat[j] + load[j]:
                    next_arc[i] += 1
                    continue
                s = next_held[j]
                next_held[j] += 1
                i = held[s]
                if u[i] == 0:
                    slot[i] = -1
                    target = s
                    break
                depth += 1
                path[depth] = i
                if mentee_turn[i] != turn:
                    mentee_turn[i], next_arc[i] = turn, start[i]
                deeper = True
                break
            if target < 0 and not deeper:
                depth -= 1
        if target >= 0:
            found += 1
            while depth >= 0:
                i = path[depth]
                left = np.int64(slot[i])
                held[target], slot[i] = i, target
                target = left
                depth -= 1
    return found


@compiled(
    "int64", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS,
    NUMBERS, ROWS, ROWS, ROWS, ROWS, ROWS, NUMBERS,
    "int64", ROWS, ROWS, NUMBERS, NUMBERS, ROWS,
)  # fmt: skip
def one_by_one_up(
    start: Numbers, head: Rows, weight: Numbers,
    seat: Numbers, penalty: Numbers, u: Numbers, p: Numbers, held: Rows, load: Numbers, slot: Rows, who: Rows,
    distance: Numbers, reached: Rows, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers,
    turn: Number, mentee_turn: Rows, mentor_turn: Rows, next_arc: Numbers, next_held: Numbers, path: Rows,
) -> Number:  # fmt: skip
    """Both steps for each of the mentees `who` alone. Returns the last turn used."""
    for k in range(len(who)):
        if u[who[k]] > 0 and slot[who[k]] < 0:
            turn += 1
            distances_up(
                start, head, weight, seat, penalty, u, p, held, load, who[k : k + 1],
                distance, reached, first, after, before, place, window,
            )  # fmt: skip
            places_given(
                start, head, weight, seat, penalty, u, p, held, load, slot, who[k : k + 1],
                turn, mentee_turn, mentor_turn, next_arc, next_held, path,
            )  # fmt: skip
    return turn
