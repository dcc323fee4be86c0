"""The portfolio of a mentor out of the facts of all programmes of the institution; no child is named."""

from django.db.models import Q

from nastavnik.domain.achievements.queries import facts_of
from nastavnik.domain.documents.adapter.consenting import participation_of
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.people import participant
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import OnlyForMentors
from nastavnik.domain.documents.kinds.mentor_portfolio import MentorPortfolioContext, Pair, Session, Shared
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.words import joined, short_date
from nastavnik.domain.events.days import day_of
from nastavnik.domain.events.models import Event
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ParticipationRole

THANKS = ("certificate", "thanks_letter", "training_certificate")


def context_of(document: Document) -> MentorPortfolioContext:
    """From the rows as they are now. Raises HeadMissing, OnlyForMentors."""
    participation = participation_of(document)
    person = participation.person
    if participation.role != ParticipationRole.MENTOR:
        raise OnlyForMentors(name=person.list_name)
    facts = facts_of(person)
    return MentorPortfolioContext(
        frame=frame_of(document),
        mentor=participant(person),
        pairs=tuple(
            Pair(
                programme=work.mentorship.module.programme.title,
                kind=str(work.mentorship.get_kind_display()),
                starts_on=work.mentorship.started_on or document.dated_on,
                ends_on=work.mentorship.ended_on,
                mentees=work.mentees,
                meetings=work.meetings,
                reached=work.reached,
            )
            for work in facts.works
        ),
        sessions=tuple(_session(row.event) for row in facts.trainings),
        shared=tuple(
            Shared(row.title, str(row.get_kind_display()), str(row.get_level_display()), row.happened_on, row.place)
            for row in facts.sharings
        ),
        reached=tuple(facts.confirmed),
        thanks=thanks_of(person),
        answers=facts.answers,
        friends=facts.friends,
        words=document.answers.get("words", ""),
    )


def _session(event: Event) -> Session:
    return Session(event.course.title if event.course else "", event.title, day_of(event), event.hours)


def thanks_of(person: Person) -> tuple[str, ...]:
    """Issued papers of recognition, one a line, the earliest first."""
    own = Q(person=person) | Q(member__person=person) | Q(participation__person=person)
    rows = Document.objects.filter(own, kind__in=THANKS, state=DocumentState.ISSUED).order_by("dated_on", "pk")
    return tuple(joined(row.title, f"№ {row.number}" if row.number else "", short_date(row.dated_on)) for row in rows)
