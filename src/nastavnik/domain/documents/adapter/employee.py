"""Papers of an employee who mentors: the written consent and the supplementary agreement."""

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.adapter.consenting import participation_of
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.introduction_order import lines
from nastavnik.domain.documents.adapter.people import official, participant
from nastavnik.domain.documents.adapter.programme import module_text, programme_of
from nastavnik.domain.documents.errors import NotAnEmployee, NotForChildren
from nastavnik.domain.documents.kinds.employee_consent import EmployeeConsentContext
from nastavnik.domain.documents.kinds.letterhead import Official
from nastavnik.domain.documents.kinds.supplementary_agreement import SupplementaryAgreementContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case
from nastavnik.domain.people.queries import is_minor
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation

AGREED = (MentorshipState.CONFIRMED, MentorshipState.ACTIVE, MentorshipState.PAUSED)


def consent_of(document: Document) -> EmployeeConsentContext:
    """From the rows as they are now. Raises HeadMissing, NotAnEmployee."""
    programme, module = programme_of(document), module_text(participation_of(document).module)
    return EmployeeConsentContext(
        frame=frame_of(document),
        employee=employee_of(document),
        programme=programme.title,
        programme_type=programme.type,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        form=module.form,
        kind=module.kind,
    )


def agreement_of(document: Document) -> SupplementaryAgreementContext:
    """From the rows as they are now. Raises HeadMissing, NotAnEmployee."""
    programme, participation = programme_of(document), participation_of(document)
    module = module_text(participation.module)
    return SupplementaryAgreementContext(
        frame=frame_of(document),
        employee=employee_of(document),
        programme=programme.title,
        pay=document.answers.get("pay", ""),
        starts_on=document.valid_from or programme.starts_on,
        ends_on=document.valid_until or programme.ends_on,
        contract=document.answers.get("contract", ""),
        form=module.form,
        kind=module.kind,
        content=lines(document.answers.get("content", "")),
        mentees=mentees_of(participation),
    )


def employee_of(document: Document) -> Official:
    """A grown-up mentor who works in the institution: with a post, and from no partner. Raises NotAnEmployee."""
    participation = participation_of(document)
    person = participation.person
    if is_minor(person, document.dated_on):
        raise NotForChildren(name=person.list_name)
    works_here = bool(person.post.strip()) and person.partner_id is None
    if participation.role != ParticipationRole.MENTOR or not works_here:
        raise NotAnEmployee(name=person.list_name)
    return official(person, person.post)


def mentees_of(participation: Participation) -> tuple[str, ...]:
    """Whom the mentor leads by agreed pairs, in the nominative, by name; nobody whose data may not be used today."""
    own = MentorshipMember.objects.filter(
        participation=participation, ends_on__isnull=True, mentorship__state__in=AGREED
    )
    led = MentorshipMember.objects.filter(
        mentorship__in=own.values("mentorship"), role=ParticipationRole.MENTEE, ends_on__isnull=True
    )
    today = clock.today(participation.organisation.time_zone)
    people = Person.objects.filter(processable(today), pk__in=led.values("person")).order_by("normal_name", "id")
    return tuple(participant(person).full(Case.NOMINATIVE) for person in people)
