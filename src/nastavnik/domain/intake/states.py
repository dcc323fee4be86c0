"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.intake.enums import ApplicationState as S

APPLICATION = Lifecycle(
    {
        S.DRAFT: {"submit": S.SUBMITTED, "withdraw": S.WITHDRAWN},
        S.SUBMITTED: {
            "accept": S.ACCEPTED,
            "decline": S.DECLINED,
            "return_for_more": S.RETURNED,
            "withdraw": S.WITHDRAWN,
        },
        S.RETURNED: {"submit": S.SUBMITTED, "withdraw": S.WITHDRAWN},
        S.ACCEPTED: {"withdraw": S.WITHDRAWN},
        S.DECLINED: {},
        S.WITHDRAWN: {},
    }
)

CHANGEABLE = (S.DRAFT, S.RETURNED)
