"""Who reads: what is written to them, and what fits them first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from nastavnik.core import clock
from nastavnik.domain.library.enums import Audience, Situation
from nastavnik.domain.library.queries.sheets import Sheet
from nastavnik.domain.library.situations import spoken
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.queries import age_on, in_force
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation

READERS: dict[str, str] = {
    RoleCode.MENTOR: Audience.MENTOR,
    RoleCode.MENTEE: Audience.MENTEE,
    RoleCode.GUARDIAN: Audience.GUARDIAN,
}
# A mentor reads what is written to mentees as well: nobody recommends what they have not seen.
ALSO: dict[str, str] = {RoleCode.MENTOR: Audience.MENTEE}


@dataclass(frozen=True)
class Reader:
    """`reads`: whose sheets are shown, None is all of them; `own`: which speak to this reader. Formats and ages (full
    years) are those of the reader's own participations as a mentee and of the reader's children; none are unknown."""

    reads: frozenset[str] | None
    own: frozenset[str]
    formats: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()

    def fits(self, one: Sheet) -> bool:
        """Unknown is no reason against."""
        spoken_to = not one.audiences or not self.own or bool(self.own & set(one.audiences))
        return spoken_to and fits(one, self.formats, self.ages)


def fits(one: Sheet, formats: Collection[str], ages: Collection[int]) -> bool:
    """Are the formats and one of the ages those that the sheet is for? Unknown is no reason against."""
    in_format = not one.formats or not formats or bool(set(formats) & set(one.formats))
    low, high = one.min_age or 0, 200 if one.max_age is None else one.max_age
    return in_format and (not ages or any(low <= age <= high for age in ages))


def audiences_of(user: Any, organisation: Organisation) -> frozenset[str] | None:
    """Whose memos the user reads here: staff all of them (None), mentees and guardians their own, mentors theirs and
    those of mentees."""
    roles = standing(user).roles_in(organisation.pk)
    if roles - set(READERS):
        return None
    return frozenset(READERS[role] for role in roles) | frozenset(ALSO[role] for role in roles & set(ALSO))


def reader_of(user: Any, organisation: Organisation) -> Reader:
    """One query."""
    roles = standing(user).roles_in(organisation.pk)
    today = clock.today(organisation.time_zone)
    ward = Q(person__guardians__guardian__user=user) & in_force(today, "person__guardians__")
    rows = Participation.objects.filter(Q(person__user=user) | ward, organisation=organisation)
    rows = rows.exclude(state=ParticipationState.LEFT).order_by()
    found = set(rows.values_list("module__mentoring_format__code", "role", "person__birth_date"))
    births = {birth for _code, role, birth in found if role == ParticipationRole.MENTEE and birth}
    return Reader(
        reads=audiences_of(user, organisation),
        own=frozenset(READERS.get(role, Audience.STAFF) for role in roles),
        formats=frozenset(code for code, _role, _birth in found),
        ages=frozenset(age_on(birth, today) for birth in births),
    )


def situations_in(found: Iterable[Any], audiences: Collection[str] | None) -> list[tuple[str, str]]:
    """Code and words of the situations for which something is there (sheets or choices), in the order in which a pair
    meets them."""
    there = {code for one in found for code in one.situations}
    return [(code, spoken(code, audiences)) for code in Situation.values if code in there]
