"""What a flow cannot see: rules about several pairs of one plan. Each conflict names the parts that resolve it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from matchengine.codes import Rule, SplitKind
from matchengine.constraints.standing import themes_of_mentee, themes_of_mentor
from matchengine.problem import Mentor, Problem

Cell = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """What one alternative asks: cells without, cells with, and the topic of one mentor's group."""

    forbidden: tuple[Cell, ...] = ()
    required: tuple[Cell, ...] = ()
    theme: tuple[int, str] | None = None


@dataclass(frozen=True)
class Conflict:
    """A rule that some cells of a plan break; every plan that may be lies in one of the `parts`."""

    kind: SplitKind
    parts: tuple[Part, ...]
    pairs: tuple[Cell, ...] = ()
    mentor: int | None = None
    mentee: int | None = None

    def person(self, problem: Problem) -> str:
        """The id of the one whom the conflict is about, if it is one."""
        if self.mentor is not None:
            return problem.mentors[self.mentor].id
        return "" if self.mentee is None else problem.mentees[self.mentee].id


def first_conflict(problem: Problem, cells: Iterable[Cell]) -> Conflict | None:
    """The conflict to be resolved next; the same for the same cells."""
    chosen = sorted(cells)
    return (
        _reverse(problem, chosen) or _expert(problem, chosen) or _team_time(problem, chosen) or _theme(problem, chosen)
    )


def _reverse(problem: Problem, cells: Sequence[Cell]) -> Conflict | None:
    """The first two cells that make two people mentor each other, if the rule is in force."""
    if not problem.settings.is_hard(Rule.REVERSE):
        return None
    directions: dict[tuple[str, str], Cell] = {}
    for i, j in cells:
        mentee, mentor = problem.mentees[i].person, problem.mentors[j].person
        if not mentee or not mentor:
            continue
        directions.setdefault((mentee, mentor), (i, j))
        if (mentor, mentee) in directions and mentor != mentee:
            return _either(SplitKind.REVERSE, (directions[mentor, mentee], (i, j)))
    return None


def _expert(problem: Problem, cells: Sequence[Cell]) -> Conflict | None:
    """The first mentee with mentors of whom none has the topic the team needs."""
    if not problem.settings.is_hard(Rule.TEAM):
        return None
    for i, team in _teams(cells):
        topic = problem.mentees[i].team_topic
        if topic is None or any(topic in problem.mentors[j].competences for j in team):
            continue
        experts = [j for j, mentor in enumerate(problem.mentors) if topic in mentor.competences]
        nobody = Part(forbidden=tuple((i, j) for j in range(len(problem.mentors))))
        first = (Part(tuple((i, e) for e in experts[:k]), ((i, j),)) for k, j in enumerate(experts))
        return Conflict(SplitKind.EXPERT, (nobody, *first), mentee=i)
    return None


def _team_time(problem: Problem, cells: Sequence[Cell]) -> Conflict | None:
    """The first mentors of one mentee, as few as can be, who have too little time in common."""
    settings = problem.settings
    if not settings.team_together or not settings.is_hard(Rule.TEAM):
        return None
    for i, team in _teams(cells):
        mentee = problem.mentees[i]
        free = {j: slots for j in team if (slots := problem.mentors[j].slots) is not None}
        for size in range(2, len(free) + 1):
            for some in combinations(sorted(free), size):
                known = [free[j] for j in some] + ([] if mentee.slots is None else [mentee.slots])
                if len(frozenset.intersection(*known)) < settings.min_common_slots:
                    return _either(SplitKind.TEAM_TIME, tuple((i, j) for j in some))
    return None


def _theme(problem: Problem, cells: Sequence[Cell]) -> Conflict | None:
    """The mentor with the largest group that has no topic in common, as the mentor has it too."""
    theme = problem.settings.theme
    if theme is None or not problem.settings.is_hard(Rule.THEME):
        return None
    groups: dict[int, list[frozenset[str]]] = {}
    for i, j in cells:
        if asked := themes_of_mentee(problem.mentees[i], theme):
            groups.setdefault(j, []).append(asked)
    broken = []
    for j, group in groups.items():
        offered = themes_of_mentor(problem.mentors[j], theme)
        if not frozenset.intersection(*group, *([offered] if offered else [])):
            broken.append((-len(group), j))
    if not broken:
        return None
    return theme_conflict(problem, min(broken)[1])


def theme_conflict(problem: Problem, mentor: int) -> Conflict:
    """The group of a mentor has one of the topics it can have."""
    topics = sorted(open_topics(problem, problem.mentors[mentor]))
    return Conflict(SplitKind.THEME, tuple(Part(theme=(mentor, topic)) for topic in topics), mentor=mentor)


def open_topics(problem: Problem, mentor: Mentor) -> frozenset[str]:
    """What a group of this mentor can have in common; a mentor whose topics are unknown can lead in any."""
    theme = problem.settings.theme
    asked = frozenset[str]().union(*(themes_of_mentee(m, theme) for m in problem.mentees))
    return asked & (themes_of_mentor(mentor, theme) or asked)


def _teams(cells: Sequence[Cell]) -> list[tuple[int, list[int]]]:
    """(mentee, mentors) in order."""
    teams: dict[int, list[int]] = {}
    for i, j in cells:
        teams.setdefault(i, []).append(j)
    return list(teams.items())


def _either(kind: SplitKind, pairs: tuple[Cell, ...]) -> Conflict:
    return Conflict(kind, tuple(Part(forbidden=(cell,)) for cell in pairs), pairs)
