"""Who may what with the library."""

from typing import Any

from nastavnik.domain.library.models import ApprovedSite, MemoFile, Theme
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere

reads_library = somewhere(Permission.LIBRARY_READ)
edits_library = somewhere(Permission.LIBRARY_EDIT)


def can_edit_in(user: Any, organisation: Any) -> bool:
    return organisation is not None and holds(user, Permission.LIBRARY_EDIT, organisation.pk)


def can_change_file(user: Any, memo_file: MemoFile) -> bool:
    return holds(user, Permission.LIBRARY_EDIT, memo_file.organisation_id)


def can_change_theme(user: Any, theme: Theme) -> bool:
    return holds(user, Permission.LIBRARY_EDIT, theme.organisation_id)


def can_withdraw_site(user: Any, site: ApprovedSite) -> bool:
    return holds(user, Permission.LIBRARY_EDIT, site.organisation_id)
