"""A letter of thanks to a participant, or to those who answer for a child."""

from dataclasses import replace

from nastavnik.domain.documents.adapter.consenting import note_of, participation_of
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.people import participant
from nastavnik.domain.documents.adapter.programme import programme_of, year_of
from nastavnik.domain.documents.errors import NoGuardian
from nastavnik.domain.documents.kinds.letterhead import Participant
from nastavnik.domain.documents.kinds.thanks_letter import GUARDIANS, ThanksLetterContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of


def context_of(document: Document) -> ThanksLetterContext:
    """From the rows as they are now. Raises HeadMissing, NoGuardian."""
    participation, programme = participation_of(document), programme_of(document)
    thanked = thanked_by(document)
    to_guardians = document.answers.get("to") == GUARDIANS
    return ThanksLetterContext(
        frame=frame_of(document),
        to=tuple(named(person) for person in thanked),
        role="guardian" if to_guardians else participation.role,
        programme=programme.title,
        year=year_of(programme),
        note="" if to_guardians else note_of(participation.person, document.dated_on),
        deed=document.answers.get("deed", ""),
    )


def thanked_by(document: Document) -> list[Person]:
    """Whose names stand in the letter. Raises NoGuardian."""
    person = participation_of(document).person
    if document.answers.get("to") != GUARDIANS:
        return [person]
    found = [row.guardian for row in guardians_of(person, document.dated_on)]
    if not found:
        raise NoGuardian(name=person.list_name)
    return found


def named(person: Person) -> Participant:
    """The name alone: class or post stand in a line of their own."""
    return replace(participant(person), post="")
