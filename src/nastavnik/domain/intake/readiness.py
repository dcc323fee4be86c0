"""Is a mentee ready? Four points of seed 000, shown in review and asked kindly: never a wall. Pure."""

from dataclasses import dataclass

POINTS = ("plan", "goal", "why_mentor", "learning")


@dataclass(frozen=True)
class Readiness:
    """Each point is True, False (said so) or None (not said)."""

    plan: bool | None = None
    goal: bool | None = None
    why_mentor: bool | None = None
    learning: bool | None = None

    @property
    def points(self) -> tuple[tuple[str, bool | None], ...]:
        return tuple((code, getattr(self, code)) for code in POINTS)

    @property
    def met(self) -> int:
        return sum(value is True for _code, value in self.points)


def readiness(*, has_plan: bool | None, goal: str, why_mentor: str, is_ready_to_learn: bool | None) -> Readiness:
    """A goal and an understanding of who would fit are there when something is written."""
    return Readiness(
        plan=has_plan,
        goal=bool(goal.strip()) or None,
        why_mentor=bool(why_mentor.strip()) or None,
        learning=is_ready_to_learn,
    )
