"""A rough plan and prices by auction: mentees bid for places, places that are too dear bid for mentees.

The forward and reverse auction with ε-scaling for problems where people and places may stay alone (Bertsekas and
Castañon 1992), with every place of a mentor priced on its own. Afterwards, to within ε: nobody would rather have
another place than the one held, who is alone gains nothing anywhere, a free place is as cheap as it may be.
The places of one mentor are a heap by price, the cheapest first. `cheapest[j]`: its price, far above
any weight for a mentor without places. `slot[i]`: the place of mentee i, −1: none.
"""

import numpy as np

from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Number, Numbers, Rows, compiled


@compiled("void", "int64", "int64", NUMBERS, NUMBERS, ROWS, ROWS)
def exchange(s: Number, t: Number, price: Numbers, floor: Numbers, holder: Rows, slot: Rows) -> None:
    """Two places of one mentor change their positions."""
    price[s], price[t] = price[t], price[s]
    floor[s], floor[t] = floor[t], floor[s]
    holder[s], holder[t] = holder[t], holder[s]
    if holder[s] >= 0:
        slot[holder[s]] = s
    if holder[t] >= 0:
        slot[holder[t]] = t


@compiled("void", "int64", "int64", "int64", NUMBERS, NUMBERS, ROWS, ROWS)
def settle_in(
    first: Number, count: Number, k: Number, price: Numbers, floor: Numbers, holder: Rows, slot: Rows
) -> None:
    """Place number k of the heap first … first + count − 1 got another price: find its position."""
    while k > 0 and price[first + (k - 1) // 2] > price[first + k]:
        exchange(first + k, first + (k - 1) // 2, price, floor, holder, slot)
        k = (k - 1) // 2
    while 2 * k + 1 < count:
        child = 2 * k + 1
        if child + 1 < count and price[first + child + 1] < price[first + child]:
            child += 1
        if price[first + child] >= price[first + k]:
            break
        exchange(first + k, first + child, price, floor, holder, slot)
        k = child


@compiled("int64", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS, ROWS, NUMBERS, "int64", ROWS)
def release(
    start: Numbers,
    head: Rows,
    weight: Numbers,
    cheapest: Numbers,
    owner: Rows,
    price: Numbers,
    holder: Rows,
    slot: Rows,
    u: Numbers,
    epsilon: Number,
    queue: Rows,
) -> Number:
    """Free the mentees who would gain more than ε elsewhere; `queue` gets those who now look for a place. How many.

    Fills u: the gain from the place held, for those who look what they would gain at best.
    """
    count = 0
    for i in range(len(start) - 1):
        best, gain = np.int64(0), np.int64(-1)
        mine = np.int64(-1) if slot[i] < 0 else np.int64(owner[slot[i]])
        for a in range(start[i], start[i + 1]):
            best = max(best, weight[a] - cheapest[head[a]])
            if head[a] == mine:
                gain = weight[a] - price[slot[i]]
        if gain >= 0 and gain >= best - epsilon:
            u[i] = gain
            continue
        if slot[i] >= 0:
            holder[slot[i]] = -1
            slot[i] = -1
        u[i] = best
        if best > 0:
            queue[count] = i
            count += 1
    return count


@compiled(
    "void",
    NUMBERS,
    ROWS,
    NUMBERS,
    NUMBERS,
    NUMBERS,
    NUMBERS,
    NUMBERS,
    ROWS,
    ROWS,
    NUMBERS,
    "int64",
    ROWS,
    "int64",
    "int64",
)
def mentees_bid(
    start: Numbers,
    head: Rows,
    weight: Numbers,
    cheapest: Numbers,
    seat: Numbers,
    price: Numbers,
    floor: Numbers,
    holder: Rows,
    slot: Rows,
    u: Numbers,
    epsilon: Number,
    queue: Rows,
    waiting: Number,
    bids: Number,
) -> None:
    """Each mentee of the queue bids for the best place up to what the second best leaves, and ε more.

    After so many `bids` the round is broken off: who waits stays without a place.
    """
    at = 0
    while waiting > 0 and bids > 0:
        i = queue[at]
        at = at + 1 if at + 1 < len(queue) else 0
        waiting -= 1
        best, second, worth = np.int64(0), np.int64(0), np.int64(0)
        j = np.int64(-1)
        for a in range(start[i], start[i + 1]):
            gain = weight[a] - cheapest[head[a]]
            if gain > second:
                if gain > best:
                    second, best, worth, j = best, gain, weight[a], np.int64(head[a])
                else:
                    second = gain
        if j < 0:
            u[i] = 0
            continue
        place, count = seat[j], seat[j + 1] - seat[j]
        if count > 1:  # the next place of the same mentor is an alternative too
            following = price[place + 1]
            if count > 2:
                following = min(following, price[place + 2])
            second = max(second, worth - following)
        price[place] += min(best - second + epsilon, best)
        bids -= 1
        u[i] = worth - price[place]
        loser = holder[place]
        holder[place], slot[i] = i, place
        settle_in(place, count, 0, price, floor, holder, slot)
        cheapest[j] = price[place]
        if loser >= 0:
            slot[loser] = -1
            end = at + waiting
            queue[end if end < len(queue) else end - len(queue)] = loser
            waiting += 1


@compiled("int64", "int64", NUMBERS, NUMBERS, NUMBERS, ROWS)
def too_dear(j: Number, seat: Numbers, price: Numbers, floor: Numbers, holder: Rows) -> Number:
    """A free place of this mentor that may still fall in price; −1 if there is none."""
    for s in range(seat[j], seat[j + 1]):
        if holder[s] < 0 and price[s] > floor[s]:
            return s
    return -1


@compiled(
    "void", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, ROWS, NUMBERS, "int64", "int64"
)
def places_bid(
    column_start: Numbers,
    column_tail: Rows,
    column_weight: Numbers,
    cheapest: Numbers,
    seat: Numbers,
    owner: Rows,
    price: Numbers,
    floor: Numbers,
    holder: Rows,
    slot: Rows,
    u: Numbers,
    epsilon: Number,
    bids: Number,
) -> None:
    """Each free place that is too dear falls until a mentee prefers it, or to its floor; so many `bids` at most."""
    mentors = len(seat) - 1
    queue, waits = np.empty(max(mentors, 1), np.int32), np.zeros(mentors, np.bool_)
    at, waiting = 0, 0
    for k in range(mentors):
        if too_dear(k, seat, price, floor, holder) >= 0:
            queue[waiting], waits[k] = k, True
            waiting += 1
    while waiting > 0 and bids > 0:
        j: Number = np.int64(queue[at])
        at = at + 1 if at + 1 < mentors else 0
        waiting -= 1
        waits[j] = False
        first, count = seat[j], seat[j + 1] - seat[j]
        while True:
            s = too_dear(j, seat, price, floor, holder)
            if s < 0:
                break
            best, second = floor[s], floor[s]
            chosen: Number = np.int64(-1)
            for a in range(column_start[j], column_start[j + 1]):
                gain = column_weight[a] - u[column_tail[a]]
                if gain > second:
                    held = slot[column_tail[a]]
                    if held >= first and held < first + count:
                        continue
                    if gain > best:
                        second, best, chosen = best, gain, a
                    else:
                        second = gain
            if chosen < 0:
                price[s] = floor[s]
                settle_in(first, count, s - first, price, floor, holder, slot)
                cheapest[j] = price[first]
                continue
            bids -= 1
            i = column_tail[chosen]
            left = slot[i]
            price[s] = min(max(floor[s], second - epsilon), best)
            u[i] = column_weight[chosen] - price[s]
            holder[s], slot[i] = i, s
            settle_in(first, count, s - first, price, floor, holder, slot)
            cheapest[j] = price[first]
            if left >= 0:
                holder[left] = -1
                k = owner[left]
                if not waits[k] and price[left] > floor[left]:
                    end = at + waiting
                    queue[end if end < mentors else end - mentors], waits[k] = k, True
                    waiting += 1
