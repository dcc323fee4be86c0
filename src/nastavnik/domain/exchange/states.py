"""Life cycle of an imported list."""

from nastavnik.core.lifecycle import Lifecycle
from nastavnik.domain.exchange.enums import PeopleImportState as S

PEOPLE_IMPORT = Lifecycle(
    {
        S.UPLOADED: {"check": S.CHECKED, "cancel": S.CANCELLED},
        S.CHECKED: {"check": S.CHECKED, "accept": S.ACCEPTED, "cancel": S.CANCELLED},
        S.ACCEPTED: {"undo": S.UNDONE},
        S.CANCELLED: {},
        S.UNDONE: {},
    }
)
