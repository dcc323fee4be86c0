"""What a paper may be about, as choices of a form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.documents import adapter
from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.kinds import DocumentKind
from nastavnik.domain.documents.queries.targets import employed, pupils_of, shut, with_paper
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.queries import visible_to as mentorships_visible_to
from nastavnik.domain.organisations.queries import partners
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.queries import modules_visible_to, participations_visible_to
from nastavnik.domain.programmes.queries.participants import groups_of

OVER = (MentorshipState.PROPOSED, MentorshipState.DECLINED)  # nothing is written about these

OF_EMPLOYEES = ("employee_consent", "supplementary_agreement")


@dataclass(frozen=True)
class ForMany:
    """One row of a tick list."""

    pk: int
    title: str
    has_one: bool
    is_shut: bool  # without a consent no paper can be made
    role: str = ""  # ParticipationRole value; "" for a pair
    groups: tuple[str, ...] = ()  # study groups: of the person, or of the mentees of the pair

    @property
    def waits(self) -> bool:
        return not (self.has_one or self.is_shut)


def for_many(user: Any, kind: DocumentKind, programme: Any, on: date) -> list[ForMany]:
    """For whom of the programme a paper of the kind can be made; three queries more than the rows themselves."""
    rows = subjects_of(user, kind, programme) or {}
    given, closed = with_paper(kind.code, rows), shut(kind.code, rows, on)
    persons = {pk: pupils_of(row) for pk, (row, _title) in rows.items()}
    groups = groups_of([one for ids in persons.values() for one in ids], on)
    return [
        ForMany(
            pk,
            title,
            pk in given,
            pk in closed,
            getattr(row, "role", ""),
            tuple(dict.fromkeys(groups[one][0] for one in persons[pk] if one in groups)),
        )
        for pk, (row, title) in rows.items()
    ]


def subjects_of(user: Any, kind: DocumentKind, programme: Any) -> dict[int, tuple[Any, str]] | None:
    """Rows of the programme by id, each with its name; None where the paper is about the programme itself."""
    match kind.subject:
        case Subject.MODULE:
            return {row.pk: (row, row.title) for row in modules_visible_to(user).filter(programme=programme)}
        case Subject.MENTORSHIP:
            rows = mentorships_visible_to(user).filter(module__programme=programme).exclude(state__in=OVER)
            rows = rows.select_related("module__programme").prefetch_related("members__person")
            return _named({row.pk: (row, adapter.pair_title(row)) for row in rows})
        case Subject.PARTICIPATION:
            people = participations_visible_to(user).filter(module__programme=programme)
            people = people.exclude(state=ParticipationState.LEFT)
            if kind.code in OF_EMPLOYEES:
                people = people.filter(employed(clock.today(programme.organisation.time_zone)))
            if kind.code == "mentor_portfolio":
                people = people.filter(role=ParticipationRole.MENTOR)
            return _named({row.pk: (row, f"{row.person.list_name}, {row.get_role_display()}") for row in people})
        case Subject.PARTNER:
            return {row.pk: (row, row.title) for row in partners(programme.organisation)}
    return None


def _named(rows: dict[int, tuple[Any, str]]) -> dict[int, tuple[Any, str]]:
    return dict(sorted(rows.items(), key=lambda item: item[1][1]))
