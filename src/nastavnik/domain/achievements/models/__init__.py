"""The tables of the room, one file a noun."""

from nastavnik.domain.achievements.models.achievement import Achievement, AchievementStateChange
from nastavnik.domain.achievements.models.alumni import Alumnus, AlumnusStateChange
from nastavnik.domain.achievements.models.project import Defence, JuryMark, Project
from nastavnik.domain.achievements.models.sharing import Attestation, Sharing, SharingAuthor, later
from nastavnik.domain.achievements.models.story import CaseStory, CaseStoryStateChange

__all__ = [
    "Achievement",
    "AchievementStateChange",
    "Alumnus",
    "AlumnusStateChange",
    "Attestation",
    "CaseStory",
    "CaseStoryStateChange",
    "Defence",
    "JuryMark",
    "Project",
    "Sharing",
    "SharingAuthor",
    "later",
]
