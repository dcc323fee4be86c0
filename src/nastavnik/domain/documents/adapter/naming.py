"""Names in a paper of any kind whose forms somebody should look at."""

from dataclasses import dataclass

from nastavnik.core.errors import DomainError
from nastavnik.domain.documents.adapter import reward_order, thanks_letter
from nastavnik.domain.documents.adapter.papers import own_paper
from nastavnik.domain.documents.adapter.people import full_name, participant
from nastavnik.domain.documents.kinds.noting import Bent, noting
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import coordinator_of, head_of
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import Case, Doubt, inflect
from nastavnik.domain.people.posts import inflect_post


@dataclass(frozen=True)
class NameCheck:
    """A name in a case that may be wrong there, with what the paper says now, part by part."""

    person: Person
    case: Case
    doubts: tuple[Doubt, ...]
    forms: dict[str, str]


def name_checks(document: Document) -> list[NameCheck]:
    """Names that the text bends and that are doubtful there, one row for each person and case."""
    with noting() as bent:
        try:
            own_paper(document)
        except DomainError:  # the rows do not give this paper any more
            return []
    doubtful = [one for one in bent if one.doubts]
    people = _people_of(document) if doubtful else []
    found: dict[tuple[int, Case], NameCheck] = {}
    for one in doubtful:
        for person in people:
            if full_name(person) == one.name:
                check = NameCheck(person, one.case, one.doubts, _forms(person, one))
                found.setdefault((person.pk, one.case), check)
    return list(found.values())


def _people_of(document: Document) -> list[Person]:
    """Everybody who can be named in the paper out of its rows, by name."""
    programme, day = document.programme, document.dated_on
    officials = [head_of(document.organisation, day), document.person]
    officials += [coordinator_of(programme, day, document.prepared_by)] if programme else []
    members = Person.objects.filter(memberships__mentorship__document_mentorships__document=document)
    rewarded = reward_order.mentors(document) if document.kind == "reward_order" else []
    thanked = thanks_letter.thanked_by(document) if document.kind == "thanks_letter" else []
    found = {person.pk: person for person in (*members.distinct(), *rewarded, *thanked, *officials) if person}
    return sorted(found.values(), key=lambda person: (person.normal_name, person.pk))


def _forms(person: Person, one: Bent) -> dict[str, str]:
    said, name = participant(person), inflect(one.name, one.case)
    forms = {"surname": name.surname, "given_name": name.given_name, "patronymic": name.patronymic}
    forms["post"] = inflect_post(said.post, one.case, said.post_overrides).text
    return {part: form for part, form in forms.items() if form}
