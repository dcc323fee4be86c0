"""Do the parts of a proof speak about every plan? Counted again from the problem alone, without the solver."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matchengine.check import is_reverse
from matchengine.codes import Rule, SplitKind
from matchengine.plan import Branch, Certificate, Ids, Split
from matchengine.problem import Problem


@dataclass(frozen=True)
class Region:
    """All plans without the `forbidden` pairs, with the `required` ones, and with the topics of `themes`."""

    forbidden: frozenset[Ids] = frozenset()
    required: frozenset[Ids] = frozenset()
    themes: tuple[tuple[str, str], ...] = ()

    def joined(self, other: "Region") -> "Region":
        return Region(self.forbidden | other.forbidden, self.required | other.required, self.themes + other.themes)


class PartitionBroken(ValueError):
    """The parts leave plans out."""


def regions(problem: Problem, certificate: Certificate) -> list[tuple[Region, Branch]]:
    """Each branch with the plans it has to speak about. Raises PartitionBroken if some plan is in none of them."""
    if not certificate.splits:
        return [_leaf(Region(), certificate, 0)]
    found = []
    waiting = [(0, Region())]
    while waiting:
        number, region = waiting.pop()
        split = certificate.splits[number]
        alternatives = _alternatives(problem, split)
        if len(alternatives) != len(split.parts):
            raise PartitionBroken("a split has not all its parts")
        for part, asked in zip(split.parts, alternatives, strict=True):
            inside = region.joined(asked)
            if part is None:
                _require_empty(problem, inside)
            elif part < 0:
                found.append(_leaf(inside, certificate, -1 - part))
            elif number < part < len(certificate.splits):
                waiting.append((part, inside))
            else:
                raise PartitionBroken("a split leads back")
    return found


def _leaf(region: Region, certificate: Certificate, number: int) -> tuple[Region, Branch]:
    if number >= len(certificate.branches):
        raise PartitionBroken("a branch is missing")
    branch = certificate.branches[number]
    if (set(branch.forbidden), set(branch.required)) != (region.forbidden, region.required):
        raise PartitionBroken("a branch speaks about other plans")
    if sorted(branch.themes) != sorted(region.themes):
        raise PartitionBroken("a branch speaks about other themes")
    return region, branch


def _require_empty(problem: Problem, region: Region) -> None:
    """Only what contradicts itself needs no proof: a required pair that is forbidden, or too many of one person."""
    required = region.required | {p for p in problem.pins if _is_known(problem, p)}
    if required & region.forbidden:
        return
    for side, seats in ((0, {m.id: m.demand for m in problem.mentees}), (1, {m.id: m.places for m in problem.mentors})):
        ids = [pair[side] for pair in required]
        if any(ids.count(key) > seats[key] for key in set(ids)):
            return
    raise PartitionBroken("a part without a proof")


def _alternatives(problem: Problem, split: Split) -> Sequence[Region]:
    return tuple(ALTERNATIVES[split.kind](problem, split))


def _reverse(problem: Problem, split: Split) -> Iterator[Region]:
    known = len(split.pairs) == 2 and all(_is_known(problem, pair) for pair in split.pairs)
    if known and problem.settings.is_hard(Rule.REVERSE) and is_reverse(problem, *split.pairs):
        yield from (Region(forbidden=frozenset({pair})) for pair in split.pairs)


def _is_known(problem: Problem, pair: Ids) -> bool:
    return pair[0] in problem.mentee_by_id and pair[1] in problem.mentor_by_id


ALTERNATIVES: dict[SplitKind, Callable[[Problem, Split], Iterator[Region]]] = {
    SplitKind.REVERSE: _reverse,
}
