"""What a certificate of training tells, out of the sessions that were attended and the results that were seen."""

from nastavnik.domain.documents.adapter.certificate import CheckFacts, where_to_check
from nastavnik.domain.documents.adapter.consenting import note_of, participation_of
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of
from nastavnik.domain.documents.adapter.thanks_letter import named
from nastavnik.domain.documents.errors import NotTrained
from nastavnik.domain.documents.kinds.training_certificate import TrainingCertificateContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.events.days import day_of
from nastavnik.domain.events.queries import finished_courses, sessions_attended
from nastavnik.domain.people.names import initials, short_public
from nastavnik.domain.people.queries import is_minor
from nastavnik.domain.programmes.enums import ParticipationRole


def context_of(document: Document) -> TrainingCertificateContext:
    """From the rows as they are now; of several courses the newest. Raises HeadMissing, NotTrained."""
    participation, code = participation_of(document), document.check_code or ""
    address, link = where_to_check(code, document.context.get("base", "")) if code else ("", "")
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
        check_code=code,
        check_address=address,
        check_link=link,
    )


def training_facts(document: Document, context: TrainingCertificateContext) -> CheckFacts:
    """What the public page tells of it, kept with the paper. Raises HeadMissing, NotTrained."""
    person, frame = participation_of(document).person, context.frame
    return CheckFacts(
        full_name=str(context.to.name),
        short_name=short_public(context.to.name),
        is_minor=is_minor(person, document.dated_on),
        role="mentor",
        programme=context.programme,
        form="",
        starts_on=context.starts_on.isoformat(),
        ends_on=context.ends_on.isoformat(),
        meetings=None,
        hours=int(context.hours) if context.hours and context.hours == int(context.hours) else None,
        institution=frame.institution.full_name,
        head=f"{frame.signer.post} {initials(frame.signer.name)}",
        training=context.course,
    )
