"""Life cycle of a request about one's data."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.privacy.enums import RequestState as S

DATA_REQUEST = Lifecycle(
    {
        S.OPEN: {"answer_request": S.ANSWERED, "refuse_request": S.REFUSED},
        S.ANSWERED: {},
        S.REFUSED: {},
    }
)
