"""What a single help changes in the problem, so that its effect can be solved: one function per `HelpCode`."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from matchengine.codes import HelpCode, Rule
from matchengine.plan import Params
from matchengine.problem import Bounds, Mentee, Mentor, Problem

SLOTS_A_DAY = 48
Lift = Callable[[Problem, Mentee, Mentor], tuple[Problem, Params]]


def lifted(problem: Problem, mentee: Mentee, mentor: Mentor, code: HelpCode) -> tuple[Problem, Params] | None:
    """The problem once this help has been given to these two, and what it took; None for a help of another kind."""
    lift = LIFTS.get(code)
    return None if lift is None else lift(problem, mentee, mentor)


def consent(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return _with_mentee(problem, replace(mentee, consent=True)), {}


def papers(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return _with_mentor(problem, replace(mentor, consent=True, clearance=True)), {}


def ban(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return replace(problem, bans=problem.bans - {(mentee.id, mentor.id)}), {}


def time(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The mentee finds the missing half hours while the mentor is free: next to those they share, else on one day."""
    own, offered = mentee.slots or frozenset(), mentor.slots or frozenset()
    needed = problem.settings.min_common_slots
    chosen = set(own & offered)
    missing = needed - len(chosen)
    added: list[int] = []
    while len(chosen) < needed and (free := offered - chosen):
        slot = min(free, key=lambda s: (_distance(s, chosen or own), s))
        added.append(slot)
        chosen.add(slot)
    changed = replace(mentee, slots=own | frozenset(added))
    return _with_mentee(problem, changed), {"missing_slots": missing, "slot": min(added, default=None)}


def mode(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return _with_mentee(problem, replace(mentee, modes=_joined(mentee.modes, mentor.modes))), {}


def language(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return _with_mentee(problem, replace(mentee, languages=_joined(mentee.languages, mentor.languages))), {}


def age(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The bounds of the programme reach these two, and their wishes about age and class are let go."""
    settings = problem.settings
    wider = replace(
        settings,
        mentee_ages=_widened(settings.mentee_ages, mentee.age),
        mentor_ages=_widened(settings.mentor_ages, mentor.age),
    )
    changed = _with_mentee(replace(problem, settings=wider), replace(mentee, age_wish=None))
    return _with_mentor(changed, replace(mentor, age_wish=None, grade_wish=None)), {}


def sex_wish(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    return _with_mentor(_with_mentee(problem, replace(mentee, sex_wish=None)), replace(mentor, sex_wish=None)), {}


def mentoring_format(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """Both take part in the format of the module."""
    asked = frozenset(filter(None, [problem.settings.mentoring_format]))
    changed = _with_mentee(problem, replace(mentee, formats=_joined(mentee.formats, asked)))
    return _with_mentor(changed, replace(mentor, formats=_joined(mentor.formats, asked))), {}


def building(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The mentor comes to the mentee's building."""
    return _with_mentor(problem, replace(mentor, building=mentee.building)), {}


def district(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The mentor comes to the mentee's district."""
    return _with_mentor(problem, replace(mentor, district=mentee.district)), {}


def institution(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The mentor takes mentees from elsewhere too."""
    return _with_mentor(problem, replace(mentor, own_institution_only=False)), {}


def same_class(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The programme allows pairs of one class."""
    return _without(problem, Rule.SAME_CLASS), {}


def role_model(problem: Problem, mentee: Mentee, mentor: Mentor) -> tuple[Problem, Params]:
    """The programme lets the bounds of its role model go."""
    return _without(problem, Rule.ROLE_MODEL), {}


LIFTS: Mapping[HelpCode, Lift] = {
    HelpCode.CONSENT: consent,
    HelpCode.LIFT_BAN: ban,
    HelpCode.TIME: time,
    HelpCode.MODE: mode,
    HelpCode.LANGUAGE: language,
    HelpCode.AGE: age,
    HelpCode.SEX_WISH: sex_wish,
    HelpCode.FORMAT: mentoring_format,
    HelpCode.BUILDING: building,
    HelpCode.DISTRICT: district,
    HelpCode.INSTITUTION: institution,
    HelpCode.SAME_CLASS: same_class,
    HelpCode.ROLE_MODEL: role_model,
    HelpCode.MENTOR_PAPERS: papers,
}


def with_place(problem: Problem, lucky: Mentor) -> Problem:
    """The problem with one more place of this mentor."""
    return _with_mentor(problem, replace(lucky, places=lucky.places + 1))


def _without(problem: Problem, rule: Rule) -> Problem:
    return replace(problem, settings=replace(problem.settings, hard=problem.settings.hard - {rule}))


def _with_mentee(problem: Problem, changed: Mentee) -> Problem:
    return replace(problem, mentees=tuple(changed if m.id == changed.id else m for m in problem.mentees))


def _with_mentor(problem: Problem, changed: Mentor) -> Problem:
    return replace(problem, mentors=tuple(changed if m.id == changed.id else m for m in problem.mentors))


def _joined(own: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return None if own is None else own | (other or frozenset())


def _widened(bounds: Bounds | None, number: int | None) -> Bounds | None:
    if bounds is None or number is None:
        return bounds
    low, high = bounds
    return None if low is None else min(low, number), None if high is None else max(high, number)


def _distance(slot: int, known: set[int] | frozenset[int]) -> int:
    """How far a half hour lies from those already known; another day is further than any hour."""
    days = [s for s in known if s // SLOTS_A_DAY == slot // SLOTS_A_DAY]
    return min((abs(slot - s) for s in days), default=SLOTS_A_DAY)
