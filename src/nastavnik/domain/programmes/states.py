"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.programmes.enums import NewsState as N
from nastavnik.domain.programmes.enums import ParticipationState as P
from nastavnik.domain.programmes.enums import ProgrammeState as S

PROGRAMME = Lifecycle(
    {
        # A head's word is usual and never a wall: what has no head is launched straight away.
        S.PREPARING: {"propose": S.PROPOSED, "agree": S.AGREED, "launch": S.RUNNING},
        S.PROPOSED: {"agree": S.AGREED, "send_back": S.PREPARING, "launch": S.RUNNING},
        S.AGREED: {"launch": S.RUNNING, "reopen": S.PREPARING},
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

# What everybody could read is hidden and shown again; taken away for good is what nobody reads.
NEWS = Lifecycle(
    {
        N.DRAFT: {"publish_news": N.PUBLISHED, "discard_news": N.DISCARDED},
        N.PUBLISHED: {"hide_news": N.HIDDEN},
        N.HIDDEN: {"publish_news": N.PUBLISHED, "discard_news": N.DISCARDED},
        N.DISCARDED: {},
    }
)
