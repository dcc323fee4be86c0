"""Life cycle of a run."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.matching.enums import MatchRunState as S

MATCH_RUN = Lifecycle(
    {
        S.DRAFT: {"begin": S.SOLVING, "discard": S.DISCARDED},
        S.SOLVING: {"finish": S.READY, "fail": S.DRAFT, "cancel": S.DRAFT, "discard": S.DISCARDED},
        S.READY: {"publish": S.PUBLISHED, "discard": S.DISCARDED},
        S.PUBLISHED: {},
        S.DISCARDED: {},
    }
)
