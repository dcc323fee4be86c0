"""Who may look after the server."""

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import somewhere

looks_after = somewhere(Permission.OPERATIONS)
