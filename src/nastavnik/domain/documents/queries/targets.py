"""What the papers of a batch are about: members of mentorships, mentorships or participations, by the kind."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.documents.adapter.people import pair_title
from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import LIVE, Document
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import minor_on
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation

CERTIFICATE = "certificate"  # given to each member of a mentorship


def targets_of(code: str, ids: Iterable[int]) -> dict[int, Any]:
    """The rows with these ids by id, in the order of the ids; what is gone is left out. Few queries whatever the
    number."""
    wanted = list(dict.fromkeys(ids))
    found = _rows(code).in_bulk(wanted)
    return {pk: found[pk] for pk in wanted if pk in found}


def organisations_of(code: str, ids: Iterable[int]) -> dict[int, int]:
    """Id of a target → id of its organisation, in the order of the ids; what is gone is left out. One query."""
    wanted = list(dict.fromkeys(ids))
    rows = _rows(code).prefetch_related(None).select_related(None).order_by().filter(pk__in=wanted)
    found = dict(rows.values_list("pk", "organisation_id"))
    return {pk: found[pk] for pk in wanted if pk in found}


def target_names(code: str, ids: Iterable[int]) -> dict[int, str]:
    """Id → whom or which pair it means, for the page."""
    return {pk: _name(row) for pk, row in targets_of(code, ids).items()}


def living_paper(code: str, row: Any, answers: Mapping[str, Any]) -> Document | None:
    """The paper of the kind about this very row with the same answers, if it is there."""
    about = {"mentorships": row} if kind_of(code).subject == Subject.MENTORSHIP else {"participation": row}
    return Document.objects.filter(kind=code, state__in=LIVE, answers=dict(answers), **about).first()


def with_paper(code: str, ids: Iterable[int]) -> set[int]:
    """Of these mentorships or participations those that have a living paper of the kind already."""
    about = "mentorships" if kind_of(code).subject == Subject.MENTORSHIP else "participation"
    rows = Document.objects.filter(kind=code, state__in=LIVE, **{f"{about}__in": list(ids)})
    return set(rows.values_list(about, flat=True))


def shut(code: str, ids: Iterable[int], on: date) -> set[int]:
    """Of these mentorships or participations those of somebody whose data may not be used on the day; nobody where
    the kind comes before the consent."""
    kind, wanted = kind_of(code), list(ids)
    if kind.before_consent:
        return set()
    persons = Person.objects.filter(processable(on), pk=OuterRef("person_id"))
    if kind.subject == Subject.MENTORSHIP:
        members = MentorshipMember.objects.filter(~Exists(persons), mentorship__in=wanted, ends_on__isnull=True)
        return set(members.values_list("mentorship_id", flat=True))
    return set(Participation.objects.filter(~Exists(persons), pk__in=wanted).values_list("pk", flat=True))


def employed(on: date) -> Q:
    """Grown-up mentors with a post in the institution itself."""
    children = Person.objects.filter(minor_on(on), pk=OuterRef("person_id"))
    works_here = Q(role=ParticipationRole.MENTOR, person__partner__isnull=True) & ~Q(person__post="")
    return works_here & ~Q(Exists(children))


def pupils_of(row: Any) -> list[int]:
    """Persons whose study groups tell where the row belongs."""
    if isinstance(row, Participation):
        return [row.person_id]
    if isinstance(row, Mentorship):
        return [member.person_id for member in row.members.all() if member.role == ParticipationRole.MENTEE]
    return []


def _rows(code: str) -> Any:
    if code == CERTIFICATE:
        return MentorshipMember.objects.select_related(
            "organisation", "person__organisation", "mentorship__organisation", "mentorship__module__programme",
            "mentorship__module__mentoring_format",
        )  # fmt: skip
    if kind_of(code).subject == Subject.MENTORSHIP:
        rows = Mentorship.objects.select_related("organisation", "module__programme")
        return rows.prefetch_related("members__person")
    return Participation.objects.select_related("organisation", "person", "module__programme")


def _name(row: Any) -> str:
    return pair_title(row) if isinstance(row, Mentorship) else row.person.list_name
