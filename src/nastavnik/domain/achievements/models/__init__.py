"""The tables of the room, one file a noun."""

from nastavnik.domain.achievements.models.achievement import Achievement, AchievementStateChange
from nastavnik.domain.achievements.models.project import Defence, JuryMark, Project
from nastavnik.domain.achievements.models.sharing import Attestation, Sharing, SharingAuthor, later

__all__ = [
    "Achievement",
    "AchievementStateChange",
    "Attestation",
    "Defence",
    "JuryMark",
    "Project",
    "Sharing",
    "SharingAuthor",
    "later",
]
