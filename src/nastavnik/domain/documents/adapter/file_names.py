"""What the file of a paper is called: number and surname first, so that a person finds it in a folder."""

from typing import Any

from nastavnik.domain.documents.adapter.people import present
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.bundle import safe_name
from nastavnik.domain.documents.rendering.words import joined
from nastavnik.domain.programmes.enums import ParticipationRole

SURNAMES = 3


def file_name(document: Document) -> str:
    """«118-Н Воронова П. Р. Сертификат», «Белозерская – Галимзянов Журнал встреч», «14-а приложение 1 Дорожная
    карта»; what is not in force says so. The paper comes out of `queries.batches.papers_in`."""
    order = document.appendix_to
    number = order.number if order else document.number
    part = f"приложение {document.appendix_number}" if order else ""
    issued = document.state == DocumentState.ISSUED
    state = "" if issued else f"({DocumentState(document.state).label})"
    return safe_name(joined(number, part, _whose(document), str(kind_of(document.kind).title), state, by=" "))


def _whose(document: Document) -> str:
    if document.person is not None:
        given, patronymic = document.person.given_name[:1], document.person.patronymic[:1]
        return joined(document.person.surname, *(f"{letter}." for letter in (given, patronymic) if letter), by=" ")
    if document.partner is not None:
        return document.partner.title
    pairs = list(document.mentorships.all())
    return _surnames(list(pairs[0].members.all())) if len(pairs) == 1 else ""


def _surnames(members: list[Any]) -> str:
    sides = [present(members, role) for role in (ParticipationRole.MENTOR, ParticipationRole.MENTEE)]
    return joined(*map(_side, sides), by=" – ")


def _side(people: list[Any]) -> str:
    more = "и другие" if len(people) > SURNAMES else ""
    return joined(joined(*(one.surname for one in people[:SURNAMES])), more, by=" ")
