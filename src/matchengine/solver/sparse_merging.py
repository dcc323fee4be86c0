"""Arcs into the two orders that the loops need, and two sorted lists of arcs into one."""

import numpy as np

from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Numbers, Rows, compiled
from matchengine.solver.sparse_graph import Graph


@compiled("void", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS)
def transpose(
    start: Numbers, head: Rows, weight: Numbers, column_start: Numbers, column_tail: Rows, column_weight: Numbers
) -> None:
    """Fill the last three: the arcs by mentor, those of one mentor in order of mentee. column_start: m + 1 zeros."""
    for a in range(len(head)):
        column_start[head[a] + 1] += 1
    for j in range(1, len(column_start)):
        column_start[j] += column_start[j - 1]
    free = column_start[:-1].copy()
    for i in range(len(start) - 1):
        for a in range(start[i], start[i + 1]):
            b = free[head[a]]
            free[head[a]] = b + 1
            column_tail[b], column_weight[b] = i, weight[a]


@compiled("int64", NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS)
def merge_rows(
    first_start: Numbers,
    first_head: Rows,
    first_weight: Numbers,
    second_start: Numbers,
    second_head: Rows,
    second_weight: Numbers,
    start: Numbers,
    head: Rows,
    weight: Numbers,
) -> int:
    """Fill the last three with the arcs of both; an arc of both counts once, as the second weighs it. How many."""
    count = 0
    for i in range(len(first_start) - 1):
        start[i] = count
        a, a_end, b, b_end = first_start[i], first_start[i + 1], second_start[i], second_start[i + 1]
        while a < a_end or b < b_end:
            if b == b_end or (a < a_end and first_head[a] < second_head[b]):
                head[count], weight[count] = first_head[a], first_weight[a]
                a += 1
            else:
                if a < a_end and first_head[a] == second_head[b]:
                    a += 1
                head[count], weight[count] = second_head[b], second_weight[b]
                b += 1
            count += 1
    start[len(first_start) - 1] = count
    return count


def graph_of(tail: Rows, head: Rows, weight: Numbers, mentees: int, mentors: int) -> Graph:
    """From arcs sorted by mentee, then mentor, each once."""
    start = np.zeros(mentees + 1, np.int64)
    np.cumsum(np.bincount(tail, minlength=mentees), out=start[1:])
    return _graph(start, np.ascontiguousarray(head, np.int32), np.ascontiguousarray(weight, np.int64), mentors)


def merged(first: Graph, second: Graph) -> Graph:
    """The arcs of both graphs; the same people in both."""
    most = first.arcs + second.arcs
    start, head, weight = np.empty(first.mentees + 1, np.int64), np.empty(most, np.int32), np.empty(most, np.int64)
    count = merge_rows(
        first.start, first.head, first.weight, second.start, second.head, second.weight, start, head, weight
    )
    return _graph(start, head[:count], weight[:count], first.mentors)


def _graph(start: Numbers, head: Rows, weight: Numbers, mentors: int) -> Graph:
    column_start = np.zeros(mentors + 1, np.int64)
    column_tail, column_weight = np.empty(len(head), np.int32), np.empty(len(head), np.int64)
    transpose(start, head, weight, column_start, column_tail, column_weight)
    return Graph(start, head, weight, column_start, column_tail, column_weight)
