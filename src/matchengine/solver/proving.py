"""From the tree of the search to the certificate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchengine.codes import LevelName
from matchengine.plan import Branch, Certificate, Duals, Ids, Level, Split
from matchengine.problem import Problem
from matchengine.solver.branching import Node
from matchengine.solver.conflicts import Cell
from matchengine.solver.levels import Field, Found, Goals, Values


@dataclass(frozen=True)
class Proof:
    """What the prices of one leaf prove about its plans; None where they show that nothing comes near the plan."""

    coverage: Found
    worst: Found | None
    total: Found
    counts: tuple[int, int, int]
    is_worst_proved: bool
    highest_total: int | None


def certify(problem: Problem, root: Node, values: Values) -> Certificate:
    """The prices of every leaf against the values of the plan, and the bounds that follow."""
    nodes = list(_all_nodes(root))
    leaves = [node for node in nodes if node.conflict is None]
    proofs = [prove(node.field, root.field, values) for node in leaves]
    levels = _levels(root.field.goals, values, proofs)
    return Certificate(
        levels=levels,
        objective=levels[-1].value,
        dual_bound=levels[-1].bound,
        gap=max(level.bound - level.value for level in levels),
        pairs_checked=len(problem.mentees) * len(problem.mentors),
        branches=tuple(_branch(problem, leaf, proof) for leaf, proof in zip(leaves, proofs, strict=True)),
        splits=_splits(problem, nodes, leaves),
    )


def prove(leaf: Field, root: Field, values: Values) -> Proof:
    """Prices that bound coverage, seats and choices, the worst pair, and the total of every plan of a leaf.

    Prices of the root are taken where they are enough: they speak about the plans of every leaf.
    """
    first = _counting(leaf, root, values)
    counts = count_bounds(leaf.goals, values, leaf.bound(first, 0))
    if counts[2] < values.mutual:
        return Proof(first, None, first, counts, True, None)
    worst, is_proved = _above(leaf, root, values)
    last = leaf.best_total(values.worst) if leaf.reaches(values.worst) else None
    if last is None:
        return Proof(first, worst, first, counts, is_proved, None)
    scale = leaf.goals.full
    bound = leaf.bound(last, values.worst) - (scale.coverage * values.coverage)
    highest = bound - scale.seats * values.seats - scale.mutual * values.mutual
    return Proof(first, worst, last, counts, is_proved, highest)


def _counting(leaf: Field, root: Field, values: Values) -> Found:
    for field in (root, leaf):
        found = field.best_total(0) if field.reaches(0) else None
        if found is not None and count_bounds(leaf.goals, values, leaf.bound(found, 0)) <= values.counts:
            return found
    found = leaf.best_total(0)
    if found is None:
        raise ValueError("every score reaches 0")
    return found


def count_bounds(goals: Goals, values: Values, weight: int) -> tuple[int, int, int]:
    """What a bound on the weight says of coverage; of seats at the coverage, of choices at the seats of the plan.

    A bound on choices below those of the plan: no plan of the leaf has its coverage, seats and choices.
    """
    scale = goals.full
    coverage = (weight + scale.slack) // scale.coverage
    rest = weight - scale.coverage * values.coverage
    seats = min((rest + scale.slack) // scale.seats, goals.scan.seats) if scale.seats else values.seats
    rest -= scale.seats * values.seats
    return coverage, seats, min((rest + scale.slack) // scale.mutual, values.seats)


def _above(leaf: Field, root: Field, values: Values) -> tuple[Found | None, bool]:
    """Prices that show too few pairs above the worst one, if it takes any, and whether they do."""
    goals = leaf.goals
    above = goals.next_score(values.worst) if goals.has_open(values, leaf.required) else None
    if above is None or not leaf.reaches(above):
        return None, True
    scale = goals.counts
    needed = scale.coverage * values.coverage + scale.seats * values.seats + scale.mutual * values.mutual
    for field in (root, leaf):
        found = field.best_count(above)
        if found is not None and leaf.bound(found, above, is_total=False) < needed:
            return found, True
    return leaf.best_count(above), False


def _levels(goals: Goals, values: Values, proofs: Sequence[Proof]) -> tuple[Level, ...]:
    highest = values.seats * goals.highest
    bounds = {
        LevelName.COVERAGE: max(values.coverage, *(proof.counts[0] for proof in proofs)),
        LevelName.SEATS: max(values.seats, *(proof.counts[1] for proof in proofs)),
        LevelName.MUTUAL: max(values.mutual, *(proof.counts[2] for proof in proofs)),
        LevelName.WORST: values.worst if all(proof.is_worst_proved for proof in proofs) else goals.open_scores[-1],
        LevelName.TOTAL: min(highest, max(proof.highest_total for proof in proofs if proof.highest_total is not None)),
    }
    reached = {
        LevelName.COVERAGE: values.coverage,
        LevelName.SEATS: values.seats,
        LevelName.MUTUAL: values.mutual,
        LevelName.WORST: values.worst,
        LevelName.TOTAL: values.total,
    }
    names = [name for name in LevelName if name is not LevelName.SEATS or goals.full.seats]
    return tuple(Level(name, reached[name], bounds[name]) for name in names)


def _all_nodes(root: Node) -> Iterable[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [part for part in reversed(node.parts) if part is not None]


def _branch(problem: Problem, leaf: Node, proof: Proof) -> Branch:
    return Branch(
        forbidden=_ids(problem, leaf.forbidden),
        coverage=_duals(proof.coverage),
        worst=None if proof.worst is None else _duals(proof.worst),
        total=_duals(proof.total),
        required=_ids(problem, leaf.required),
        themes=tuple((problem.mentors[j].id, topic) for j, topic in leaf.themes),
    )


def _splits(problem: Problem, nodes: Sequence[Node], leaves: Sequence[Node]) -> tuple[Split, ...]:
    number = {id(leaf): -1 - k for k, leaf in enumerate(leaves)}
    inner = [node for node in nodes if node.conflict is not None]
    number |= {id(node): k for k, node in enumerate(inner)}
    splits = []
    for node in inner:
        conflict = node.conflict
        if conflict is None:
            continue
        parts = tuple(None if part is None else number[id(part)] for part in node.parts)
        pairs = tuple((problem.mentees[i].id, problem.mentors[j].id) for i, j in conflict.pairs)
        splits.append(Split(conflict.kind, parts, pairs, conflict.person(problem)))
    return tuple(splits)


def _ids(problem: Problem, cells: Iterable[Cell]) -> tuple[Ids, ...]:
    return tuple(sorted((problem.mentees[i].id, problem.mentors[j].id) for i, j in cells))


def _duals(found: Found) -> Duals:
    return Duals(tuple(found.u.tolist()), tuple(found.p.tolist()))
