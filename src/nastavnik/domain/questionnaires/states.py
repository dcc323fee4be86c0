"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.questionnaires.enums import VersionState as S

# What was published never changes: an edit makes a new draft, whose publishing retires the former version.
QUESTIONNAIRE_VERSION = Lifecycle(
    {
        S.DRAFT: {"publish": S.PUBLISHED},
        S.PUBLISHED: {"retire": S.RETIRED},
        S.RETIRED: {},
    }
)
