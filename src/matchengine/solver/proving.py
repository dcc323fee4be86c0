"""From the tree of the search to the certificate."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from matchengine.codes import LevelName
from matchengine.plan import Branch, Certificate, Duals, Ids, Level, Split
from matchengine.problem import Problem
from matchengine.solver.branching import Node
from matchengine.solver.conflicts import Cell
from matchengine.solver.levels import Field, Found, Goals, Values, must


@dataclass(frozen=True)
class Proof:
    """Prices for one leaf, and what they claim about its plans; None where nothing is to be proved any more."""

    coverage: Found
    mutual: Found | None
    worst: Found | None
    total: Found | None
    claims: Values


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
    """Prices that bound each goal of every plan of a leaf that is as good as `values` in the goals before.

    Prices of the root are taken where they are enough: they speak about the plans of every leaf.
    """
    goals = leaf.goals

    def claims(found: Found, threshold: int = 0) -> Values:
        return goals.claims(values, found, leaf.bound(found, threshold))

    def is_first(found: Found) -> bool:
        known = claims(found)
        return known.counts <= values.counts or (leaf.goal_by_goal and known.coverage <= values.coverage)

    first = _first(lambda field: field.for_coverage(), root, leaf, is_first)
    known = claims(must(first))
    proof = Proof(must(first), None, None, None, replace(known, worst=values.worst, total=values.total))
    if known.coverage < values.coverage:
        return replace(proof, claims=Values(known.coverage, 0, 0, values.worst, -goals.full.slack - 1))
    second = None
    if leaf.goal_by_goal and (known.seats, known.mutual) > (values.seats, values.mutual):
        second = _first(lambda f: f.for_mutual(values), root, leaf, lambda f: claims(f).mutual <= values.mutual)
        known = replace(known, mutual=claims(must(second)).mutual)
    proof = replace(proof, mutual=second, claims=replace(proof.claims, mutual=known.mutual))
    if (known.seats, known.mutual) < (values.seats, values.mutual):
        return proof
    third, worst = _above(leaf, root, values)
    last = leaf.for_total(values)
    total = values.total if last is None else claims(last, values.worst).total
    return replace(proof, worst=third, total=last, claims=replace(proof.claims, worst=worst, total=total))


def _first(
    solve: Callable[[Field], Found | None], root: Field, leaf: Field, is_enough: Callable[[Found], bool]
) -> Found | None:
    for field in (root, leaf):
        found = solve(field)
        if found is not None and is_enough(found):
            return found
    return solve(leaf)


def _above(leaf: Field, root: Field, values: Values) -> tuple[Found | None, int]:
    """Prices that show too few pairs above the worst one, if it takes any, and the bound that follows."""
    goals = leaf.goals
    above = goals.next_score(values.worst) if goals.has_open(values, leaf.required) else None
    if above is None or not leaf.reaches(above):
        return None, values.worst

    def is_enough(found: Found) -> bool:
        return leaf.bound(found, above) < goals.counted(values, found.factors)

    found = must(_first(lambda field: field.for_worst(above, values), root, leaf, is_enough))
    return found, values.worst if is_enough(found) else goals.open_scores[-1]


def _levels(goals: Goals, values: Values, proofs: Sequence[Proof]) -> tuple[Level, ...]:
    def bound(goal: Callable[[Values], int]) -> int:
        return max(goal(values), *(goal(proof.claims) for proof in proofs))

    pairs = {
        LevelName.COVERAGE: (values.coverage, bound(lambda v: v.coverage)),
        LevelName.SEATS: (values.seats, bound(lambda v: v.seats)),
        LevelName.MUTUAL: (values.mutual, bound(lambda v: v.mutual)),
        LevelName.WORST: (values.worst, bound(lambda v: v.worst)),
        LevelName.TOTAL: (values.total, bound(lambda v: v.total)),
    }
    names = [name for name in LevelName if name is not LevelName.SEATS or goals.full.seats]
    return tuple(Level(name, *pairs[name]) for name in names)


def _all_nodes(root: Node) -> Iterable[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [part for part in reversed(node.parts) if part is not None]


def _branch(problem: Problem, leaf: Node, proof: Proof) -> Branch:
    return Branch(
        forbidden=_ids(problem, leaf.asked.forbidden),
        coverage=_duals(proof.coverage),
        mutual=None if proof.mutual is None else _duals(proof.mutual),
        worst=None if proof.worst is None else _duals(proof.worst),
        total=None if proof.total is None else _duals(proof.total),
        required=_ids(problem, leaf.asked.required),
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
    return tuple(sorted({(problem.mentees[i].id, problem.mentors[j].id) for i, j in cells}))


def _duals(found: Found) -> Duals:
    factors = found.factors
    return Duals(
        tuple(found.u.tolist()),
        tuple(found.p.tolist()),
        coverage=factors.coverage,
        seats=factors.seats,
        mutual=factors.mutual,
        points=factors.points,
    )
