"""Which cells of a table of a territory stay hidden, so that no small number can be worked out. Pure.

A table counts people by institution and category; institutions belong to municipalities, these to a region (or deeper).
Shown are its cells, the totals of rows and the totals of columns on every level. A cell of 1 to k − 1 people is hidden;
then others must be, or subtraction would give it back. Zeros hide nobody and are shown, so whoever subtracts knows that
what is hidden is at least one.

All these sums together are one circulation: the total of a territory flows down to its institutions, through their
rows into the categories, and up the levels again. What the hidden cells may be instead is exactly what a flow can
change in them (Gusfield 1988; Castro 2012 on cell suppression). A small cell is safe when it could be k or more for all
that is shown. By the duality of flow and cut then no sum whatever of hidden cells that can be worked out and has the
small cell in it is below k, however many slices are subtracted from each other.

Русское название: скрытие малых чисел.
"""

import heapq
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nastavnik.domain.monitoring.privacy import THRESHOLD

TOTAL = "total"
UNLIMITED = 1 << 60

Node = Hashable
Cell = tuple[Node, str]


@dataclass(frozen=True)
class Table:
    """`parents` of every node, None of the one root; `counts` of the leaves by category (absent is zero).

    Without `categories` the table has a single column: the count of a leaf stands under TOTAL.

    Raises:
        ValueError: a negative count, or one of a node that is no leaf.
    """

    parents: Mapping[Node, Node | None]
    categories: Sequence[str]
    counts: Mapping[Cell, int]
    cells: dict[Cell, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        inner = set(self.parents.values())
        cells: dict[Cell, int] = {}
        for (leaf, category), count in self.counts.items():
            if count < 0 or leaf in inner or leaf not in self.parents:
                raise ValueError(f"{leaf}: {count}")
            node: Node | None = leaf
            while node is not None:
                for column in {category, TOTAL}:
                    cells[node, column] = cells.get((node, column), 0) + count
                node = self.parents[node]
        object.__setattr__(self, "cells", {cell: count for cell, count in cells.items() if count})

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.categories, TOTAL)

    def level(self, node: Node) -> int:
        """0 of the root, 1 of what lies in it, …"""
        parent = self.parents[node]
        return 0 if parent is None else 1 + self.level(parent)


def suppress(table: Table, threshold: int = THRESHOLD) -> frozenset[Cell]:
    """The cells to hide: all of 1 to `threshold` − 1, and so many others that none of these can be worked out to be
    below `threshold`. None of the others could be shown again. Few and low ones are preferred: institutions before
    municipalities, parts before totals."""
    network = _Network(table)
    small = [arc for arc, count in enumerate(network.value) if count < threshold]
    for arc in small:
        network.hidden[arc] = True
    for arc in small:
        _protect(network, arc, threshold)
    _show_again(network, {arc: network.increase(arc, threshold - network.value[arc]) for arc in small})
    return frozenset(network.cells[arc] for arc, is_hidden in enumerate(network.hidden) if is_hidden)


def highest(table: Table, hidden: Iterable[Cell], cell: Cell, *, enough: int = UNLIMITED) -> int:
    """The most that a hidden cell could be for all that is shown; not looked for beyond `enough`."""
    network = _Network(table)
    for one in hidden:
        network.hidden[network.arc_of[one]] = True
    arc = network.arc_of[cell]
    reached, _used = network.increase(arc, enough - network.value[arc])
    return network.value[arc] + reached


def shown_sum(table: Table, hidden: frozenset[Cell], nodes: Iterable[Node], column: str = TOTAL) -> int | None:
    """The sum over several leaves of one column, of shown cells alone; whole municipalities are taken as such. None
    where a hidden one would be needed: what is answered is a sum of what is shown and tells nothing more."""
    wanted = set(nodes)
    children: dict[Node, list[Node]] = {}
    for node, parent in table.parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(node)

    def gathered(node: Node) -> tuple[bool, int | None]:
        """Whether the whole node is wanted, and the sum of what is wanted in it."""
        if node not in children:
            if node not in wanted:
                return False, 0
            return True, None if (node, column) in hidden else table.cells.get((node, column), 0)
        parts = [gathered(child) for child in children[node]]
        if all(whole for whole, _ in parts) and (node, column) not in hidden:
            return True, table.cells.get((node, column), 0)
        sums = [number for _, number in parts]
        return all(whole for whole, _ in parts), None if None in sums else sum(filter(None, sums))

    root = next(node for node, parent in table.parents.items() if parent is None)
    return gathered(root)[1]


class _Network:
    """The cells that are not zero as arcs of a circulation; `value` is what flows, `cost` what hiding one costs."""

    def __init__(self, table: Table) -> None:
        self.cells = sorted(table.cells, key=lambda cell: (repr(cell[0]), cell[1]))
        self.arc_of = {cell: arc for arc, cell in enumerate(self.cells)}
        self.value = [table.cells[cell] for cell in self.cells]
        self.hidden = [False] * len(self.cells)
        depth = {node: table.level(node) for node in table.parents}
        deepest = max(depth.values())
        self.cost = [
            1000 * 30 ** (deepest - depth[node]) * (2 if column == TOTAL else 1) + min(999, self.value[arc])
            for arc, (node, column) in enumerate(self.cells)
        ]
        numbers: dict[Hashable, int] = {}
        ends = [_ends(table, *cell) for cell in self.cells]
        self.tail = [numbers.setdefault(tail, len(numbers)) for tail, _ in ends]
        self.head = [numbers.setdefault(head, len(numbers)) for _, head in ends]
        self.at: list[list[int]] = [[] for _ in numbers]
        for arc in range(len(self.cells)):
            self.at[self.tail[arc]].append(arc)
            self.at[self.head[arc]].append(arc)

    def steps(self, place: int, changed: Mapping[int, int], *, of_all: bool) -> Iterator[tuple[int, int, int]]:
        """From a vertex: (arc, where it leads, how much may flow). Along an arc its cell grows without limit, against
        it the cell shrinks to one."""
        for arc in self.at[place]:
            if not (of_all or self.hidden[arc]):
                continue
            if self.tail[arc] == place:
                yield arc, self.head[arc], UNLIMITED
            else:
                room = self.value[arc] + changed.get(arc, 0) - 1
                if room > 0:
                    yield arc, self.tail[arc], room

    def increase(self, arc: int, wanted: int, *, of_all: bool = False) -> tuple[int, set[int]]:
        """By how much, up to `wanted`, the cell of an arc can grow while only hidden cells (or all) change, and the
        arcs that it takes."""
        changed: dict[int, int] = {}
        reached, start, goal = 0, self.head[arc], self.tail[arc]
        while reached < wanted:
            path = self._shortest(start, goal, arc, changed) if not of_all else self.cheapest(arc, changed, 1)
            if path is None:
                break
            flow = min(wanted - reached, *(room for _, _, room in path))
            for taken, sign, _ in path:
                changed[taken] = changed.get(taken, 0) + sign * flow
            reached += flow
        return reached, {taken for taken, moved in changed.items() if moved}

    def _shortest(self, start: int, goal: int, without: int, changed: Mapping[int, int]) -> "_Path | None":
        came: dict[int, tuple[int, int, int]] = {start: (-1, -1, 0)}
        waiting = deque([start])
        while waiting and goal not in came:
            place = waiting.popleft()
            for arc, other, room in self.steps(place, changed, of_all=False):
                if other not in came and arc != without:
                    came[other] = (place, arc, room)
                    waiting.append(other)
        return self._path(came, start, goal) if goal in came else None

    def cheapest(self, arc: int, changed: Mapping[int, int], room_needed: int) -> "_Path | None":
        """The way from the head of an arc to its tail that hides least, over shown cells too."""
        start, goal = self.head[arc], self.tail[arc]
        came: dict[int, tuple[int, int, int]] = {start: (-1, -1, 0)}
        dear, waiting = {start: 0}, [(0, start)]
        while waiting:
            cost, place = heapq.heappop(waiting)
            if place == goal:
                return self._path(came, start, goal)
            if cost > dear[place]:
                continue
            for step, other, room in self.steps(place, changed, of_all=True):
                further = cost + (0 if self.hidden[step] else self.cost[step])
                if step != arc and room >= room_needed and further < dear.get(other, UNLIMITED):
                    dear[other], came[other] = further, (place, step, room)
                    heapq.heappush(waiting, (further, other))
        return None

    def _path(self, came: Mapping[int, tuple[int, int, int]], start: int, goal: int) -> "_Path":
        path, place = [], goal
        while place != start:
            before, arc, room = came[place]
            path.append((arc, 1 if self.tail[arc] == before else -1, room))
            place = before
        return path


_Path = list[tuple[int, int, int]]


def _ends(table: Table, node: Node, column: str) -> tuple[Hashable, Hashable]:
    """Between which sums a cell stands: the total flows down, a category up."""
    inner, parent = set(table.parents.values()), table.parents[node]
    ground = ("row", None)
    own = ("column", node, column) if node in inner else ("row", node if table.categories else None)
    above = ground if parent is None else ("column", parent, column)
    return (above, own) if column == TOTAL else (own, above)


def _protect(network: _Network, arc: int, threshold: int) -> None:
    """Hide what a small cell needs to be as good as `threshold`; in a table of too few people all that can be."""
    wanted = threshold - network.value[arc]
    while network.increase(arc, wanted)[0] < wanted:
        path = network.cheapest(arc, {}, wanted) or network.cheapest(arc, {}, 1) or []
        more = {taken for taken, _, _ in path if not network.hidden[taken]}
        more = more or {taken for taken in network.increase(arc, wanted, of_all=True)[1] if not network.hidden[taken]}
        if not more:
            return
        for taken in more:
            network.hidden[taken] = True


def _show_again(network: _Network, witness: dict[int, tuple[int, set[int]]]) -> None:
    """Show every cell again that turned out not to be needed, the dearest first. A `witness` says how far a small cell
    may grow and which arcs take part; only those that took the arc in question are asked again."""
    others = [arc for arc, is_hidden in enumerate(network.hidden) if is_hidden and arc not in witness]
    for other in sorted(others, key=lambda arc: (-network.cost[arc], arc)):
        network.hidden[other] = False
        found: dict[int, tuple[int, set[int]]] = {}
        for arc, (wanted, used) in witness.items():
            if other in used:
                found[arc] = network.increase(arc, wanted)
                if found[arc][0] < wanted:
                    network.hidden[other] = True
                    break
        else:
            witness.update(found)
