"""Do the parts of a proof speak about every plan? Counted again from the problem alone, without the solver."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matchengine.check import is_reverse, team_lacks_time
from matchengine.codes import Rule, SplitKind
from matchengine.constraints import is_possible
from matchengine.constraints.standing import themes_of_mentee, themes_of_mentor
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
    if (frozenset(branch.forbidden), frozenset(branch.required)) != (region.forbidden, region.required):
        raise PartitionBroken("a branch speaks about other plans")
    if sorted(branch.themes) != sorted(region.themes):
        raise PartitionBroken("a branch speaks about other themes")
    return region, branch


def _require_empty(problem: Problem, region: Region) -> None:
    """Only what contradicts itself needs no proof: a required pair that may not be, or too many of one person."""
    required = region.required | {p for p in problem.pins if _is_known(problem, p)}
    if required & region.forbidden:
        return
    if any(not is_possible(problem.mentee_by_id[e], problem.mentor_by_id[r], problem) for e, r in required):
        return
    topics = {(e, r): topic for r, topic in region.themes for e, s in required if s == r}
    if any(not fits(problem, mentee_id, topic) for (mentee_id, _), topic in topics.items()):
        return
    for side, seats in ((0, {m.id: m.demand for m in problem.mentees}), (1, {m.id: m.places for m in problem.mentors})):
        ids = [pair[side] for pair in required]
        if any(ids.count(key) > seats[key] for key in set(ids)):
            return
    raise PartitionBroken("a part without a proof")


def fits(problem: Problem, mentee_id: str, topic: str) -> bool:
    """May this mentee join a group around the topic? Unknown fits."""
    known = themes_of_mentee(problem.mentee_by_id[mentee_id], problem.settings.theme)
    return not known or topic in known


def _alternatives(problem: Problem, split: Split) -> Sequence[Region]:
    return tuple(ALTERNATIVES[split.kind](problem, split))


def _reverse(problem: Problem, split: Split) -> Iterator[Region]:
    known = len(split.pairs) == 2 and all(_is_known(problem, pair) for pair in split.pairs)
    if known and problem.settings.is_hard(Rule.REVERSE) and is_reverse(problem, *split.pairs):
        yield from (Region(forbidden=frozenset({pair})) for pair in split.pairs)


def _team_time(problem: Problem, split: Split) -> Iterator[Region]:
    """Two or more mentors of one mentee without enough time in common."""
    settings = problem.settings
    if not all(_is_known(problem, pair) for pair in split.pairs) or len(set(split.pairs)) < max(2, len(split.pairs)):
        return
    if not settings.team_together or not settings.is_hard(Rule.TEAM) or len({e for e, _ in split.pairs}) > 1:
        return
    if team_lacks_time(problem, split.pairs[0][0], [r for _, r in split.pairs]) is not None:
        yield from (Region(forbidden=frozenset({pair})) for pair in split.pairs)


def _theme(problem: Problem, split: Split) -> Iterator[Region]:
    """A group has a topic in common, and the mentor has it too; one of people unknown fits any."""
    theme = problem.settings.theme
    if theme is None or not problem.settings.is_hard(Rule.THEME) or split.person not in problem.mentor_by_id:
        return
    asked = {topic for mentee in problem.mentees for topic in themes_of_mentee(mentee, theme)}
    offered = themes_of_mentor(problem.mentor_by_id[split.person], theme)
    for topic in sorted(asked):
        if not offered or topic in offered:
            yield Region(themes=((split.person, topic),))


def _expert(problem: Problem, split: Split) -> Iterator[Region]:
    """Nobody at all, or a first expert in order of id."""
    mentee = problem.mentee_by_id.get(split.person)
    if mentee is None or mentee.team_topic is None or not problem.settings.is_hard(Rule.TEAM):
        return
    yield Region(forbidden=frozenset((mentee.id, mentor.id) for mentor in problem.mentors))
    before: frozenset[Ids] = frozenset()
    for mentor in problem.mentors:
        if mentee.team_topic in mentor.competences:
            pair = (mentee.id, mentor.id)
            yield Region(forbidden=before, required=frozenset({pair}))
            before |= {pair}


def _is_known(problem: Problem, pair: Ids) -> bool:
    return pair[0] in problem.mentee_by_id and pair[1] in problem.mentor_by_id


ALTERNATIVES: dict[SplitKind, Callable[[Problem, Split], Iterator[Region]]] = {
    SplitKind.REVERSE: _reverse,
    SplitKind.TEAM_TIME: _team_time,
    SplitKind.THEME: _theme,
    SplitKind.EXPERT: _expert,
}
