"""The three components without which mentoring does not work: a competent mentor, an interested mentee, partner
relations. Each is read from what is recorded, never ticked; where one is weak the next step is named. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nastavnik.domain.support.enums import Strength

Code = Literal["mentor", "mentee", "relations"]
ENOUGH = 0.7  # of the meetings that were set, so many took place
FEWEST = 3  # of meetings, before a share says anything
GOOD_SCORE, LOW_SCORE = 7, 4
APART = 3


@dataclass(frozen=True)
class Facts:
    """About one pair. None is «not known»; counts are of the last two months. `*_asks`: «нужна помощь» without an
    answer; `asks_to_do`: «просит сделать за него» that nobody has settled."""

    admitted: bool | None = None
    trained: bool | None = None
    held: int = 0
    missed_by_mentor: int = 0
    missed_by_mentee: int = 0
    mentor_score: int | None = None
    mentee_score: int | None = None
    on_time: bool | None = None
    has_plan: bool | None = None
    mentor_asks: bool = False
    mentee_asks: bool = False
    asks_to_do: bool = False


@dataclass(frozen=True)
class Component:
    """`reasons` and `step` are codes; `messages` has the words."""

    code: Code
    strength: Strength
    reasons: tuple[str, ...]
    step: str = ""


def components(facts: Facts) -> tuple[Component, Component, Component]:
    return (_of("mentor", facts), _of("mentee", facts), _of("relations", facts))


def weak(facts: Facts) -> list[Component]:
    return [one for one in components(facts) if one.strength == Strength.WEAK]


def _of(code: Code, facts: Facts) -> Component:
    signs = list({"mentor": _mentor, "mentee": _mentee, "relations": _relations}[code](facts))
    bad = [(reason, step) for is_good, reason, step in signs if not is_good]
    if bad:
        return Component(code, Strength.WEAK, tuple(reason for reason, _step in bad), bad[0][1])
    good = tuple(reason for _is_good, reason, _step in signs)
    return Component(code, Strength.GOOD if good else Strength.UNKNOWN, good, "" if good else f"ask_{code}")


def _mentor(facts: Facts) -> Iterator[tuple[bool, str, str]]:
    """Is the mentor ready, and does the mentor come?"""
    if facts.trained is not None:
        yield facts.trained, "trained" if facts.trained else "not_trained", "train"
    if facts.admitted is not None:
        yield facts.admitted, "admitted" if facts.admitted else "not_admitted", "admit"
    if facts.mentor_asks:
        yield False, "mentor_asks", "answer_help"
    meetings = facts.held + facts.missed_by_mentor
    if meetings >= FEWEST:
        comes = facts.held / meetings >= ENOUGH
        yield comes, "mentor_comes" if comes else "mentor_misses", "talk_mentor"


def _mentee(facts: Facts) -> Iterator[tuple[bool, str, str]]:
    """Does the mentee come, and how does the mentee find it?"""
    meetings = facts.held + facts.missed_by_mentee
    if meetings >= FEWEST:
        comes = facts.held / meetings >= ENOUGH
        yield comes, "mentee_comes" if comes else "mentee_misses", "talk_mentee"
    if facts.mentee_score is not None and not LOW_SCORE < facts.mentee_score < GOOD_SCORE:
        happy = facts.mentee_score >= GOOD_SCORE
        yield happy, "mentee_happy" if happy else "mentee_unhappy", "talk_mentee"


def _relations(facts: Facts) -> Iterator[tuple[bool, str, str]]:
    """Do they meet in time, have they a plan, do both find the same?"""
    if facts.on_time is not None:
        yield facts.on_time, "meet_in_time" if facts.on_time else "meet_rarely", "set_meeting"
    if facts.mentee_asks:  # who asks past the mentor has not found help in the pair
        yield False, "mentee_asks", "answer_help"
    if facts.asks_to_do:
        yield False, "asks_to_do", "share_work"
    if facts.has_plan is not None:
        yield facts.has_plan, "has_plan" if facts.has_plan else "no_plan", "make_plan"
    if facts.mentor_score is not None and facts.mentee_score is not None:
        agree = abs(facts.mentor_score - facts.mentee_score) < APART
        yield agree, "scores_agree" if agree else "scores_apart", "talk_both"
