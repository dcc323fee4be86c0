"""From records to a checked plan in the caller's keys. Pure; used by the pages' runs and by `nastavnik quick`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchengine import Branch, Duals, Help, LeftOut, Pair, Plan, Problem, Reason, Split, check, explain_pair, solve
from matchengine.codes import HelpCode, ReasonCode, Rule
from matchengine.constraints import has_consent
from matchengine.constraints.gates import is_cleared
from matchengine.progress import Progress
from nastavnik.domain.matching.adapter import NO_FACTS, build, digest, intervals_of, key_of
from nastavnik.domain.matching.records import MatchSettings, MenteeRecord, MentorRecord, PairFacts

ABOUT_TIME = frozenset({ReasonCode.TIME_FITS, ReasonCode.TIME_TIGHT})
PRICES = ("coverage", "mutual", "worst", "total")


class PlanDoubted(RuntimeError):
    """A pair did not stand the second count: nothing is proposed."""


@dataclass(frozen=True)
class MatchedPair:
    """`mentee` and `mentor` are the caller's keys; `reasons` plain data: code, points, maximum, params."""

    mentee: str
    mentor: str
    score: int
    reasons: tuple[dict[str, Any], ...]
    is_mutual: bool = False


@dataclass(frozen=True)
class Unmatched:
    """Why `mentee` has no pair, and each change that would help: code and params; people named by the caller's keys."""

    mentee: str
    code: str
    params: dict[str, Any]
    helps: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Outcome:
    """A plan with all that is told of it. `certificate` holds ids of nobody: numbers, names of levels and prices."""

    problem: Problem
    plan: Plan
    pairs: tuple[MatchedPair, ...]
    left_out: tuple[Unmatched, ...]
    certificate: dict[str, Any]
    input_sha256: str


def solve_records(
    mentees: Sequence[MenteeRecord],
    mentors: Sequence[MentorRecord],
    settings: MatchSettings,
    *,
    as_of: date,
    facts: PairFacts = NO_FACTS,
) -> Outcome:
    """The best plan for these people on a day. PlanRefused or PlanDoubted where a check does not hold."""
    return outcome_of(build(mentees, mentors, settings, as_of=as_of, facts=facts))


def outcome_of(problem: Problem, *, progress: Progress | None = None) -> Outcome:
    """Solve, count every pair again, and say it all in the caller's keys. `progress` as `matchengine.solve` has it."""
    plan = solve(problem, progress=progress)
    recheck(problem, plan.pairs)
    return Outcome(
        problem,
        plan,
        tuple(matched(problem, pair) for pair in plan.pairs),
        tuple(unmatched(problem, left) for left in plan.left_out),
        certificate_of(problem, plan),
        digest(problem),
    )


def code_of(error: Exception) -> str:
    """The engine's code of what is wrong with the data, else the kind of the error."""
    return str(getattr(error, "code", "") or type(error).__name__)


def recheck(problem: Problem, pairs: Sequence[Pair]) -> None:
    """Every hard rule and every score once more, by the readable forms; PlanDoubted where they differ."""
    if check(problem, pairs):
        raise PlanDoubted("a pair breaks a rule")
    for pair in pairs:
        if explain_pair(problem, pair.mentee_id, pair.mentor_id).score != pair.score:
            raise PlanDoubted("a score differs")


def certificate_of(problem: Problem, plan: Plan) -> dict[str, Any]:
    """What the engine proved, as plain data, with the numbers of people and places."""
    proved = plan.certificate
    return {
        "levels": [{"name": str(one.name), "value": one.value, "bound": one.bound} for one in proved.levels],
        "objective": proved.objective,
        "dual_bound": proved.dual_bound,
        "gap": proved.gap,
        "pairs_checked": proved.pairs_checked,
        "mentees": len(problem.mentees),
        "eligible": eligible(problem),
        "places": sum(mentor.places for mentor in problem.mentors),
        "matched": len({pair.mentee_id for pair in plan.pairs}),
        "branches": [_branch(branch) for branch in proved.branches],
        "splits": [_split(split) for split in proved.splits],
    }


def eligible(problem: Problem) -> int:
    """Mentees past the gate of consent."""
    return sum(has_consent(mentee) for mentee in problem.mentees)


def matched(problem: Problem, pair: Pair) -> MatchedPair:
    reasons = tuple(reason_data(problem, reason, pair.mentee_id, pair.mentor_id) for reason in pair.reasons)
    return MatchedPair(key_of(pair.mentee_id), key_of(pair.mentor_id), pair.score, reasons, pair.is_mutual)


def unmatched(problem: Problem, left: LeftOut) -> Unmatched:
    helps = tuple(help_data(problem, one) for one in left.helps)
    return Unmatched(key_of(left.mentee_id), str(left.code), in_keys(left.params), helps)


def help_data(problem: Problem, help_: Help) -> dict[str, Any]:
    """A help as plain data: code and params, people in the caller's keys."""
    return {"code": str(help_.code), "params": {**in_keys(help_.params), **_papers(problem, help_)}}


def _papers(problem: Problem, help_: Help) -> dict[str, Any]:
    """Which of the papers the mentors of a help are without: «consent», «clearance» or both."""
    if help_.code is not HelpCode.MENTOR_PAPERS:
        return {}
    named: Any = help_.params.get("mentors") or []
    mentors = [problem.mentor_by_id[one] for one in named]
    without = {
        "consent": problem.settings.is_hard(Rule.MENTOR_CONSENT) and not all(has_consent(m) for m in mentors),
        "clearance": problem.settings.is_hard(Rule.MENTOR_CLEARANCE) and not all(is_cleared(m) for m in mentors),
    }
    return {"papers": [name for name, lacks in without.items() if lacks]}


def reason_data(problem: Problem, reason: Reason, mentee_id: str, mentor_id: str) -> dict[str, Any]:
    """A reason as plain data; the one about time also says when the two are free."""
    params: dict[str, Any] = dict(reason.params)
    if reason.code in ABOUT_TIME:
        asks, offers = problem.mentee_by_id[mentee_id].slots, problem.mentor_by_id[mentor_id].slots
        params["when"] = [] if asks is None or offers is None else [list(one) for one in intervals_of(asks & offers)]
    return {"code": str(reason.code), "points": reason.points, "maximum": reason.maximum, "params": params}


def in_keys(params: Any) -> dict[str, Any]:
    """Lists of people in the caller's keys."""
    named = dict(params)
    for name in ("mentors", "displaces"):
        if isinstance(named.get(name), list):
            named[name] = [key_of(one) for one in named[name]]
    if isinstance(named.get("mentee"), str):
        named["mentee"] = key_of(named["mentee"])
    return named


def _branch(branch: Branch) -> dict[str, Any]:
    """One part of the proof: which plans it speaks about, and its prices with the factors they are counted in."""
    prices = {name: None if (one := getattr(branch, name)) is None else _duals(one) for name in PRICES}
    return {
        "forbidden": [[key_of(e), key_of(r)] for e, r in branch.forbidden],
        "required": [[key_of(e), key_of(r)] for e, r in branch.required],
        "themes": [[key_of(r), topic] for r, topic in branch.themes],
        **prices,
    }


def _duals(one: Duals) -> dict[str, Any]:
    factors = [one.coverage, one.seats, one.mutual, one.points]
    return {"mentee": list(one.mentee), "mentor": list(one.mentor), "factors": factors}


def _split(split: Split) -> dict[str, Any]:
    """How all plans are shared out among the parts."""
    return {
        "kind": str(split.kind),
        "parts": list(split.parts),
        "pairs": [[key_of(e), key_of(r)] for e, r in split.pairs],
        "person": key_of(split.person) if split.person else "",
    }
