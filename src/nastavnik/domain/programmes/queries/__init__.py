"""What can be asked in the room."""

from nastavnik.domain.programmes.queries.participants import Participant, participants
from nastavnik.domain.programmes.queries.profiles import values_of
from nastavnik.domain.programmes.queries.roadmap import roadmap
from nastavnik.domain.programmes.queries.stages import ProgrammeFacts, StageFact, stage_facts
from nastavnik.domain.programmes.queries.visible import (
    formats_for,
    items_visible_to,
    modules_visible_to,
    participations_visible_to,
    stages_visible_to,
    visible_to,
)

__all__ = [
    "Participant",
    "ProgrammeFacts",
    "StageFact",
    "formats_for",
    "items_visible_to",
    "modules_visible_to",
    "participants",
    "participations_visible_to",
    "roadmap",
    "stage_facts",
    "stages_visible_to",
    "values_of",
    "visible_to",
]
