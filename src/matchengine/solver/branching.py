"""Rules that speak about several pairs of a plan: best-first branch and bound over the exact levels.

A plan that breaks such a rule is split into the parts that resolve it (`conflicts`); where groups have a theme, a bound
that leaves a mentor's topic open is split too. Best bounds first, until none is better than the best plan found. Past
`MOST_BRANCHES` the search stops with the best plan it has, or goes straight for one; what it has not proved shows as
gap.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from heapq import heapify, heappop, heappush

from matchengine.constraints.standing import themes_of_mentee
from matchengine.problem import Problem
from matchengine.progress import Progress, Stage, report
from matchengine.solver.conflicts import Cell, Conflict, Part, first_conflict, theme_conflict
from matchengine.solver.group_field import GroupField, topics_of
from matchengine.solver.levels import Field, Goals, Values

MOST_BRANCHES = 400
MOST_CELLS = 10_000_000
"""Pairs looked at in all branches of flows together; of a large problem fewer branches are made."""
MOST_STEPS = 4_000_000_000
"""The same for the program over groups, whose work grows with the cube of the people."""
MOST_PEOPLE = 500
"""Groups of more people are bounded by a flow: the program over groups would take minutes."""


@dataclass(eq=False)
class Node:
    """A part of the search space: a plan in it, and bounds on all its plans.

    `values` are the bounds. `broken` is a rule that the plan breaks; where it breaks none `reached` says what it
    reaches: the bounds themselves, but for themes. `conflict`: what the node was split by.
    """

    field: Field
    cells: tuple[Cell, ...]
    values: Values
    asked: Part = dataclass_field(default_factory=Part)
    themes: tuple[tuple[int, str], ...] = ()
    broken: Conflict | None = None
    reached: Values | None = None
    conflict: Conflict | None = None
    parts: "list[Node | None]" = dataclass_field(default_factory=list)

    @property
    def depth(self) -> int:
        return len(self.asked.forbidden) + len(self.asked.required) + len(self.themes)


def search(problem: Problem, goals: Goals, progress: Progress | None = None) -> tuple[Node, Node]:
    """The node with the best plan without a conflict, and the root of the tree."""
    field = _root(problem, goals)
    most = _most_branches(field)
    report(progress, Stage.SEARCH, 0, most)
    root = _node(problem, field)
    best = root if root.reached is not None else _grouped(problem, root)
    waiting = [(_rank(root), 0, root)]
    made = 1
    while waiting:
        if made > most and best is not None:
            break
        node = heappop(waiting)[2]
        if best is not None and best.reached is not None and node.values <= best.reached:
            break
        node.conflict = node.broken or _open_theme(problem, node)
        for part in node.conflict.parts if node.conflict is not None else ():
            child = _child(problem, node, part, None if best is None else best.reached)
            node.parts.append(child)
            if child is None:
                continue
            if child.reached is not None and (best is None or best.reached is None or child.reached > best.reached):
                best = child
            heappush(waiting, (_rank(child, is_diving=made > most), made, child))
            made += 1
        report(progress, Stage.SEARCH, min(made, most), most)
        if made > most:
            waiting = [(_rank(node, is_diving=True), number, node) for _, number, node in waiting]
            heapify(waiting)
    if best is None:
        raise NoPlan("no plan holds all pins and keeps the rules about several pairs")
    return best, root


def _most_branches(field: Field) -> int:
    people, cells = sum(field.possible.shape), field.possible.size
    affordable = MOST_STEPS // max(1, people**3) if isinstance(field, GroupField) else MOST_CELLS // max(1, cells)
    return min(MOST_BRANCHES, affordable)


class NoPlan(ValueError):
    """The pins contradict the rules about several pairs."""


def _root(problem: Problem, goals: Goals) -> Field:
    rows, columns = goals.scan.pinned.nonzero()
    pins = frozenset(zip(rows.tolist(), columns.tolist(), strict=True))
    topics = topics_of(problem, pins)
    if topics is None or goals.full.seats or sum(goals.scan.possible.shape) > MOST_PEOPLE:
        return Field(goals, goals.scan.possible, pins)
    return GroupField(goals, goals.scan.possible, pins, topics=topics)


def _node(
    problem: Problem,
    field: Field,
    parent: Node | None = None,
    part: Part | None = None,
    floor: Values | None = None,
) -> Node:
    cells, values = field.solve(None if parent is None else parent.values, floor)
    node = Node(field, cells, values, broken=first_conflict(problem, cells))
    if node.broken is None:
        node.reached = field.goals.measure(cells)
    if parent is not None and part is not None:
        before = parent.asked
        node.asked = Part((*before.forbidden, *part.forbidden), (*before.required, *part.required))
        node.themes = parent.themes if part.theme is None else (*parent.themes, part.theme)
    return node


def _child(problem: Problem, node: Node, part: Part, floor: Values | None) -> Node | None:
    """None if no plan keeps what is asked."""
    is_cells = part.theme is None or isinstance(node.field, GroupField)
    field = node.field.narrowed(part if is_cells else _without_strangers(problem, part))
    return None if field.is_empty else _node(problem, field, node, part, floor)


def _without_strangers(problem: Problem, part: Part) -> Part:
    """The topic of a group as cells: those whom it does not fit are not among them."""
    if part.theme is None:
        return part
    mentor, topic = part.theme
    known = (themes_of_mentee(mentee, problem.settings.theme) for mentee in problem.mentees)
    strangers = ((i, mentor) for i, own in enumerate(known) if own and topic not in own)
    return Part((*part.forbidden, *strangers), part.required)


def _open_theme(problem: Problem, node: Node) -> Conflict | None:
    mentor = node.field.undecided(node.values) if isinstance(node.field, GroupField) else None
    return None if mentor is None else theme_conflict(problem, mentor)


def _grouped(problem: Problem, root: Node) -> Node | None:
    """A first plan that keeps the themes: each mentor leads in the topic that most of their group share."""
    topics = topics_of(problem, root.field.required)
    if topics is None:
        return None
    score = root.field.goals.scan.points
    possible = root.field.possible.copy()
    for j, own in enumerate(topics.of_mentor):
        group = [i for i, mentor in root.cells if mentor == j]
        best = max(own, key=lambda t: (int(topics.fits[t, group].sum()), int(score[topics.fits[t], j].sum()), -t))
        possible[:, j] &= topics.fits[best]
    node = _node(problem, Field(root.field.goals, possible, root.field.required))
    return None if node.reached is None else node


def _rank(node: Node, *, is_diving: bool = False) -> tuple[int, ...]:
    """Best bounds first; when too many have been made, the deepest first."""
    depth = node.depth if is_diving else 0
    values = node.values
    return -depth, -values.coverage, -values.seats, -values.mutual, -values.worst, -values.total
