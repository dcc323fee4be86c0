"""One pair at a time in plain Python integers: the reading that shares nothing with kernels or solver."""

from collections.abc import Iterator

from matchengine.pairs import (
    ANY,
    SHIFT,
    BitPoints,
    BitRule,
    Cells,
    Integers,
    KeyPoints,
    KeyRule,
    Objective,
    PackedPairs,
)


def weigh_cells(
    pairs: PackedPairs, objective: Objective, rows: Integers, columns: Integers
) -> Iterator[tuple[bool, int, int]]:
    """(allowed, score, weight) of the pairs (rows[k], columns[k]); score and weight also where it is not allowed."""
    possible = [True] * len(rows)
    scores = [0] * len(rows) if pairs.mentor_points is None else pairs.mentor_points[columns].tolist()
    for rule in pairs.rules:
        for k, holds in enumerate(_holds(rule, rows, columns)):
            possible[k] &= holds
    for term in pairs.points:
        for k, points in enumerate(_points(term, rows, columns)):
            scores[k] += points
    banned, extra = _by_cell(pairs.banned), _by_cell(pairs.extra)
    mutual, pinned, current = _by_cell(pairs.mutual), _by_cell(pairs.pinned), _by_cell(pairs.current)
    gates = zip(
        pairs.open_rows[rows].tolist(),
        pairs.open_columns[columns].tolist(),
        pairs.places[columns].tolist(),
        strict=True,
    )
    for k, cell in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        row_open, column_open, places = next(gates)
        score = scores[k] + extra.get(cell, 0)
        weight = objective.base + objective.score * score
        weight += objective.mutual * (cell in mutual) + objective.pin * (cell in pinned)
        weight += objective.keep * (cell in current)
        allowed = possible[k] and row_open and column_open and places > 0 and cell not in banned
        exempt = cell in mutual or cell in pinned
        yield allowed and (exempt or score >= objective.threshold), score, weight


def _holds(rule: BitRule | KeyRule, rows: Integers, columns: Integers) -> Iterator[bool]:
    if isinstance(rule, BitRule):
        for count in _shared(rule, rows, columns):
            yield count >= rule.at_least and (rule.at_most is None or count <= rule.at_most)
        return
    for left, right in zip(rule.left[rows].tolist(), rule.right[columns].tolist(), strict=True):
        yield ANY in (left, right) or (left == right) != rule.differ


def _points(term: BitPoints | KeyPoints, rows: Integers, columns: Integers) -> Iterator[int]:
    if isinstance(term, BitPoints):
        for count, factor in zip(_shared(term, rows, columns), term.factor[rows].tolist(), strict=True):
            yield min(max(count - term.over, 0), term.most) * factor >> SHIFT
        return
    for left, right in zip(term.left[rows].tolist(), term.right[columns].tolist(), strict=True):
        yield term.points if left == right and left != ANY else 0


def _shared(term: BitRule | BitPoints, rows: Integers, columns: Integers) -> Iterator[int]:
    for left, right in zip(term.left[rows].tolist(), term.right[columns].tolist(), strict=True):
        yield sum((a & b).bit_count() for a, b in zip(left, right, strict=True))


def _by_cell(cells: Cells) -> dict[tuple[int, int], int]:
    places = zip(cells.rows.tolist(), cells.columns.tolist(), strict=True)
    return dict(zip(places, cells.points.tolist(), strict=True))
