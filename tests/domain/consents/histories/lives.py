"""A life as plain data, and how one is drawn. Nothing here knows the product."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

FIRST, LAST = date(2025, 9, 1), date(2028, 8, 31)
# A school Monday, a first of March, the leap day on which nobody is older than the day before, the new year.
DAYS = (date(2026, 11, 23), date(2027, 3, 1), date(2028, 2, 29), date(2027, 12, 31))
THRESHOLDS = (14, 15, 16, 17, 18)
KINDS = ("processing", "processing", "processing", "participation", "publication", "diagnostics")


@dataclass(frozen=True)
class Term:
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True)
class Agreed:
    """A consent: kind, term, withdrawal, which version of the text (None: not written down), who signed when."""

    kind: str
    term: Term
    withdrawn_on: date | None
    text: int | None
    signed: tuple[tuple[str, date], ...]


@dataclass(frozen=True)
class Life:
    """One person. `school` is the number of one of five, which differ in the age of the own signature."""

    number: int
    school: int
    birth_date: date | None
    post: str
    classes: tuple[Term, ...]
    mentee_role: Term | None
    consents: tuple[Agreed, ...]
    role: str  # in the programme
    guardians: tuple[Term, ...] = ()
    letters: tuple[str, ...] = field(default=())


def life(number: int, source: Random) -> Life:
    """Dates crowd around one of the days that will be asked about, where mistakes live."""
    focus = source.choice(DAYS)
    grown = source.random() < 0.12
    consents = () if source.random() < 0.15 else _consents(source, focus)
    return Life(
        number=number,
        school=source.randrange(len(THRESHOLDS)),
        birth_date=_birth(source, focus, grown),
        post="учитель" if source.random() < 0.15 else "",
        classes=_terms(source, focus),
        mentee_role=_term(source, focus) if source.random() < 0.5 else None,
        consents=consents,
        role=source.choice(("mentee", "mentee", "mentor")),
        guardians=_terms(source, focus),
        letters=tuple(source.sample(("pair_proposed", "pair_started", "consent_requested"), source.choice((0, 1, 2)))),
    )


def _birth(source: Random, focus: date, grown: bool) -> date | None:
    drawn = source.random()
    if drawn < 0.12:
        return None
    if drawn < 0.6:  # around a birthday that changes who signs
        years = source.choice((14, 15, 16, 17, 18, 18))
        turned = date(focus.year - years, focus.month, min(focus.day, 28))
        return turned + timedelta(days=source.randint(-3, 3))
    first = date(1970, 1, 1) if grown else date(2008, 1, 1)
    return first + timedelta(days=source.randrange(365 * 8))


def _day(source: Random, focus: date) -> date:
    if source.random() < 0.75:
        return focus + timedelta(days=source.randint(-3, 3))
    return FIRST + timedelta(days=source.randrange((LAST - FIRST).days))


def _term(source: Random, focus: date) -> Term:
    starts = FIRST + timedelta(days=source.randrange(200)) if source.random() < 0.6 else _day(source, focus)
    ends = None if source.random() < 0.5 else max(starts, _day(source, focus))
    return Term(starts, ends)


def _terms(source: Random, focus: date) -> tuple[Term, ...]:
    """None, one or two, of which one at most has no end, as the table demands."""
    drawn = [_term(source, focus) for _one in range(source.choice((0, 1, 1, 2)))]
    lasting = [term for term in drawn if term.ends_on is None]
    return tuple([term for term in drawn if term.ends_on is not None] + lasting[:1])


def _consents(source: Random, focus: date) -> tuple[Agreed, ...]:
    """At most one that nobody withdrew of each kind and text, as the table demands."""
    drawn, open_ones = [], set()
    for _one in range(source.choice((1, 1, 2, 3, 4))):
        kind, text = source.choice(KINDS), source.choice((None, 1, 1, 2))
        withdrawn = _day(source, focus) if source.random() < 0.4 or (kind, text) in open_ones else None
        if withdrawn is None:
            open_ones.add((kind, text))
        parties = [
            party for party, chance in (("guardian", 0.85), ("child", 0.6), ("adult", 0.2)) if source.random() < chance
        ]
        signed = tuple((party, _sign_day(source, focus)) for party in parties)
        drawn.append(Agreed(kind, _term(source, focus), withdrawn, text, signed))
    return tuple(drawn)


def _sign_day(source: Random, focus: date) -> date:
    return FIRST + timedelta(days=source.randrange(100)) if source.random() < 0.5 else _day(source, focus)
