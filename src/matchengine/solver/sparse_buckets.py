"""A queue of mentors by distance: a row of buckets, near ones exact, far ones wider and wider.

Label-correcting where a bucket is wider than one point (Δ-stepping, Meyer and Sanders 2003), so any range of integer
weights is served without a heap. `first[b]` is the head of bucket b, `next`, `previous` link the mentors of one
bucket, `place[j]` is the bucket of mentor j, −1: not waiting. The last bucket holds what lies beyond the window.
`window`: 0 start of the window, 1 width of a bucket, 2 bucket at work, 3 how many wait.
"""

from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Number, Numbers, Rows, compiled

BUCKETS = 1024
FAR = BUCKETS


@compiled("void", ROWS, NUMBERS)
def clear(first: Rows, window: Numbers) -> None:
    """An empty queue whose window starts at distance 0; nobody waits (`place` is all −1)."""
    first[:] = -1
    window[0], window[1], window[2], window[3] = 0, 1, 0, 0


@compiled("void", "int64", ROWS, ROWS, ROWS, ROWS, NUMBERS)
def take(j: Number, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers) -> None:
    """Mentor j waits no more."""
    if before[j] >= 0:
        after[before[j]] = after[j]
    else:
        first[place[j]] = after[j]
    if after[j] >= 0:
        before[after[j]] = before[j]
    place[j] = -1
    window[3] -= 1


@compiled("void", "int64", "int64", ROWS, ROWS, ROWS, ROWS, NUMBERS)
def put(j: Number, distance: Number, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers) -> None:
    """Mentor j waits at this distance; one that waits already moves."""
    bucket = FAR
    if distance - window[0] < BUCKETS * window[1]:
        bucket = max((distance - window[0]) // window[1], window[2])
    if place[j] == bucket:
        return
    if place[j] >= 0:
        take(j, first, after, before, place, window)
    old = first[bucket]
    first[bucket], after[j], before[j], place[j] = j, old, -1, bucket
    if old >= 0:
        before[old] = j
    window[3] += 1


@compiled("int64", NUMBERS, "int64", ROWS, ROWS, ROWS, ROWS, NUMBERS)
def nearest(
    distance: Numbers, limit: Number, first: Rows, after: Rows, before: Rows, place: Rows, window: Numbers
) -> Number:
    """Take out a mentor of the nearest bucket; −1 if nobody waits at less than the limit."""
    while window[3] > 0:
        while window[2] < BUCKETS and first[window[2]] < 0:
            window[2] += 1
        if window[2] < BUCKETS:
            if window[0] + window[2] * window[1] >= limit:
                return -1
            j = first[window[2]]
            take(j, first, after, before, place, window)
            return j
        least = distance[first[FAR]]
        j = first[FAR]
        while j >= 0:
            least = min(least, distance[j])
            j = after[j]
        if least >= limit:
            return -1
        window[0], window[1], window[2] = least, window[1] * 2, 0
        j = first[FAR]
        while j >= 0:
            following = after[j]
            if distance[j] - window[0] < BUCKETS * window[1]:
                put(j, distance[j], first, after, before, place, window)
            j = following
    return -1
