"""Why: of a pair, and of somebody left out. Answers codes and params, never sentences."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from matchengine.check import check
from matchengine.codes import HelpCode, LeftOutCode, Rule, ViolationCode
from matchengine.constraints import broken_rules, has_consent, is_possible, is_within, violations
from matchengine.criteria import reasons
from matchengine.pairs import Flags
from matchengine.plan import Help, LeftOut, Params, Plan, Reason, Violation
from matchengine.problem import Mentee, Mentor, Problem

GATES_OF_MENTOR = frozenset({Rule.MENTOR_CONSENT, Rule.MENTOR_CLEARANCE})
RULED_OUT = frozenset({Rule.SAME_PERSON, Rule.DECLINED, Rule.KINSHIP, Rule.PARTING})
"""What nobody lifts: there is no help against a refusal, kinship or a former break-up."""
CLOSED = RULED_OUT | {Rule.PLACES, Rule.BAN}
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


def why_not_matched(problem: Problem, plan: Plan, possible: Flags | None = None) -> tuple[LeftOut, ...]:
    """`explain`; `possible`: the table of `scan`, where it is at hand, instead of asking every rule again."""
    matched = {pair.mentee_id for pair in plan.pairs}
    rest = _Rest.of(problem, plan)
    return tuple(
        _why(rest, m, None if possible is None else possible[i])
        for i, m in enumerate(problem.mentees)
        if m.id not in matched
    )


def why_left_out(problem: Problem, plan: Plan, mentee_id: str) -> LeftOut:
    """Why this mentee has no mentor in the plan (also a hand-made one), and each single change that would help.

    KeyError for an id that is not there, ValueError for somebody who is matched.
    """
    if any(pair.mentee_id == mentee_id for pair in plan.pairs):
        raise ValueError("this mentee is matched")
    return _why(_Rest.of(problem, plan), problem.mentee_by_id[mentee_id], None)


@dataclass(frozen=True)
class _Rest:
    """The other pairs of the plan: how many mentees every mentor has, how many of them pinned."""

    problem: Problem
    plan: Plan
    loads: Counter[str]
    pinned: Counter[str]

    @classmethod
    def of(cls, problem: Problem, plan: Plan) -> "_Rest":
        pinned = Counter(mentor_id for mentee_id, mentor_id in problem.pins if mentee_id in problem.mentee_by_id)
        return cls(problem, plan, Counter(pair.mentor_id for pair in plan.pairs), pinned)


def _why(rest: _Rest, mentee: Mentee, row: Flags | None) -> LeftOut:
    problem, mentors = rest.problem, rest.problem.mentors
    if row is None:
        possible = [m for m in mentors if is_possible(mentee, m, problem)]
    else:
        possible = [mentors[j] for j in row.nonzero()[0].tolist()]
    if possible:
        return _has_possible(rest, mentee, possible)
    gate = _own_gate(problem, mentee)
    candidates = [_Candidate(m, _broken(problem, mentee, m, is_counted=gate is None)) for m in mentors]
    helps = _helps(problem, mentee, candidates)
    code, params = gate or _cause(candidates, helps)
    return LeftOut(mentee.id, code, params, helps or (_last_help(mentee, code),))


def _broken(problem: Problem, mentee: Mentee, mentor: Mentor, *, is_counted: bool) -> frozenset[Rule]:
    """The rules broken: all of them where they are counted, else as many as show that no single help lifts them."""
    found: set[Rule] = set()
    for rule, _ in broken_rules(mentee, mentor, problem):
        found.add(rule)
        if not is_counted and not any(found <= lifted for _, lifted in HELPS):
            break
    return frozenset(found)


def _has_possible(rest: _Rest, mentee: Mentee, possible: Sequence[Mentor]) -> LeftOut:
    """Some mentor is possible: they are full, or what stands between are the other pairs of the plan, or nothing."""
    problem, plan = rest.problem, rest.plan
    ids = [m.id for m in possible]
    topic = mentee.team_topic if problem.settings.is_hard(Rule.TEAM) else None
    if topic is not None:  # one of the team must know it, so the first mentor has to
        possible = [m for m in possible if topic in m.competences]
    if not possible:
        params = {"topic": topic, "mentors": ids, "count": len(ids)}
        return LeftOut(mentee.id, LeftOutCode.TEAM_TOPIC_MISSING, params, (Help(HelpCode.NEW_MENTOR, {"need": topic}),))
    free = [m.id for m in possible if rest.loads[m.id] < m.places]
    if not free:
        return _places_full(rest, mentee, possible)
    between = {key: _stands_between(problem, plan, mentee.id, key) for key in free}
    others = [m.id for m in possible if m.id not in free]
    for rule_code, code in (
        (ViolationCode.REVERSE_PAIR, LeftOutCode.ONLY_REVERSE_PAIR),
        (ViolationCode.NO_COMMON_THEME, LeftOutCode.OTHER_THEME),
    ):
        closed = [key for key in free if rule_code in between[key]]
        if closed and all(between.values()):
            help_ = Help(HelpCode.MORE_PLACES, {"mentors": others}) if others else _somebody_new(mentee)
            return LeftOut(mentee.id, code, {"mentors": closed, "count": len(closed)}, (help_,))
    ids = [key for key in free if not between[key]] or free
    help_ = Help(HelpCode.FREE_PLACE, {"mentors": ids})
    return LeftOut(mentee.id, LeftOutCode.NOT_IN_PLAN, {"mentors": ids, "count": len(ids)}, (help_,))


def _places_full(rest: _Rest, mentee: Mentee, possible: Sequence[Mentor]) -> LeftOut:
    ids = [m.id for m in possible]
    params: Params = {"mentors": ids, "count": len(ids), "places": sum(m.places for m in possible)}
    helps = [Help(HelpCode.MORE_PLACES, {"mentors": ids})]
    if all(rest.pinned[m.id] >= m.places for m in possible):
        helps.insert(0, Help(HelpCode.LIFT_PIN, {"mentors": ids}))
        return LeftOut(mentee.id, LeftOutCode.PLACES_PINNED, params, tuple(helps))
    return LeftOut(mentee.id, LeftOutCode.PLACES_FULL, params, tuple(helps))


def _stands_between(problem: Problem, plan: Plan, mentee_id: str, mentor_id: str) -> set[ViolationCode]:
    """What this pair would break beside the pairs of the plan, though it is possible on its own."""
    pairs = [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]
    before = Counter(v.code for v in check(problem, pairs))
    after = Counter(v.code for v in check(problem, [*pairs, (mentee_id, mentor_id)]))
    return set(after - before)


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
    return _somebody_new(mentee)


def _somebody_new(mentee: Mentee) -> Help:
    return Help(HelpCode.NEW_MENTOR, {"need": mentee.main_need})


def _help_params(problem: Problem, mentee: Mentee, code: HelpCode, ids: list[str], opened: Sequence[Mentor]) -> Params:
    if code is not HelpCode.TIME or mentee.slots is None:
        return {"mentors": ids, "count": len(ids)}
    # how many half hours more with the mentor who comes closest
    most = max(len(mentee.slots & (m.slots or frozenset())) for m in opened)
    return {"mentors": ids, "count": len(ids), "missing_slots": problem.settings.min_common_slots - most}


def _own_gate(problem: Problem, mentee: Mentee) -> tuple[LeftOutCode, Params] | None:
    """What keeps this mentee from every mentor, whoever they are."""
    settings = problem.settings
    if settings.is_hard(Rule.MENTEE_CONSENT) and not has_consent(mentee):
        return LeftOutCode.CONSENT_MISSING, {}
    if settings.is_hard(Rule.AGE_BOUNDS) and not is_within(mentee.age, settings.mentee_ages):
        return LeftOutCode.AGE_OUT_OF_BOUNDS, {"age": mentee.age}
    return None


def _cause(candidates: Sequence[_Candidate], helps: Sequence[Help]) -> tuple[LeftOutCode, Params]:
    """The first that holds: nobody to choose from, time alone, or a mixture of rules."""
    open_ones = [c for c in candidates if not c.broken & (CLOSED | GATES_OF_MENTOR)]
    blocked = dict(sorted(Counter(str(rule) for c in candidates for rule in c.broken).items()))
    params: Params = {"blocked": blocked, "mentors": len(candidates)}
    if not open_ones:
        return LeftOutCode.NO_MENTORS, params
    if any(help_.code is HelpCode.TIME for help_ in helps):
        return LeftOutCode.NO_COMMON_TIME, params
    return LeftOutCode.NO_POSSIBLE_MENTOR, params
