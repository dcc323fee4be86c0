"""What a list adds to somebody who is there, and where it says something else. Filled fields are never overwritten."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from nastavnik.domain.exchange.records import PersonRecord
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.programmes.records import ProfileValues

PHONE_LENGTH, PLACE_LENGTH, CATEGORY_LENGTH = 40, 80, 120


class Filled(Protocol):
    """The fields of a person that a list can fill."""

    given_name: str
    patronymic: str
    birth_date: date | None
    phone: str
    email: str
    post: str
    workplace: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The list says another thing than the card; the card stays."""

    field: str
    here: str
    listed: str


def fields_of(record: PersonRecord) -> dict[str, Any]:
    """The fields of a person as the list gives them, cut to what a card holds."""
    return {
        "given_name": record.given_name[:80],
        "patronymic": record.patronymic[:80],
        "birth_date": record.birth_date,
        "phone": phone_of(record.phones),
        "email": record.email or "",
        "post": (record.position or "")[:150],
        "workplace": (record.workplace or "")[:200],
    }


def phone_of(phones: tuple[str, ...]) -> str:
    """As many whole numbers as fit."""
    kept: list[str] = []
    for phone in phones:
        if len(", ".join([*kept, phone])) <= PHONE_LENGTH:
            kept.append(phone)
    return ", ".join(kept)


def gains(person: Filled, record: PersonRecord) -> dict[str, Any]:
    """Empty fields of the card that the list can fill."""
    return {name: value for name, value in fields_of(record).items() if value and not getattr(person, name)}


def differences(person: Filled, record: PersonRecord) -> list[Difference]:
    """Fields that both have and that are not the same."""
    found = []
    for name, value in fields_of(record).items():
        here = getattr(person, name)
        if here and value and _plain(here) != _plain(value):
            found.append(Difference(name, _shown(here), _shown(value)))
    return found


def _plain(value: Any) -> str:
    return comparable_name(_shown(value))


def _shown(value: Any) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


def profile_of(record: PersonRecord) -> ProfileValues:
    """The record as the inputs of matching."""
    return ProfileValues(
        main_need=record.main_need,
        needs=record.needs,
        competences=record.competences,
        interests=record.interests,
        free_time=record.free_time,
        modes=record.modes,
        age_wish=record.age_wish,
        grade_wish=record.grade_wish,
        places=record.places,
        achievements=record.achievements or "",
        openness=record.openness,
        level=record.level,
        mastery=record.mastery,
        values=record.values,
        ways=record.ways,
        building=(record.building or "")[:PLACE_LENGTH],
        district=(record.district or "")[:PLACE_LENGTH],
        languages=record.languages,
        wanted_mentors=record.wanted_mentors,
        category=(record.category or "")[:CATEGORY_LENGTH],
    )
