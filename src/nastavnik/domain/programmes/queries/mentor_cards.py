"""The public card of a mentor: what it says, and whether it may be shown today."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import publishable
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.names import FullName, short_public
from nastavnik.domain.people.queries import adult_on
from nastavnik.domain.programmes.enums import Mode, ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import MentorCard, Participation, Programme
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
    token: str = ""
    person_id: int = 0  # whom an export names; said nowhere


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


def shown_mentors(cards: QuerySet[MentorCard], on: date) -> QuerySet[MentorCard]:
    """Of these cards the open ones of mentors who have not left and whose consent to publication holds on the day."""
    agreed = publishable(on, "participation__person__")
    rows = cards.filter(agreed, closed_on=None, participation__role=ParticipationRole.MENTOR)
    return rows.exclude(participation__state=ParticipationState.LEFT)


def shown_cards(programme: Programme) -> list[PublicCard]:
    """The cards of a programme that may be read today, by name; four queries whatever the number."""
    today = clock.today(programme.organisation.time_zone)
    rows = shown_mentors(MentorCard.objects.filter(participation__module__programme=programme), today)
    cards = list(rows.select_related(*(f"participation__{name}" for name in WITH)))
    if not cards:
        return []
    people = [card.participation.person_id for card in cards]
    adults = set(Person.objects.filter(adult_on(today), pk__in=people).values_list("pk", flat=True))
    said = said_of([card.participation_id for card in cards])
    written = [
        replace(
            _written(card.participation, said.get(card.participation_id), card.participation.person_id in adults),
            token=card.token,
            person_id=card.participation.person_id,
        )
        for card in cards
    ]
    return sorted(written, key=lambda card: card.name)


def may_be_shown(participation: Participation) -> bool:
    """A mentor who has not left, with a consent to publication that holds on the day of the institution."""
    today = clock.today(participation.organisation.time_zone)
    mentors = Participation.objects.filter(publishable(today, "person__"), role=ParticipationRole.MENTOR)
    return mentors.filter(pk=participation.pk).exclude(state=ParticipationState.LEFT).exists()


def written_on_card(participation: Participation, *, is_indexed: bool = False) -> PublicCard:
    """What stands on the card; three queries."""
    today = clock.today(participation.organisation.time_zone)
    is_adult = Person.objects.filter(adult_on(today), pk=participation.person_id).exists()
    said = said_of([participation.pk]).get(participation.pk)
    return replace(_written(participation, said, is_adult), is_indexed=is_indexed)


def _written(participation: Participation, said: Any, is_adult: bool) -> PublicCard:
    person = participation.person
    # Whose age nobody knows, and no post either, may be a pupil: the whole name is not shown.
    is_adult = is_adult and (person.birth_date is not None or bool(person.post))
    modes = tuple(str(mode.label) for mode in Mode if said and mode in (said.modes or ()))
    return PublicCard(
        name=person.full_name if is_adult else short_public(FullName(person.surname, person.given_name)),
        post=person.post if is_adult else "",
        competences=tuple(said.competences) if said else (),
        achievements=said.achievements if said else "",
        mentoring_format=participation.module.mentoring_format.called_in(participation.organisation),
        modes=modes,
        institution=participation.organisation.short_title,
    )
