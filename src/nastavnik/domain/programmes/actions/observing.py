"""A teacher's look at a participant."""

from datetime import datetime

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.actions.profiles import topic_ids
from nastavnik.domain.programmes.enums import ParticipationRole, TopicUse
from nastavnik.domain.programmes.errors import NothingObserved, OwnObservation
from nastavnik.domain.programmes.models import Observation, ObservationTopic, Participation
from nastavnik.domain.programmes.records import ObservedValues
from nastavnik.domain.programmes.topics import distinct_topics


@transaction.atomic
def observe(
    participation: Participation, *, seen: ObservedValues, note: str = "", by: User, at: datetime | None = None
) -> Observation:
    """Write down what was seen. It completes the profile and never overrides what the person said."""
    if participation.person.user_id == by.pk:
        raise OwnObservation
    if not is_processable(participation.person, clock.today(participation.organisation.time_zone)):
        raise ConsentMissing(name=participation.person.list_name)
    if seen.is_empty and not note.strip():
        raise NothingObserved
    row = Observation.objects.create(
        organisation_id=participation.organisation_id,
        participation=participation,
        openness=seen.openness or "",
        level=seen.level,
        mastery=seen.mastery if participation.role == ParticipationRole.MENTOR else None,
        note=note.strip(),
        by=by,
        at=at or clock.now(),
    )
    _write_topics(row, participation, seen)
    audit.record("observation.add", row, by=by, fields=["openness", "level", "mastery", "note", "topics"])
    return row


def _write_topics(row: Observation, participation: Participation, seen: ObservedValues) -> None:
    known = topic_ids(participation.organisation, [*seen.values, *seen.ways])
    ObservationTopic.objects.bulk_create(
        ObservationTopic(organisation_id=row.organisation_id, observation=row, topic_id=known[normal], use=use)
        for use, titles in ((TopicUse.VALUE, seen.values), (TopicUse.WAY, seen.ways))
        for normal in distinct_topics(titles)
    )
