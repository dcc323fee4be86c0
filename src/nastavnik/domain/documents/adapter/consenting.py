"""A consent form out of a participation: who signs on the day, and for how long."""

from datetime import date

from nastavnik.domain.consents.queries import signs_too
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.people import full_name, group_with_word
from nastavnik.domain.documents.adapter.programme import programme_of
from nastavnik.domain.documents.kinds.consenting import ConsentContext, Signing
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of, is_minor
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.participants import groups_of


def participation_of(document: Document) -> Participation:
    """The participation that the paper is about. Raises ValueError where it is about none."""
    if document.participation is None:
        raise ValueError(f"{document} is about no participant")
    return document.participation


def consent_context(document: Document) -> ConsentContext:
    """From the rows as they are now. Raises HeadMissing."""
    participation, programme = participation_of(document), programme_of(document)
    person, day = participation.person, document.dated_on
    signing = signing_of(person, day)
    guardians = [row.guardian for row in guardians_of(person, day)]
    return ConsentContext(
        frame=frame_of(document),
        name=full_name(person),
        signing=signing,
        role=participation.role,
        programme=programme.title,
        programme_type=programme.type,
        note=note_of(person, day),
        own_from=person.organisation.own_consent_from,
        guardian=full_name(guardians[0]) if len(guardians) == 1 and signing != Signing.ADULT else None,
        until=document.valid_until or programme.ends_on,
        processor=document.answers.get("processor", ""),
    )


def signing_of(person: Person, on: date) -> Signing:
    """Who signs on the day; the rule is that of the gate (`consents.queries`)."""
    if not is_minor(person, on):
        return Signing.ADULT
    if person.birth_date is None:
        return Signing.UNKNOWN
    both = Person.objects.filter(signs_too(on), pk=person.pk).exists()
    return Signing.BOTH if both else Signing.GUARDIAN


def note_of(person: Person, on: date) -> str:
    """«9 «А» класс» of who learns, the post of who works."""
    group = groups_of([person.pk], on).get(person.pk, ("", None))[0]
    return group_with_word(group, person.organisation) or person.post
