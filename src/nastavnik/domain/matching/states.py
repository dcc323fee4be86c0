"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.matching.enums import GroupMeetingState as G
from nastavnik.domain.matching.enums import MatchRunState as S
from nastavnik.domain.matching.enums import SuggestionState as W

MATCH_RUN = Lifecycle(
    {
        S.DRAFT: {"begin": S.SOLVING, "discard": S.DISCARDED},
        S.SOLVING: {"finish": S.READY, "fail": S.DRAFT, "cancel": S.DRAFT, "discard": S.DISCARDED},
        S.READY: {"publish": S.PUBLISHED, "discard": S.DISCARDED},
        S.PUBLISHED: {},
        S.DISCARDED: {},
    }
)

GROUP_MEETING = Lifecycle(
    {
        G.PLANNED: {"open_choices": G.OPEN, "call_off": G.CALLED_OFF},
        G.OPEN: {"close_choices": G.CLOSED},
        G.CLOSED: {"reopen_choices": G.OPEN},
        G.CALLED_OFF: {},
    }
)

SUGGESTION = Lifecycle(
    {
        W.OPEN: {"accept_suggestion": W.ACCEPTED, "set_aside_suggestion": W.SET_ASIDE},
        W.ACCEPTED: {},
        W.SET_ASIDE: {},
    }
)
