"""The tables of the room, one file a noun."""

from nastavnik.domain.programmes.models.catalogue import CatalogueEntry, MentoringFormat, RoleModel
from nastavnik.domain.programmes.models.launch import InformationPage, PageAnswer
from nastavnik.domain.programmes.models.mentor_card import MentorCard
from nastavnik.domain.programmes.models.news import NewsItem, NewsItemStateChange
from nastavnik.domain.programmes.models.observation import Observation, ObservationTopic
from nastavnik.domain.programmes.models.participation import (
    Participation,
    ParticipationProfile,
    ParticipationStateChange,
    ProfileTopic,
    Topic,
)
from nastavnik.domain.programmes.models.programme import (
    Module,
    ModuleEntry,
    Programme,
    ProgrammeStaff,
    ProgrammeStateChange,
)
from nastavnik.domain.programmes.models.radar_setting import RadarSetting
from nastavnik.domain.programmes.models.site_export import SiteExport
from nastavnik.domain.programmes.models.stage import RoadmapEvidence, RoadmapItem, RoadmapResponsible, Stage

__all__ = [
    "CatalogueEntry",
    "InformationPage",
    "MentorCard",
    "MentoringFormat",
    "Module",
    "ModuleEntry",
    "NewsItem",
    "NewsItemStateChange",
    "Observation",
    "ObservationTopic",
    "PageAnswer",
    "Participation",
    "ParticipationProfile",
    "ParticipationStateChange",
    "ProfileTopic",
    "Programme",
    "ProgrammeStaff",
    "ProgrammeStateChange",
    "RadarSetting",
    "RoadmapEvidence",
    "RoadmapItem",
    "RoadmapResponsible",
    "RoleModel",
    "SiteExport",
    "Stage",
    "Topic",
]
