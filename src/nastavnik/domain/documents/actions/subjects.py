"""What a paper is about: the rows that its kind needs, and those that follow from them."""

from dataclasses import dataclass
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.errors import OtherProgrammeType, SubjectMissing
from nastavnik.domain.documents.kinds import DocumentKind, kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Partner
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.models import Module, Participation, Programme


@dataclass(frozen=True)
class About:
    """The rows of one paper; each narrower one names the wider ones."""

    programme: Programme | None = None
    module: Module | None = None
    mentorship: Mentorship | None = None
    participation: Participation | None = None
    person: Person | None = None
    partner: Partner | None = None

    @property
    def organisation_id(self) -> int:
        return next(row.organisation_id for row in (self.programme, self.partner, self.person) if row)

    def fields(self) -> dict[str, Any]:
        """As columns of a document; mentorships are linked apart."""
        names = ("programme", "module", "participation", "person", "partner")
        return {name: getattr(self, name) for name in names}


def widened(kind: DocumentKind, given: About) -> About:
    """The rows given and those they belong to. Raises SubjectMissing, OtherProgrammeType, ConsentMissing."""
    module = given.module or (given.mentorship.module if given.mentorship else None)
    module = module or (given.participation.module if given.participation else None)
    about = About(
        programme=given.programme or (module.programme if module else None),
        module=module,
        mentorship=given.mentorship,
        participation=given.participation,
        person=given.person or (given.participation.person if given.participation else None),
        partner=given.partner,
    )
    if getattr(about, kind.subject) is None:
        raise SubjectMissing(subject=Subject(kind.subject).label)
    _require_type(kind, about.programme)
    _require_consent(kind, about)
    return about


def require_consent(document: Document) -> None:
    """The consents of those whom the paper is about hold today as well. Raises ConsentMissing."""
    kind = kind_of(document.kind)
    if kind.subject == Subject.MENTORSHIP:
        _require_consent(kind, About(mentorship=document.mentorships.select_related("organisation").first()))
    elif document.person:
        _require_consent(kind, About(person=document.person))


def _require_type(kind: DocumentKind, programme: Programme | None) -> None:
    if programme is not None and programme.type not in kind.programme_types:
        label = ProgrammeType(programme.type).label
        raise OtherProgrammeType(paper=kind.title, programme=programme.title, type=label)


def _require_consent(kind: DocumentKind, about: About) -> None:
    """What speaks of somebody needs a consent that holds; a form on which it is given comes before it."""
    if kind.before_consent:
        return
    persons = [about.person] if about.person else []
    if about.mentorship:
        ended_on = about.mentorship.ended_on
        members = about.mentorship.members.select_related("person")
        persons += [row.person for row in members if row.ends_on is None or (ended_on and row.ends_on >= ended_on)]
    for person in persons:
        if not is_processable(person, clock.today(person.organisation.time_zone)):
            raise ConsentMissing(name=person.list_name)
