"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.plans.enums import AdviceState as A
from nastavnik.domain.plans.enums import PlanState as P

# What is corrected after it was agreed is shown and read once more.
PLAN = Lifecycle(
    {
        P.DRAFT: {"show": P.SHOWN},
        P.SHOWN: {"agree": P.AGREED, "rework": P.DRAFT},
        P.AGREED: {"rework": P.DRAFT, "close": P.CLOSED},
        P.CLOSED: {},
    }
)
# A link to a child waits for an adult; what needs no waiting is written as given.
ADVICE = Lifecycle({A.HELD: {"release": A.GIVEN, "refuse": A.REFUSED}, A.GIVEN: {}, A.REFUSED: {}})
