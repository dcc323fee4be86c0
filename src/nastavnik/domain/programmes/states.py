"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.programmes.enums import ParticipationState as P
from nastavnik.domain.programmes.enums import ProgrammeState as S

PROGRAMME = Lifecycle(
    {
        S.PREPARING: {"launch": S.RUNNING},
        S.RUNNING: {"close": S.CLOSED},
        S.CLOSED: {},
    }
)

# A person in a programme, as mentor or mentee. "Has a mentor" and "has free places" are asked, not stored.
PARTICIPATION = Lifecycle(
    {
        P.ENROLLED: {"admit": P.READY, "leave": P.LEFT},
        P.READY: {"suspend": P.SUSPENDED, "finish": P.FINISHED, "leave": P.LEFT},
        P.SUSPENDED: {"resume": P.READY, "leave": P.LEFT},
        P.FINISHED: {},
        P.LEFT: {},
    }
)
