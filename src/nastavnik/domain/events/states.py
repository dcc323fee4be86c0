"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.events.enums import EventState as S

EVENT = Lifecycle(
    {
        S.PLANNED: {"hold": S.HELD, "call_off": S.CALLED_OFF},
        S.HELD: {"reopen": S.PLANNED},
        S.CALLED_OFF: {},
    }
)
