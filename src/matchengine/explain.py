"""Why: of a pair, and of somebody left out. Answers codes and params, never sentences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from matchengine.check import is_reverse
from matchengine.codes import HelpCode, LeftOutCode, Rule
from matchengine.constraints import broken_rules, has_consent, is_possible, is_within, violations
from matchengine.criteria import reasons
from matchengine.plan import Help, LeftOut, Params, Plan, Reason, Violation
from matchengine.problem import Mentee, Mentor, Problem

GATES_OF_MENTOR = frozenset({Rule.MENTOR_CONSENT, Rule.MENTOR_CLEARANCE})
CLOSED_TO_ALL = frozenset({Rule.PLACES, Rule.SAME_PERSON, Rule.BAN})
HELPS: tuple[tuple[HelpCode, frozenset[Rule]], ...] = (
    (HelpCode.CONSENT, frozenset({Rule.MENTEE_CONSENT})),
    (HelpCode.LIFT_BAN, frozenset({Rule.BAN})),
    (HelpCode.TIME, frozenset({Rule.TIME})),
    (HelpCode.MODE, frozenset({Rule.MODE})),
    (HelpCode.LANGUAGE, frozenset({Rule.LANGUAGE})),
    (HelpCode.AGE, frozenset({Rule.AGE_BOUNDS, Rule.AGE_WISHES})),
    (HelpCode.SEX_WISH, frozenset({Rule.SEX_WISHES})),
    (HelpCode.FORMAT, frozenset({Rule.FORMAT})),
    (HelpCode.BUILDING, frozenset({Rule.BUILDING})),
    (HelpCode.DISTRICT, frozenset({Rule.DISTRICT})),
    (HelpCode.INSTITUTION, frozenset({Rule.INSTITUTION})),
    (HelpCode.SAME_CLASS, frozenset({Rule.SAME_CLASS})),
    (HelpCode.ROLE_MODEL, frozenset({Rule.ROLE_MODEL})),
    (HelpCode.MENTOR_PAPERS, GATES_OF_MENTOR),
    (HelpCode.MORE_PLACES, frozenset({Rule.PLACES})),
)
"""Each help with the rules it lifts: it helps with the mentors whom nothing else forbids."""


@dataclass(frozen=True)
class PairExplanation:
    """What a pair would score and what forbids it, whether it is in a plan or not."""

    score: int
    reasons: tuple[Reason, ...]
    violations: tuple[Violation, ...]


@dataclass(frozen=True)
class _Candidate:
    mentor: Mentor
    broken: frozenset[Rule]


def explain_pair(problem: Problem, mentee_id: str, mentor_id: str) -> PairExplanation:
    """Score, reasons and violations of any two people of the problem. KeyError for an id that is not there."""
    mentee, mentor = problem.mentee_by_id[mentee_id], problem.mentor_by_id[mentor_id]
    found = reasons(mentee, mentor, problem)
    return PairExplanation(sum(r.points for r in found), found, tuple(violations(mentee, mentor, problem)))


def explain(problem: Problem, plan: Plan) -> tuple[LeftOut, ...]:
    """Everybody the plan leaves out, in order of id; the reasons of a pair stand in `plan.pairs`."""
    return why_not_matched(problem, plan)


def why_not_matched(problem: Problem, plan: Plan) -> tuple[LeftOut, ...]:
    matched = {pair.mentee_id for pair in plan.pairs}
    return tuple(why_left_out(problem, plan, m.id) for m in problem.mentees if m.id not in matched)


def why_left_out(problem: Problem, plan: Plan, mentee_id: str) -> LeftOut:
    """Why this mentee has no mentor in the plan (also a hand-made one), and each single change that would help.

    KeyError for an id that is not there, ValueError for somebody who is matched.
    """
    if any(pair.mentee_id == mentee_id for pair in plan.pairs):
        raise ValueError("this mentee is matched")
    mentee = problem.mentee_by_id[mentee_id]
    possible = [m for m in problem.mentors if is_possible(mentee, m, problem)]
    if possible:
        return _has_possible(problem, plan, mentee, possible)
    broken = [_Candidate(m, frozenset(rule for rule, _ in broken_rules(mentee, m, problem))) for m in problem.mentors]
    helps = _helps(problem, mentee, broken)
    code, params = _cause(problem, mentee, broken, helps)
    return LeftOut(mentee_id, code, params, helps or (_last_help(mentee, code),))


def _has_possible(problem: Problem, plan: Plan, mentee: Mentee, possible: Sequence[Mentor]) -> LeftOut:
    loads = Counter(pair.mentor_id for pair in plan.pairs)
    free = [m.id for m in possible if loads[m.id] < m.places]
    if not free:
        ids = [m.id for m in possible]
        params: Params = {"mentors": ids, "count": len(ids), "places": sum(m.places for m in possible)}
        return LeftOut(mentee.id, LeftOutCode.PLACES_FULL, params, (Help(HelpCode.MORE_PLACES, {"mentors": ids}),))
    pairs = [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]
    if problem.settings.is_hard(Rule.REVERSE):
        turned = [key for key in free if any(is_reverse(problem, (mentee.id, key), pair) for pair in pairs)]
        if turned == free:
            others = [m.id for m in possible if m.id not in turned]
            code = HelpCode.MORE_PLACES if others else HelpCode.NEW_MENTOR
            help_params: Params = {"mentors": others} if others else {"need": mentee.main_need}
            params = {"mentors": turned, "count": len(turned)}
            return LeftOut(mentee.id, LeftOutCode.ONLY_REVERSE_PAIR, params, (Help(code, help_params),))
    params = {"mentors": free, "count": len(free)}
    return LeftOut(mentee.id, LeftOutCode.NOT_IN_PLAN, params, (Help(HelpCode.FREE_PLACE, {"mentors": free}),))


def _helps(problem: Problem, mentee: Mentee, candidates: Sequence[_Candidate]) -> tuple[Help, ...]:
    helps = []
    for code, lifted in HELPS:
        opened = [c.mentor for c in candidates if c.broken <= lifted]
        if opened:
            helps.append(Help(code, _help_params(problem, mentee, code, [m.id for m in opened], opened)))
    return tuple(helps)


def _last_help(mentee: Mentee, code: LeftOutCode) -> Help:
    """No single change opens a mentor: begin with the consent where it is missing, else look for somebody new."""
    if code is LeftOutCode.CONSENT_MISSING:
        return Help(HelpCode.CONSENT, {"mentors": [], "count": 0})
    return Help(HelpCode.NEW_MENTOR, {"need": mentee.main_need})


def _help_params(problem: Problem, mentee: Mentee, code: HelpCode, ids: list[str], opened: Sequence[Mentor]) -> Params:
    if code is not HelpCode.TIME or mentee.slots is None:
        return {"mentors": ids, "count": len(ids)}
    # how many half hours more with the mentor who comes closest
    most = max(len(mentee.slots & (m.slots or frozenset())) for m in opened)
    return {"mentors": ids, "count": len(ids), "missing_slots": problem.settings.min_common_slots - most}


def _cause(
    problem: Problem, mentee: Mentee, candidates: Sequence[_Candidate], helps: Sequence[Help]
) -> tuple[LeftOutCode, Params]:
    """The first that holds: the mentee's own gate, nobody to choose from, time alone, or a mixture of rules."""
    settings = problem.settings
    if settings.is_hard(Rule.MENTEE_CONSENT) and not has_consent(mentee):
        return LeftOutCode.CONSENT_MISSING, {}
    if settings.is_hard(Rule.AGE_BOUNDS) and not is_within(mentee.age, settings.mentee_ages):
        return LeftOutCode.AGE_OUT_OF_BOUNDS, {"age": mentee.age}
    open_ones = [c for c in candidates if not c.broken & (CLOSED_TO_ALL | GATES_OF_MENTOR)]
    blocked = dict(sorted(Counter(str(rule) for c in candidates for rule in c.broken).items()))
    params: Params = {"blocked": blocked, "mentors": len(candidates)}
    if not open_ones:
        return LeftOutCode.NO_MENTORS, params
    if any(help_.code is HelpCode.TIME for help_ in helps):
        return LeftOutCode.NO_COMMON_TIME, params
    return LeftOutCode.NO_POSSIBLE_MENTOR, params
