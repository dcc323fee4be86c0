"""Words about a day of a mentorship, and a photograph with them."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.files.actions import store
from nastavnik.domain.files.checking import content_type_of
from nastavnik.domain.files.pictures import WITHOUT_PLACE, bare
from nastavnik.domain.mentorships.enums import EntryKind
from nastavnik.domain.mentorships.errors import NotAPhotograph, NothingWritten
from nastavnik.domain.mentorships.gates import require_consents, require_day, require_diary
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting, Mentorship
from nastavnik.domain.people.models import Person, User

Photograph = tuple[str, bytes]  # name of the file, its bytes


@transaction.atomic
def write_diary(
    mentorship: Mentorship,
    *,
    author: Person,
    happened_on: date,
    text: str,
    is_private: bool = False,
    meeting: Meeting | None = None,
    kind: str = EntryKind.NOTE,
    photograph: Photograph | None = None,
    by: User | None,
) -> DiaryEntry:
    """A note for both, or for its author alone; on a day of the pair."""
    require_diary(mentorship)
    _require_words(text)
    require_consents(mentorship)
    require_day(mentorship, happened_on)
    entry = DiaryEntry.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        meeting=meeting,
        author=author,
        happened_on=happened_on,
        kind=kind,
        text=text.strip(),
        is_private=is_private,
        file=_stored(mentorship, photograph, by) if photograph else None,
    )
    audit.record("diaryentry.write", entry, by=by, fields=["text", "is_private", "file"])
    return entry


@transaction.atomic
def edit_entry(
    entry: DiaryEntry,
    *,
    text: str,
    is_private: bool,
    photograph: Photograph | None = None,
    version: int,
    by: User | None,
) -> DiaryEntry:
    """Other words, another circle of readers, or a photograph for what has none."""
    _require_words(text)
    require_consents(entry.mentorship)
    changes: dict[str, Any] = {"text": text.strip(), "is_private": is_private}
    if photograph and entry.file_id is None:
        changes["file"] = _stored(entry.mentorship, photograph, by)
    save_changes(entry, changes, version=version, by=by)
    return entry


def _stored(mentorship: Mentorship, photograph: Photograph, by: User | None) -> Any:
    """The photograph without the place, the time and the telephone that a camera writes into it."""
    title, content = photograph
    kind = content_type_of(content, title)
    if kind not in WITHOUT_PLACE:
        raise NotAPhotograph(title=title)
    return store(mentorship.organisation, title=title, content=bare(content), content_type=kind, by=by)


def _require_words(text: str) -> None:
    if not text.strip():
        raise NothingWritten
