"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.achievements.enums import AchievementState as A

# What is confirmed stands in portfolios and is not changed any more.
ACHIEVEMENT = Lifecycle(
    {
        A.ENTERED: {"confirm": A.CONFIRMED, "ask_again": A.RETURNED},
        A.RETURNED: {"enter_again": A.ENTERED},
        A.CONFIRMED: {},
    }
)
