"""The loop of `groups`: a simplex whose columns are groups, made when they are wanted. Runs compiled, on float64.

Rows are mentees (at most so many groups take one), mentors (at most one group each), and two caps: of pairs, and of
mutual pairs. A column is a mentor, a topic and the mentees of the group. Columns are never listed: the one with the
best reduced cost is found by taking, for each mentor and topic, the mentees who gain most over their price.
"""

from typing import Any

import numpy as np

Cells = Any

TOLERANCE = 1e-9
ALIKE = 1e-7
"""Gains that differ by less count as equal and the first in order wins, so that rounding decides nothing."""


def improve(
    weight: Cells,
    mutual: Cells,
    is_open: Cells,
    fits: Cells,
    topic_start: Cells,
    topics: Cells,
    room: Cells,
    base: Cells,
    penalty: Cells,
    inverse: Cells,
    level: Cells,
    price: Cells,
    mentor_of: Cells,
    topic_of: Cells,
    row_of: Cells,
    members: Cells,
    cost: Cells,
    most: int,
) -> int:
    """Pivot until no group gains or `most` pivots are made; returns the pivots, `most` if there may be more to do.

    `weight`, `mutual` (0 or 1), `is_open`: m × n. `fits`: topics × n. Mentor j may lead in the topics
    `topics[topic_start[j]:topic_start[j + 1]]`. `room`, `base` (m): places left, places gone (their penalties are
    behind). Basis, one entry per row: `mentor_of` (−1: the slack of `row_of`), `topic_of`, `members` (padded by −1),
    `cost`; `inverse[k]` is column k of the inverse of the basis, `level` the values of the basic columns, `price` the
    prices of the rows. All are updated in place.
    """
    mentors, mentees = weight.shape
    rows = mentees + mentors + 2
    of_pairs, of_mutual = rows - 2, rows - 1
    width = members.shape[1]
    last_penalty = len(penalty) - 1
    gain = np.zeros(width)
    who = np.zeros(width, np.int64)
    best_who = np.zeros(width, np.int64)
    direction = np.zeros(rows)
    for pivot in range(most):
        best, best_mentor, best_topic, best_size, best_cost, best_row = ALIKE, -1, -1, 0, 0.0, -1
        for row in range(rows):
            if -price[row] > best + ALIKE:
                best, best_row = -price[row], row
        for j in range(mentors):
            for at in range(topic_start[j], topic_start[j + 1]):
                topic = topics[at]
                size = 0
                for i in range(mentees):
                    if not is_open[j, i] or not fits[topic, i]:
                        continue
                    value = weight[j, i] - price[i] - price[of_pairs] - mutual[j, i] * price[of_mutual]
                    if value <= 0.0 or (size == room[j] and value <= gain[size - 1] + ALIKE):
                        continue
                    k = size if size < room[j] else size - 1
                    while k > 0 and gain[k - 1] + ALIKE < value:
                        gain[k], who[k] = gain[k - 1], who[k - 1]
                        k -= 1
                    gain[k], who[k] = value, i
                    if size < room[j]:
                        size += 1
                total, taken = -price[mentees + j], 0
                while taken < size:
                    step = gain[taken] - penalty[min(base[j] + taken, last_penalty)]
                    if step <= 0.0:
                        break
                    total += step
                    taken += 1
                if total > best + ALIKE:
                    best, best_mentor, best_topic, best_size, best_row = total, j, topic, taken, -1
                    for k in range(taken):
                        best_who[k] = who[k]
        if best_mentor < 0 and best_row < 0:
            return pivot
        if best_row >= 0:
            for row in range(rows):
                direction[row] = inverse[best_row, row]
        else:
            for row in range(rows):
                direction[row] = inverse[mentees + best_mentor, row]
            for k in range(best_size):
                is_mutual = mutual[best_mentor, best_who[k]]
                for row in range(rows):
                    direction[row] += inverse[best_who[k], row] + inverse[of_pairs, row]
                    direction[row] += is_mutual * inverse[of_mutual, row]
        leaving, step = -1, 0.0
        for row in range(rows):
            if direction[row] > TOLERANCE:
                ratio = level[row] / direction[row]
                if leaving < 0 or ratio < step or (ratio == step and direction[row] > direction[leaving]):
                    leaving, step = row, ratio
        if leaving < 0:
            return pivot
        step = max(step, 0.0)
        scale = 1.0 / direction[leaving]
        for row in range(rows):
            level[row] -= step * direction[row]
        level[leaving] = step
        for k in range(rows):
            share = inverse[k, leaving] * scale
            if share != 0.0:
                for row in range(rows):
                    inverse[k, row] -= share * direction[row]
                inverse[k, leaving] = share
                price[k] += best * share
        mentor_of[leaving], topic_of[leaving], row_of[leaving] = best_mentor, best_topic, best_row
        best_cost = 0.0
        for k in range(width):
            members[leaving, k] = best_who[k] if best_mentor >= 0 and k < best_size else -1
        if best_mentor >= 0:
            for k in range(best_size):
                best_cost += weight[best_mentor, best_who[k]] - penalty[min(base[best_mentor] + k, last_penalty)]
        cost[leaving] = best_cost
    return most


def inverted(matrix: Cells) -> Cells:
    """The inverse, by rows, largest pivot first: on one thread and the same on every machine. `matrix` is used up."""
    rows = len(matrix)
    inverse = np.zeros((rows, rows))
    for row in range(rows):
        inverse[row, row] = 1.0
    for at in range(rows):
        best = at
        for row in range(at + 1, rows):
            if abs(matrix[row, at]) > abs(matrix[best, at]):
                best = row
        if best != at:
            for column in range(rows):
                matrix[at, column], matrix[best, column] = matrix[best, column], matrix[at, column]
                inverse[at, column], inverse[best, column] = inverse[best, column], inverse[at, column]
        scale = 1.0 / matrix[at, at]
        for column in range(rows):
            matrix[at, column] *= scale
            inverse[at, column] *= scale
        for row in range(rows):
            factor = matrix[row, at]
            if row != at and factor != 0.0:
                for column in range(rows):
                    matrix[row, column] -= factor * matrix[at, column]
                    inverse[row, column] -= factor * inverse[at, column]
    return inverse
