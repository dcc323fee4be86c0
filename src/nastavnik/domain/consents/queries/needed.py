"""Which consent is needed of whom, how, and what does not go on without it: one answer for every page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.consents.enums import ON_PAPER_ONLY, ConsentKind, SigningParty
from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.consents.queries.gate import agreed_to, parties_of
from nastavnik.domain.consents.queries.requests import can_be_signed_by_link
from nastavnik.domain.people.models import Person


@dataclass(frozen=True)
class Needed:
    """`parties` sign, by link or on paper only. Without a minor's consent their data are used for nothing (`stops`);
    a grown-up is asked for their own, may be accepted meanwhile, and is admitted by the list of admission."""

    kind: ConsentKind
    parties: tuple[str, ...]
    is_given: bool
    by_link: bool
    stops: bool

    @property
    def is_own(self) -> bool:
        """Does a grown-up sign for themself?"""
        return self.parties == (SigningParty.ADULT,)


def needed(person: Person, on: date, kind: str = ConsentKind.PROCESSING) -> Needed:
    """What the age of the person and the institution's settings ask for on the day."""
    asked = ConsentKind(kind)
    parties = parties_of(person, on)
    return Needed(
        kind=asked,
        parties=parties,
        is_given=Person.objects.filter(agreed_to(asked, on), pk=person.pk).exists(),
        by_link=person.organisation.consent_by_link and asked not in ON_PAPER_ONLY,
        stops=SigningParty.ADULT not in parties and asked == ConsentKind.PROCESSING,
    )


def takes_answers_by_link(requests: Collection[ConsentRequest]) -> bool:
    """May all that these requests ask be agreed to without paper? A text with a blank is signed on paper."""
    asked = [(request, one) for request in requests for one in request.asked.all()]
    return bool(asked) and all(can_be_signed_by_link(request, one) for request, one in asked)
