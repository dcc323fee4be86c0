"""The tables of the room, one file a noun."""

from nastavnik.domain.programmes.models.catalogue import MentoringFormat, RoleModel
from nastavnik.domain.programmes.models.observation import Observation, ObservationTopic
from nastavnik.domain.programmes.models.participation import (
    Participation,
    ParticipationProfile,
    ParticipationStateChange,
    ProfileTopic,
    Topic,
)
from nastavnik.domain.programmes.models.programme import Module, Programme, ProgrammeStaff, ProgrammeStateChange
from nastavnik.domain.programmes.models.stage import RoadmapItem, Stage

__all__ = [
    "MentoringFormat",
    "Module",
    "Observation",
    "ObservationTopic",
    "Participation",
    "ParticipationProfile",
    "ParticipationStateChange",
    "ProfileTopic",
    "Programme",
    "ProgrammeStaff",
    "ProgrammeStateChange",
    "RoadmapItem",
    "RoleModel",
    "Stage",
    "Topic",
]
