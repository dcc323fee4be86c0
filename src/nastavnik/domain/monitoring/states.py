"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.monitoring.enums import WaveState as S

# Who is asked is settled when a wave opens; a closed wave never opens again: another one is made.
SURVEY_WAVE = Lifecycle(
    {
        S.PLANNED: {"open_wave": S.OPEN},
        S.OPEN: {"close_wave": S.CLOSED},
        S.CLOSED: {},
    }
)
