"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.scheduling.enums import OfferState as O
from nastavnik.domain.scheduling.enums import SeriesState as S

OFFER = Lifecycle(
    {
        O.OPEN: {"accept_offer": O.ACCEPTED, "replace_offer": O.REPLACED, "withdraw_offer": O.WITHDRAWN},
        O.ACCEPTED: {},
        O.REPLACED: {},
        O.WITHDRAWN: {},
    }
)
SERIES = Lifecycle({S.RUNNING: {"stop_series": S.STOPPED}, S.STOPPED: {}})
