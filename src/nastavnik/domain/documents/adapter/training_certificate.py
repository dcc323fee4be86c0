"""What a certificate of training tells, out of the sessions that were attended and the results that were seen."""

from nastavnik.domain.documents.adapter.consenting import note_of, participation_of
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of
from nastavnik.domain.documents.adapter.thanks_letter import named
from nastavnik.domain.documents.errors import NotTrained
from nastavnik.domain.documents.kinds.training_certificate import TrainingCertificateContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.events.days import day_of
from nastavnik.domain.events.queries import finished_courses, sessions_attended
from nastavnik.domain.programmes.enums import ParticipationRole


def context_of(document: Document) -> TrainingCertificateContext:
    """From the rows as they are now; of several courses the newest. Raises HeadMissing, NotTrained."""
    participation = participation_of(document)
    done = finished_courses(participation) if participation.role == ParticipationRole.MENTOR else []
    if not done:
        raise NotTrained(name=participation.person.list_name)
    course, standing = done[0]
    events = [row.event for row in sessions_attended(course, participation.person_id)]
    days = [day_of(event) for event in events]
    return TrainingCertificateContext(
        frame=frame_of(document),
        to=named(participation.person),
        course=course.title,
        programme=programme_of(document).title,
        hours=standing.hours,
        starts_on=min(days),
        ends_on=max(days),
        sessions=tuple(event.title for event in events),
        has_role_play=any(event.is_role_play for event in events),
        note=note_of(participation.person, document.dated_on),
    )
