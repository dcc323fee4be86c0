"""From answers to a model of mentoring."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nastavnik.domain.programmes.designing.answers import (
    Answers,
    Authority,
    Knowledge,
    Manner,
    Mentee,
    Mentor,
    Sharing,
    Term,
)
from nastavnik.domain.programmes.designing.portraits import mentee_portraits, mentor_portraits
from nastavnik.domain.programmes.designing.tables import (
    A_TEACHERS_YEAR,
    FORMATS,
    KINDS,
    MONTHS,
    OTHER_KIND,
    POINTS,
    RADAR_OF_CHILDREN,
    RADAR_OF_GROWN_UPS,
    RADAR_OF_THE_YOUNGEST,
    ROLE_MODELS,
    RoleRule,
)
from nastavnik.domain.programmes.enums import Activity, EducationStage, ProgrammeType


@dataclass(frozen=True)
class Reason:
    """Why something was chosen: a code and codes of answers; `messages.why` makes the sentence."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Alternative:
    """The second-best: another role model of the same format, or another kind where there is none."""

    role_model: str
    kind: str
    mentor_portraits: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Proposal:
    """A model of mentoring.

    `mentoring_format` is a code, `role_model` a title inside it, `kind` a value of `Kind`; portraits are codes of the
    catalogues; `months` is the term, the radar is in days; `stage_set` is a code of `templates.stages.STAGE_SETS`.
    """

    mentoring_format: str
    role_model: str
    kind: str
    type: str
    months: int
    radar_period: int
    radar_grace: int
    stage_set: str
    needs_order: bool
    mentor_portraits: tuple[str, ...]
    mentee_portraits: tuple[str, ...]
    reasons: tuple[Reason, ...]
    hints: tuple[Reason, ...]
    alternative: Alternative

    def second(self) -> "Proposal":
        """The alternative in place of the first choice."""
        other = self.alternative
        return replace(
            self,
            role_model=other.role_model,
            kind=other.kind,
            mentor_portraits=other.mentor_portraits,
            reasons=other.reasons,
        )


def propose(answers: Answers) -> Proposal:
    """The model that suits these answers; the same answers always give the same model."""
    code = FORMATS[answers.mentor, answers.mentee]
    rule = next(rule for rule in KINDS if rule.when(answers))
    ranked = _ranked(code, answers)
    months = _months(answers)
    period, grace = _radar(answers)
    stage_set = _stage_set(answers, code)
    needs_order = not _is_collective(answers, code)
    reasons = (
        Reason("format", {"mentor": answers.mentor, "mentee": answers.mentee}),
        *_speaks_for(ranked[0], answers),
        Reason(rule.reason),
        Reason("term", {"term": answers.term, "months": str(months)}),
        Reason("radar", {"days": str(period)}),
        Reason(f"stages_{stage_set}"),
        *(Reason(name) for name in _also(answers, needs_order)),
    )
    return Proposal(
        mentoring_format=code,
        role_model=ranked[0].title,
        kind=rule.kind,
        type=ProgrammeType.TEACHERS if answers.mentee == Mentee.TEACHER else ProgrammeType.PUPILS,
        months=months,
        radar_period=period,
        radar_grace=grace,
        stage_set=stage_set,
        needs_order=needs_order,
        mentor_portraits=mentor_portraits(answers, code, ranked[0].title),
        mentee_portraits=mentee_portraits(answers, code),
        reasons=reasons,
        hints=tuple(Reason(name) for name in _hints(answers)),
        alternative=_alternative(code, ranked, rule.kind, answers),
    )


def _ranked(code: str, answers: Answers) -> list[RoleRule]:
    """Role models of the format, the best first; a tie keeps the order of the table."""
    return sorted(ROLE_MODELS[code], key=lambda rule: -sum(POINTS[name] for name in _matched(rule, answers)))


def _matched(rule: RoleRule, answers: Answers) -> list[str]:
    """The questions whose answers speak for a role model."""
    said = {
        "portrait": answers.seen,
        "manner": answers.manner,
        "knowledge": answers.knowledge,
        "authority": answers.authority,
        "activity": answers.activity,
        "mentee": answers.mentee,
    }
    return [name for name in POINTS if said[name] in getattr(rule, name)]


def _speaks_for(rule: RoleRule, answers: Answers) -> tuple[Reason, ...]:
    said = {**vars(answers), "portrait": answers.seen}
    return tuple(Reason(f"role_{name}", {name: said[name]}) for name in _matched(rule, answers))


def _alternative(code: str, ranked: list[RoleRule], kind: str, answers: Answers) -> Alternative:
    if len(ranked) == 1:
        same = ranked[0].title
        return Alternative(same, OTHER_KIND[kind], mentor_portraits(answers, code, same), (Reason("other_kind"),))
    second = ranked[1]
    reasons = _speaks_for(second, answers) or (Reason("other_role_model"),)
    return Alternative(second.title, kind, mentor_portraits(answers, code, second.title), reasons)


def _months(answers: Answers) -> int:
    if answers.term == Term.YEAR and answers.mentee == Mentee.TEACHER:
        return A_TEACHERS_YEAR
    return MONTHS[answers.term]


def _radar(answers: Answers) -> tuple[int, int]:
    if answers.mentor in (Mentor.EMPLOYER, Mentor.PARTNER) or answers.mentee in (Mentee.TEACHER, Mentee.PARENT):
        return RADAR_OF_GROWN_UPS
    return RADAR_OF_THE_YOUNGEST if answers.education_stage == EducationStage.PRIMARY else RADAR_OF_CHILDREN


def _stage_set(answers: Answers, code: str) -> str:
    if answers.mentee == Mentee.TEACHER:
        return "three"
    return "steps" if _is_collective(answers, code) else "seven"


def _is_collective(answers: Answers, code: str) -> bool:
    """A studio or a section in which elder children lead younger ones: the teacher decides, no order is written."""
    of_a_studio = answers.education_stage == EducationStage.SUPPLEMENTARY or answers.activity in (
        Activity.ARTS,
        Activity.SPORT,
    )
    return code == "student_student" and of_a_studio


def _also(answers: Answers, needs_order: bool) -> list[str]:
    """What else the answers change."""
    found = {
        "taught": answers.sharing == Sharing.TAUGHT,
        "no_order": not needs_order,
        "adapted": bool(answers.education_stage or answers.activity),
        "needs": bool(answers.first_needs),
    }
    return [name for name, holds in found.items() if holds]


def _hints(answers: Answers) -> list[str]:
    """Answers that pull in different ways: nothing is wrong, but somebody should think of it."""
    found = {
        "hint_friend_professional": answers.manner == Manner.FRIEND and answers.authority == Authority.PROFESSIONAL,
        "hint_expert_friend": answers.manner == Manner.EXPERT and answers.authority == Authority.FRIEND,
        "hint_expert_without_knowledge": answers.manner == Manner.EXPERT and answers.knowledge == Knowledge.NONE,
        "hint_young_expert": answers.mentor == Mentor.PUPIL and answers.knowledge == Knowledge.EXPERT,
        "hint_asked_long": answers.sharing == Sharing.ASKED and answers.term in (Term.YEAR, Term.LONG),
        "hint_summer": answers.term == Term.LONG,
        "hint_clearance": answers.mentor in (Mentor.EMPLOYER, Mentor.PARTNER, Mentor.SPECIALIST)
        and answers.mentee == Mentee.PUPIL,
    }
    return [name for name, holds in found.items() if holds]
