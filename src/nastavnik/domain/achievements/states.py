"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.achievements.enums import AchievementState as A
from nastavnik.domain.achievements.enums import AlumnusState as W
from nastavnik.domain.achievements.enums import StoryState as S

# What is confirmed stands in portfolios and is not changed any more.
ACHIEVEMENT = Lifecycle(
    {
        A.ENTERED: {"confirm": A.CONFIRMED, "ask_again": A.RETURNED},
        A.RETURNED: {"enter_again": A.ENTERED},
        A.CONFIRMED: {},
    }
)

# Words of somebody who took part: nothing stands on the page that the coordinator has not read as it is now.
ALUMNUS = Lifecycle(
    {
        W.WRITTEN: {"show_alumnus": W.SHOWN, "take_back": W.TAKEN_BACK},
        W.SHOWN: {"hide_alumnus": W.HIDDEN, "write_again": W.WRITTEN, "take_back": W.TAKEN_BACK},
        W.HIDDEN: {"show_alumnus": W.SHOWN, "write_again": W.WRITTEN, "take_back": W.TAKEN_BACK},
        W.TAKEN_BACK: {},
    }
)

# What was agreed to is what is published: another word, and the people of the story are asked anew.
STORY = Lifecycle(
    {
        S.DRAFT: {"agree_story": S.AGREED, "discard_story": S.DISCARDED},
        S.AGREED: {"publish_story": S.PUBLISHED, "rewrite_story": S.DRAFT, "discard_story": S.DISCARDED},
        S.PUBLISHED: {"hide_story": S.HIDDEN},
        S.HIDDEN: {"publish_story": S.PUBLISHED, "rewrite_story": S.DRAFT, "discard_story": S.DISCARDED},
        S.DISCARDED: {},
    }
)
