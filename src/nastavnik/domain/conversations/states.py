"""Life cycles of the room."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.conversations.enums import ConcernState as C
from nastavnik.domain.conversations.enums import RequestState as R
from nastavnik.domain.conversations.enums import VersionState as V

# What carries a contact waits; what carries none is written as released. What waits for the morning comes back to its
# author where the pair or a consent has ended by then.
VERSION = Lifecycle(
    {
        V.HELD: {"release": V.RELEASED, "refuse": V.REFUSED},
        V.RELEASED: {"give_back": V.RETURNED},
        V.REFUSED: {},
        V.RETURNED: {},
    }
)
REQUEST = Lifecycle(
    {
        R.OPEN: {"answer": R.ANSWERED, "close": R.CLOSED},
        R.ANSWERED: {"close": R.CLOSED},
        R.CLOSED: {},
    }
)
CONCERN = Lifecycle({C.RAISED: {"settle": C.SETTLED}, C.SETTLED: {}})
