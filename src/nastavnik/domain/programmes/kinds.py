"""What each kind of mentoring changes: one row a kind, read by matching, mentorships and documents."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nastavnik.domain.programmes.enums import Kind
from nastavnik.domain.programmes.shipped.shape import Entry

MOST_MONTHS = 60
MOST_PLACES = 50


@dataclass(frozen=True)
class KindRules:
    """`mentors` and `mentees` are the largest numbers in one mentorship."""

    mentors: int
    mentees: int
    exclusive: bool  # one at a time for a mentee and a module
    times_must_meet: bool
    plan_needed: bool
    order_needed: bool
    watched: str  # what the radar watches: "meetings", "requests" or "nothing"
    usual_months: int
    usual_places: int


KINDS: dict[str, KindRules] = {
    Kind.INDIVIDUAL: KindRules(1, 1, True, True, True, True, "meetings", 9, 1),
    Kind.GROUP: KindRules(1, 30, True, True, True, True, "meetings", 9, 6),
    Kind.VIRTUAL: KindRules(6, 30, False, False, False, False, "requests", 9, 6),
    Kind.FLASH: KindRules(1, 30, False, False, False, False, "nothing", 1, 6),
    Kind.SPEED: KindRules(1, 1, False, False, False, False, "nothing", 1, 10),
    Kind.TEAM: KindRules(6, 30, False, True, True, True, "meetings", 3, 6),
    Kind.BLENDED: KindRules(1, 30, False, True, True, True, "meetings", 9, 6),
    Kind.SITUATIONAL: KindRules(1, 1, False, False, False, False, "requests", 1, 3),
    Kind.REVERSE: KindRules(1, 1, True, True, True, True, "meetings", 9, 1),
}


@dataclass(frozen=True)
class KindCard:
    """A kind as an institution offers it: `code` is the behaviour's own or that of the institution's name for it."""

    code: str
    title: str
    definition: str
    behaves_as: str
    rules: KindRules
    is_own: bool = False
    is_confirmed: bool = False


def card(entry: Entry) -> KindCard:
    """The card of an entry of the catalogue of kinds; numbers never leave what the behaviour allows."""
    behaves_as = entry.details.get("behaves_as") or entry.code
    if behaves_as not in KINDS:
        behaves_as = Kind.INDIVIDUAL
    return KindCard(
        code=entry.code,
        title=str(entry.title),
        definition=entry.text,
        behaves_as=str(behaves_as),
        rules=_ruled(KINDS[behaves_as], entry.details),
        is_own=entry.is_own,
        is_confirmed=entry.is_confirmed,
    )


def _ruled(rules: KindRules, details: Mapping[str, Any]) -> KindRules:
    return replace(
        rules,
        mentors=_within(details.get("mentors"), rules.mentors, rules.mentors),
        mentees=_within(details.get("mentees"), rules.mentees, rules.mentees),
        plan_needed=bool(details.get("needs_plan", rules.plan_needed)),
        order_needed=bool(details.get("needs_order", rules.order_needed)),
        usual_months=_within(details.get("months"), rules.usual_months, MOST_MONTHS),
        usual_places=_within(details.get("places"), rules.usual_places, MOST_PLACES),
    )


def _within(said: Any, usual: int, most: int) -> int:
    return min(max(said, 1), most) if isinstance(said, int) and not isinstance(said, bool) else usual
