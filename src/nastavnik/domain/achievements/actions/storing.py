"""A file that somebody hands in."""

from nastavnik.domain.files.actions import store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.files.models import StoredFile
from nastavnik.domain.files.pictures import bare
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import User

Given = tuple[str, bytes]  # the name of a file and what is in it


def stored(organisation: Organisation, file: Given | None, by: User | None) -> StoredFile | None:
    """Checked by its content; a photograph leaves at the door where it was taken."""
    if file is None:
        return None
    title, content = file
    kind = content_type_of(content, title)
    return store(organisation, title=title, content=bare(content), content_type=kind, by=by)
