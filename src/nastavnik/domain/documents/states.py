"""Life cycles of the room: papers, and batches of them.

What the head has to approve goes over `submitted`, the rest is issued from the draft. An issued paper is corrected by
a new one that replaces it.
"""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.documents.enums import BatchState as B
from nastavnik.domain.documents.enums import DocumentState as S

DOCUMENT = Lifecycle(
    {
        S.DRAFT: {"submit": S.SUBMITTED, "issue": S.ISSUED, "discard": S.DISCARDED},
        S.SUBMITTED: {"approve": S.ISSUED, "send_back": S.DRAFT},
        S.ISSUED: {"revoke": S.REVOKED, "replace": S.REPLACED},
        S.REPLACED: {},
        S.REVOKED: {},
        S.DISCARDED: {},
    }
)

BATCH = Lifecycle(
    {
        B.QUEUED: {"begin_batch": B.RUNNING, "give_up_batch": B.FAILED},
        B.RUNNING: {"finish_batch": B.READY, "give_up_batch": B.FAILED},
        B.READY: {},
        B.FAILED: {},
    }
)
