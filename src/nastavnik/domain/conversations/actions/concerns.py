"""«Мне некомфортно»: past the mentor, to two adults, ringing until both have read it. It always works."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.conversations.errors import NobodyToTell, NoOutcome
from nastavnik.domain.conversations.models import Concern, ConcernReader
from nastavnik.domain.conversations.queries.reading import READERS, hearers, may_hear, ringing
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person


@transaction.atomic
def raise_concern(author: Person, *, child: Person, text: str = "", subject: Person | None = None, by: Any) -> Concern:
    """Tell two adults; words are not asked for. Raises NobodyToTell where there is nobody but those it may be about."""
    today = clock.today(child.organisation.time_zone)
    without = {author.pk} | ({subject.pk} if subject else set())
    hearing = hearers(child, today, without=without)
    if not hearing:
        raise NobodyToTell
    concern = Concern.objects.create(
        organisation_id=child.organisation_id, author=author, child=child, subject=subject, text=text.strip(),
        raised_at=clock.now(),
    )  # fmt: skip
    audit.record("concern.raise", concern, by=by)
    for person in hearing:
        _bring(concern, person)
    return concern


def _bring(concern: Concern, person: Person) -> None:
    ConcernReader.objects.create(
        organisation_id=concern.organisation_id, concern=concern, person=person, asked_at=clock.now()
    )
    notify("concern_raised", to=person, key=f"concern_raised:{concern.pk}:{clock.today()}")


@transaction.atomic
def read_concern(concern: Concern, *, person: Person, by: Any) -> None:
    """«Прочитано»: the author sees who and when."""
    rows = ConcernReader.objects.filter(concern=concern, person=person, read_at__isnull=True)
    if rows.update(read_at=clock.now()):
        audit.record("concern.read", concern, by=by, fields=["read_at"])
        notify("concern_read", to=concern.author, key=f"concern_read:{concern.pk}:{person.pk}")


@transaction.atomic
def settle(concern: Concern, *, outcome: str, by: Any) -> Concern:
    """What was done and how it ended, in words."""
    if not outcome.strip():
        raise NoOutcome
    lifecycle.advance(concern, "settle", by=by)
    concern.settled_at, concern.outcome = clock.now(), outcome.strip()
    concern.save(update_fields=["settled_at", "outcome"])
    notify("concern_settled", to=concern.author, key=f"concern_settled:{concern.pk}")
    return concern


@transaction.atomic
def ring() -> None:
    """Each day again, a letter without a word of it, until it was read. Who left office, or mentors the child by now,
    hands over to somebody else, until two who may hear it have it."""
    for reader in ringing():
        concern, today = reader.concern, clock.today(reader.organisation.time_zone)
        without = {concern.author_id} | ({concern.subject_id} if concern.subject_id else set())
        able = {person.pk: person for person in may_hear(concern.child, today, without=without)}
        if reader.person_id in able:
            notify("concern_raised", to=reader.person, key=f"concern_raised:{reader.concern_id}:{today}")
        else:
            _hand_over(concern, able)


def _hand_over(concern: Concern, able: dict[int, Person]) -> None:
    asked = set(concern.readers.values_list("person_id", flat=True))
    free = [person for pk, person in able.items() if pk not in asked]
    if free and len(asked & set(able)) < READERS:
        _bring(concern, free[0])
