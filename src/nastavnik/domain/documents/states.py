"""Life cycle of a paper: what the head has to approve goes over `submitted`, the rest is issued from the draft."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.documents.enums import DocumentState as S

DOCUMENT = Lifecycle(
    {
        S.DRAFT: {"submit": S.SUBMITTED, "issue": S.ISSUED, "discard": S.DISCARDED},
        S.SUBMITTED: {"approve": S.ISSUED, "send_back": S.DRAFT},
        S.ISSUED: {"revoke": S.REVOKED},
        S.REVOKED: {},
        S.DISCARDED: {},
    }
)
