"""What can be asked in the room."""

from nastavnik.domain.programmes.queries.agreement import Agreement, agreement
from nastavnik.domain.programmes.queries.catalogue import (
    CatalogueFacts,
    catalogue_facts,
    entries,
    entry,
    kind_of,
    kinds_for,
    module_entries,
    offered,
)
from nastavnik.domain.programmes.queries.copying import CopiedFacts, copied_facts, unfinished
from nastavnik.domain.programmes.queries.launching import (
    Informed,
    informed,
    open_page_by,
    page_of,
    pages_visible_to,
    wishes,
)
from nastavnik.domain.programmes.queries.observations import Written, written_about
from nastavnik.domain.programmes.queries.participants import Participant, groups_of, participants, with_gates
from nastavnik.domain.programmes.queries.profiles import observed_of, said_of, titles_used, values_of
from nastavnik.domain.programmes.queries.responsible import written
from nastavnik.domain.programmes.queries.roadmap import (
    RoadmapFilter,
    RoadmapRow,
    filtered_roadmap,
    roadmap,
    roadmap_people,
    row_of,
    stage_spans,
)
from nastavnik.domain.programmes.queries.stages import ProgrammeFacts, StageFact, stage_facts
from nastavnik.domain.programmes.queries.visible import (
    enrolled,
    evidence_visible_to,
    formats_for,
    items_visible_to,
    modules_visible_to,
    observations_visible_to,
    participations_visible_to,
    profile_version,
    role_models_for,
    stages_visible_to,
    visible_to,
)

__all__ = [
    "Agreement",
    "CatalogueFacts",
    "CopiedFacts",
    "Informed",
    "Participant",
    "ProgrammeFacts",
    "RoadmapFilter",
    "RoadmapRow",
    "StageFact",
    "Written",
    "agreement",
    "catalogue_facts",
    "copied_facts",
    "enrolled",
    "entries",
    "entry",
    "evidence_visible_to",
    "filtered_roadmap",
    "formats_for",
    "groups_of",
    "informed",
    "items_visible_to",
    "kind_of",
    "kinds_for",
    "module_entries",
    "modules_visible_to",
    "observations_visible_to",
    "observed_of",
    "offered",
    "open_page_by",
    "page_of",
    "pages_visible_to",
    "participants",
    "participations_visible_to",
    "profile_version",
    "roadmap",
    "roadmap_people",
    "role_models_for",
    "row_of",
    "said_of",
    "stage_facts",
    "stage_spans",
    "stages_visible_to",
    "titles_used",
    "unfinished",
    "values_of",
    "visible_to",
    "wishes",
    "with_gates",
    "written",
    "written_about",
]
