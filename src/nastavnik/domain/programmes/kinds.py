"""What each kind of mentoring changes: one row a kind, read by matching, mentorships and documents."""

from dataclasses import dataclass

from nastavnik.domain.programmes.enums import Kind


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
    Kind.SITUATIONAL: KindRules(1, 1, False, False, False, False, "nothing", 1, 3),
    Kind.REVERSE: KindRules(1, 1, True, True, True, True, "meetings", 9, 1),
}
