"""How the database in use is copied and put back: one file an engine, with the same four functions.

`current()` is the logical dump of what is here;
`snapshot(target)` writes the state of one moment and returns its logical dump, while others write on;
`inspect(source)` gives the logical dump of a snapshot or raises BackupDamaged; `load(source)` puts it in place.
"""

from types import ModuleType

from django.db import connection

from nastavnik.domain.operations.engines import postgresql, sqlite

ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> ModuleType:
    """The engine of the database in use."""
    return ENGINES[connection.vendor]
