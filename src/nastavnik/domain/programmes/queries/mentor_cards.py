"""The public card of a mentor: what it says, and whether it may be shown today."""

from dataclasses import dataclass
from typing import Any

from nastavnik.core import clock
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, short_public
from nastavnik.domain.people.queries import adult_on
from nastavnik.domain.programmes.enums import Mode, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import MentorCard, Participation
from nastavnik.domain.programmes.queries.profiles import said_of

WITH = ("person", "organisation", "module__mentoring_format")


@dataclass(frozen=True)
class PublicCard:
    """All that the page says. Of a minor neither surname nor post; of nobody a contact, a class, a day of birth."""

    name: str
    post: str
    competences: tuple[str, ...]
    achievements: str
    mentoring_format: str
    modes: tuple[str, ...]
    institution: str
    is_indexed: bool = False


def shown_card(token: str) -> PublicCard | None:
    """The card behind an address; None where it is closed or the consent to publication is not in force today."""
    rows = MentorCard.objects.filter(token=token, closed_on=None)
    card = rows.select_related(*(f"participation__{name}" for name in WITH)).first()
    if card is None or not may_be_shown(card.participation):
        return None
    return written_on_card(card.participation, is_indexed=card.is_indexed)


def was_published(token: str) -> bool:
    """Whether the address was ever that of a card: it may stand on a site longer than the consent holds."""
    return MentorCard.objects.filter(token=token).exists()


def card_of(participation: Participation) -> MentorCard | None:
    return MentorCard.objects.filter(participation=participation).first()


def may_be_shown(participation: Participation) -> bool:
    """A mentor who has not left, with a consent to publication that holds on the day of the institution."""
    today = clock.today(participation.organisation.time_zone)
    mentors = Participation.objects.filter(publishable(today, "person__"), role=ParticipationRole.MENTOR)
    return mentors.filter(pk=participation.pk).exclude(state=ParticipationState.LEFT).exists()


def written_on_card(participation: Participation, *, is_indexed: bool = False) -> PublicCard:
    """What stands on the card; three queries."""
    person = participation.person
    today = clock.today(participation.organisation.time_zone)
    # Whose age nobody knows, and no post either, may be a pupil: the whole name is not shown.
    is_known = person.birth_date is not None or bool(person.post)
    is_adult = is_known and Person.objects.filter(adult_on(today), pk=person.pk).exists()
    said: Any = said_of([participation.pk]).get(participation.pk)
    modes = tuple(str(mode.label) for mode in Mode if said and mode in (said.modes or ()))
    return PublicCard(
        name=person.full_name if is_adult else short_public(FullName(person.surname, person.given_name)),
        post=person.post if is_adult else "",
        competences=tuple(said.competences) if said else (),
        achievements=said.achievements if said else "",
        mentoring_format=participation.module.mentoring_format.called_in(participation.organisation),
        modes=modes,
        institution=participation.organisation.short_title,
        is_indexed=is_indexed,
    )
