"""An order of rewards out of completed mentorships."""

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.adapter.introduction_order import issued_order, lines, with_regulation
from nastavnik.domain.documents.adapter.people import participant
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.errors import NobodyToReward
from nastavnik.domain.documents.kinds.reward_order import THANKS, RewardContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.queries.participants import groups_of


def context_of(document: Document) -> RewardContext:
    """From the rows as they are now. Raises HeadMissing, NobodyToReward."""
    people = mentors(document)
    if not people:
        raise NobodyToReward
    groups = groups_of([person.pk for person in people], document.dated_on)
    return RewardContext(
        frame=with_regulation(document),
        programme=programme_text(programme_of(document)),
        people=tuple(participant(person, groups.get(person.pk, ("", None))[0]) for person in people),
        reward=document.answers.get("reward", THANKS),
        report=issued_order(document, "programme_report"),
    )


def mentors(document: Document) -> list[Person]:
    """Who mentored to the end in the programme by the day of the paper, by name: but for those it leaves out, and for
    children whose data may not be used any more."""
    today = clock.today(document.organisation.time_zone)
    members = MentorshipMember.objects.filter(
        processable(today, prefix="person__"),
        role=ParticipationRole.MENTOR,
        mentorship__module__programme=document.programme,
        mentorship__state=MentorshipState.COMPLETED,
        mentorship__ended_on__lte=document.dated_on,
    )
    left_out = [comparable_name(line) for line in lines(document.answers.get("leave_out", ""))]
    stayed = (row.person for row in members.select_related("person", "mentorship") if _to_the_end(row))
    found = {person.pk: person for person in stayed if not _named(person, left_out)}
    return sorted(found.values(), key=lambda person: (person.normal_name, person.pk))


def _to_the_end(member: MentorshipMember) -> bool:
    ended_on = member.mentorship.ended_on
    return member.ends_on is None or ended_on is None or member.ends_on >= ended_on


def _named(person: Person, names: list[str]) -> bool:
    return any(person.normal_name == name or person.normal_name.startswith(f"{name} ") for name in names)
