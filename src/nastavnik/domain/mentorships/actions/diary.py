"""Words about a day of a mentorship."""

from datetime import date

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.errors import InTheFuture, NothingWritten
from nastavnik.domain.mentorships.gates import require_consents
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting, Mentorship
from nastavnik.domain.mentorships.words import spoken
from nastavnik.domain.people.models import Person, User


@transaction.atomic
def write_diary(
    mentorship: Mentorship,
    *,
    author: Person,
    happened_on: date,
    text: str,
    is_private: bool = False,
    meeting: Meeting | None = None,
    by: User | None,
) -> DiaryEntry:
    """A note for both, or for its author alone."""
    _require_words(text)
    require_consents(mentorship)
    if happened_on > clock.today(mentorship.organisation.time_zone):
        raise InTheFuture(day=spoken(happened_on))
    entry = DiaryEntry.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        meeting=meeting,
        author=author,
        happened_on=happened_on,
        text=text.strip(),
        is_private=is_private,
    )
    audit.record("diaryentry.write", entry, by=by, fields=["text", "is_private"])
    return entry


@transaction.atomic
def edit_entry(entry: DiaryEntry, *, text: str, is_private: bool, version: int, by: User | None) -> DiaryEntry:
    """Other words, or another circle of readers."""
    _require_words(text)
    require_consents(entry.mentorship)
    save_changes(entry, {"text": text.strip(), "is_private": is_private}, version=version, by=by)
    return entry


def _require_words(text: str) -> None:
    if not text.strip():
        raise NothingWritten
