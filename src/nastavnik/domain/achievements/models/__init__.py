"""The tables of the room, one file a noun."""

from nastavnik.domain.achievements.models.achievement import Achievement, AchievementStateChange
from nastavnik.domain.achievements.models.project import Defence, JuryMark, Project

__all__ = ["Achievement", "AchievementStateChange", "Defence", "JuryMark", "Project"]
