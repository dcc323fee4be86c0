"""The exact loop: insert the mentees one by one, each along a shortest path of reduced costs.

Successive shortest paths for the assignment problem (Jonker and Volgenant 1987) with places, a convex price of places
and the right to leave somebody out. Invariants after every insertion, for the mentees inserted so far:
  u[i] + p[j] ≥ weight of every free arc, ≤ weight of every used one (equal where demand is 1), u ≥ 0, p ≥ 0;
  u[i] ≤ step(taken) where demand is not met, ≥ step(taken − 1) where a seat of the loop is taken;
  p[j] ≤ penalty(load) where a place is free, ≥ penalty(load − 1) where a place of the loop is taken.
So the plan and the prices are optimal together. Prices p only rise: who is left out stays out, a filled place stays
filled. The loop is written so that it runs on lists as plain Python and on int64 arrays compiled, with one result.
"""

from heapq import heappop, heappush
from typing import Any

Cells = Any  # list[int] in plain Python, an int64 array when compiled


def insert_all(
    start: Cells,
    tail: Cells,
    head: Cells,
    weight: Cells,
    demand: Cells,
    step: Cells,
    places: Cells,
    penalty: Cells,
    base: Cells,
    taken: Cells,
    u: Cells,
    p: Cells,
    load: Cells,
    held_start: Cells,
    held: Cells,
    position: Cells,
    distance: Cells,
    seen: Cells,
    via: Cells,
    settled: Cells,
) -> None:
    """Fill u, p, load, held and position (−1: arc not used) with an optimal plan and its prices.

    Arcs are sorted by tail, those of mentee i are start[i] … start[i + 1] − 1. Nodes: mentor j is j, mentee i is
    len(places) + i. What is fixed beforehand: base[j] mentees of mentor j (their penalties are behind; `places` counts
    the others), taken[i] mentors of mentee i, counted in `demand` and on from there. step[k] is taken off for the
    mentor number k + 1 of a mentee. The last four arrays are scratch of one cell per node.
    """
    mentees, mentors, last_penalty, last_step = len(demand), len(places), len(penalty) - 1, len(step) - 1
    stamp = 0
    for source in range(mentees):
        for a in range(start[source], start[source + 1]):
            u[source] = max(u[source], weight[a] - p[head[a]])
        while taken[source] < demand[source]:
            limit = u[source] - step[min(taken[source], last_step)]  # the price of leaving this seat empty
            if limit <= 0:
                break
            stamp += 1
            root = mentors + source
            end = root
            distance[root], seen[root], via[root] = 0, stamp, -1
            count = 0
            heap = [(0, root)]
            while len(heap) > 0:
                d, node = heappop(heap)
                if d >= limit:
                    break
                if d > distance[node]:
                    continue
                settled[count] = node
                count += 1
                if node >= mentors:
                    i = node - mentors
                    here = d + u[i]
                    for a in range(start[i], start[i + 1]):
                        j = head[a]
                        reached = here + p[j] - weight[a]
                        if reached >= limit or position[a] >= 0 or (seen[j] == stamp and distance[j] <= reached):
                            continue
                        distance[j], seen[j], via[j] = reached, stamp, a
                        if load[j] < places[j]:
                            filled = reached + penalty[min(base[j] + load[j], last_penalty)] - p[j]
                            if filled < limit:
                                limit, end = filled, j
                        heappush(heap, (reached, j))
                else:
                    for h in range(held_start[node], held_start[node] + load[node]):
                        a = held[h]
                        i = tail[a]
                        other = mentors + i
                        reached = d + weight[a] - u[i] - p[node]
                        if reached >= limit or (seen[other] == stamp and distance[other] <= reached):
                            continue
                        distance[other], seen[other], via[other] = reached, stamp, a
                        emptied = reached + u[i] - step[min(taken[i] - 1, last_step)]
                        if emptied < limit:
                            limit, end = emptied, other
                        heappush(heap, (reached, other))
            for k in range(count):
                node = settled[k]
                if node >= mentors:
                    u[node - mentors] -= limit - distance[node]
                else:
                    p[node] += limit - distance[node]
            taken[source] += 1
            if end >= mentors:
                taken[end - mentors] -= 1
            # walk back from the end to the source: each mentee on the way lets go of one arc and takes another
            if end < mentors:
                free = held_start[end] + load[end]
                load[end] += 1
                taken_arc = via[end]
                held[free] = taken_arc
                position[taken_arc] = free
                end = mentors + tail[taken_arc]
            while end != root:
                dropped = via[end]
                free = position[dropped]
                position[dropped] = -1
                taken_arc = via[head[dropped]]
                held[free] = taken_arc
                position[taken_arc] = free
                end = mentors + tail[taken_arc]
