"""What the page «Почему так» says of a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.programmes import queries
from nastavnik.domain.programmes.designing import Answers, Proposal
from nastavnik.domain.programmes.enums import Catalogue, Kind
from nastavnik.domain.programmes.fitting import About, may_fit
from nastavnik.domain.programmes.kinds import KindCard
from nastavnik.domain.programmes.messages import grouped, why
from nastavnik.domain.programmes.shipped import Entry


@dataclass(frozen=True)
class Shown:
    """Sentences, names as the institution says them, portraits and requirements of both sides."""

    title: str
    format_title: str
    kind: KindCard
    reasons: list[tuple[str, list[str]]]
    hints: tuple[str, ...]
    other_reasons: tuple[str, ...]
    variants: tuple[tuple[str, str], ...]
    mentor: tuple[Entry, ...]
    mentee: tuple[Entry, ...]
    mentor_asks: tuple[Entry, ...]
    mentee_asks: tuple[Entry, ...]


def shown(organisation: Any, proposal: Proposal, answers: Answers) -> Shown:
    """Three queries."""
    title = next(
        one.called_in(organisation)
        for one in queries.formats_for(organisation)
        if one.code == proposal.mentoring_format
    )
    cards = {card.code: card for card in queries.kinds_for(organisation, keep=proposal.kind)}
    found = queries.entries(organisation)
    about = About(proposal.type, proposal.mentoring_format, answers.education_stage, answers.activity)
    asks = [one for one in found if one.is_usual and may_fit(one, about)]
    other = proposal.alternative
    variants = (
        ("first", _model(proposal.role_model, cards[proposal.kind].title)),
        (
            "second",
            _model(other.role_model, cards[other.kind].title if other.kind in cards else str(Kind(other.kind).label)),
        ),
    )
    return Shown(
        title=_("Наставничество «%(format)s»") % {"format": title},
        format_title=title,
        kind=cards[proposal.kind],
        reasons=grouped(proposal.reasons),
        hints=tuple(why(one) for one in proposal.hints),
        other_reasons=tuple(why(one) for one in other.reasons),
        variants=variants,
        mentor=_portraits(found, Catalogue.MENTOR_PORTRAIT, proposal.mentor_portraits),
        mentee=_portraits(found, Catalogue.MENTEE_PORTRAIT, proposal.mentee_portraits),
        mentor_asks=_of(asks, Catalogue.MENTOR_REQUIREMENT),
        mentee_asks=_of(asks, Catalogue.MENTEE_REQUIREMENT),
    )


def _model(role_model: str, kind: str) -> str:
    return f"{role_model}, {kind.lower()}"


def _of(found: Iterable[Entry], catalogue: str) -> tuple[Entry, ...]:
    return tuple(one for one in found if one.catalogue == catalogue)


def _portraits(found: Iterable[Entry], catalogue: str, codes: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(one for one in found if one.catalogue == catalogue and one.code in codes)
