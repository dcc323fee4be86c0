"""What the papers of a batch are about: members of mentorships, mentorships or participations, by the kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from nastavnik.domain.documents.adapter.people import pair_title
from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import LIVE, Document
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.programmes.models import Participation

CERTIFICATE = "certificate"  # given to each member of a mentorship


def targets_of(code: str, ids: Iterable[int]) -> dict[int, Any]:
    """The rows with these ids by id, in the order of the ids; what is gone is left out. Few queries whatever the
    number."""
    wanted = list(dict.fromkeys(ids))
    found = _rows(code).in_bulk(wanted)
    return {pk: found[pk] for pk in wanted if pk in found}


def target_names(code: str, ids: Iterable[int]) -> dict[int, str]:
    """Id → whom or which pair it means, for the page."""
    return {pk: _name(row) for pk, row in targets_of(code, ids).items()}


def living_paper(code: str, row: Any, answers: Mapping[str, Any]) -> Document | None:
    """The paper of the kind about this very row with the same answers, if it is there."""
    about = {"mentorships": row} if kind_of(code).subject == Subject.MENTORSHIP else {"participation": row}
    return Document.objects.filter(kind=code, state__in=LIVE, answers=dict(answers), **about).first()


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
