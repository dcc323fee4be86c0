"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.mentorships.enums import FlashState as F
from nastavnik.domain.mentorships.enums import MeetingState as M
from nastavnik.domain.mentorships.enums import MentorshipState as S

MENTORSHIP = Lifecycle(
    {
        S.PROPOSED: {"confirm": S.CONFIRMED, "decline": S.DECLINED},
        S.CONFIRMED: {"start": S.ACTIVE, "decline": S.DECLINED},
        S.ACTIVE: {"pause": S.PAUSED, "complete": S.COMPLETED, "dissolve": S.DISSOLVED},
        S.PAUSED: {"resume": S.ACTIVE, "dissolve": S.DISSOLVED},
        S.COMPLETED: {},
        S.DISSOLVED: {},
        S.DECLINED: {},
    }
)

# What was entered can be corrected, and every correction is a step that is remembered.
MEETING = Lifecycle(
    {
        M.PLANNED: {
            "hold": M.HELD,
            "miss_by_mentor": M.MISSED_BY_MENTOR,
            "miss_by_mentee": M.MISSED_BY_MENTEE,
            "cancel": M.CANCELLED,
        },
        M.HELD: {
            "miss_by_mentor": M.MISSED_BY_MENTOR,
            "miss_by_mentee": M.MISSED_BY_MENTEE,
            "cancel": M.CANCELLED,
        },
        M.MISSED_BY_MENTOR: {"hold": M.HELD, "miss_by_mentee": M.MISSED_BY_MENTEE, "cancel": M.CANCELLED},
        M.MISSED_BY_MENTEE: {"hold": M.HELD, "miss_by_mentor": M.MISSED_BY_MENTOR, "cancel": M.CANCELLED},
        M.CANCELLED: {},
    }
)

# A short meeting: offered, booked with one tap, held. Nothing else is asked of anybody.
FLASH_SLOT = Lifecycle(
    {
        F.OPEN: {"book": F.BOOKED, "withdraw": F.CANCELLED},
        F.BOOKED: {"close": F.HELD, "unbook": F.OPEN, "withdraw": F.CANCELLED},
        F.HELD: {},
        F.CANCELLED: {},
    }
)
