"""An institution, its officials and the people of a paper, as papers need them."""

import re
from collections.abc import Mapping
from typing import Any

from nastavnik.domain.documents.kinds.letterhead import Institution, Official, Participant
from nastavnik.domain.documents.rendering.words import joined
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.organisations.enums import StudyGroupWord
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, Gender
from nastavnik.domain.programmes.enums import ParticipationRole

SCHOOL_CLASS = re.compile(r"^(\d{1,2})([А-ЯЁ])$")
CONTACT = re.compile(r"@|\bтел(?:\b|еф)|\bфакс|\bсайт|\+7|https?:|\bинн\b|\bогрн\b", re.IGNORECASE)


def full_name(person: Person) -> FullName:
    """The name with the gender and the forms that somebody wrote down."""
    return FullName(
        person.surname,
        person.given_name,
        person.patronymic,
        Gender(person.gender) if person.gender else None,
        _forms(person),
    )


def participant(person: Person, group: str = "") -> Participant:
    """A member of a mentorship; somebody from outside is named with the place of work."""
    from_outside = person.workplace if person.post else ""
    post = joined(person.post, from_outside, by=" ")
    return Participant(full_name(person), post, spoken_group(group), str(person.pk), _post_forms(person))


def official(person: Person, post: str) -> Official:
    """Somebody who acts by post."""
    return Official(full_name(person), post, _post_forms(person))


def institution(organisation: Organisation) -> Institution:
    """The head of the paper. The lines of the letterhead are told apart: who can be called or written to, where it
    stands (it has a digit), and above the name who founded it. A line that the name itself says is left out."""
    named = f"{organisation.title}\n{organisation.short_title}".casefold()
    tidy = (line.strip() for line in organisation.letterhead.splitlines())
    lines = [line for line in tidy if line and line.casefold() not in named]
    contacts = [line for line in lines if CONTACT.search(line)]
    addresses = [line for line in lines if line not in contacts and any(sign.isdigit() for sign in line)]
    founder = [line for line in lines if line not in contacts and line not in addresses]
    return Institution(
        full_name=organisation.title,
        short_name=organisation.short_title,
        founder=", ".join(founder),
        address=", ".join(addresses),
        contacts=", ".join(contacts),
        city=organisation.city,
        requisites=joined(
            f"ИНН {organisation.inn}" if organisation.inn else "",
            f"ОГРН {organisation.ogrn}" if organisation.ogrn else "",
        ),
        legal_address=organisation.legal_address,
        publishes_at=tuple(line.strip() for line in organisation.publication_places.splitlines() if line.strip()),
    )


def spoken_group(title: str) -> str:
    """«6Б» → «6 «Б»»; other groups keep their name."""
    found = SCHOOL_CLASS.match(title.strip())
    return f"{found[1]} «{found[2]}»" if found else title.strip()


def group_with_word(title: str, organisation: Organisation) -> str:
    """«9 «А» класс», «объединение «Вихрь»», «группа 2-14»."""
    said = spoken_group(title)
    if not said:
        return ""
    word = StudyGroupWord(organisation.study_group_word)
    if word == StudyGroupWord.CLASS:
        return f"{said} {word.label}"
    return said if said.lower().startswith(str(word.label)) else f"{word.label} {said}"


def present(members: list[MentorshipMember], role: ParticipationRole) -> list[Person]:
    """Who of a mentorship is in it in this role, by name; after its end those who stayed to it."""
    last = max((member.ends_on for member in members if member.ends_on), default=None)
    there = [m for m in members if m.role == role and (m.ends_on is None or m.ends_on == last)]
    return sorted((member.person for member in there), key=lambda person: (person.normal_name, person.pk))


def pair_title(mentorship: Mentorship) -> str:
    """«Белозерская Ксения и Галимзянов Тимур»; a group by its title, or by its mentor and its size."""
    if mentorship.title:
        return mentorship.title
    members = list(mentorship.members.all())
    mentors = ", ".join(person.list_name for person in present(members, ParticipationRole.MENTOR))
    mentees = [person.list_name for person in present(members, ParticipationRole.MENTEE)]
    return f"{mentors} и {', '.join(mentees[:3])}{' и другие' if len(mentees) > 3 else ''}"


def _forms(person: Person) -> Mapping[str, Any]:
    return {case: forms for case, forms in (person.name_forms or {}).items() if isinstance(forms, dict)}


def _post_forms(person: Person) -> dict[str, str]:
    return {case: forms["post"] for case, forms in _forms(person).items() if forms.get("post")}
