"""What hinders the undoing of an import, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.queries import Hindrance

# Code → what happened since.
WORDS = {
    "edited": _("после загрузки записи исправили"),
    "signed_in": _("уже входили в систему"),
    "people.signintoken": _("уже выданы коды для входа"),
    "people.roleassignment": _("получили ещё одну роль"),
    "people.enrolment": _("записаны в другой класс или группу"),
    "people.guardianship": _("записан родитель или опекун"),
    "people.clearance": _("записан допуск"),
    "consents.consent": _("записано согласие"),
    "consents.consentsignature": _("записана подпись под согласием"),
    "consents.consentrequest": _("отправлен запрос согласия"),
    "consents.requestedconsent": _("отправлен запрос согласия"),
    "programmes.participation": _("записаны ещё в одну программу"),
    "programmes.participationstatechange": _("участие с тех пор изменилось: допущены, приостановлены или вышли"),
    "programmes.observation": _("есть наблюдение педагога"),
    "mentorships.mentorshipmember": _("состоят в паре или группе"),
    "mentorships.meeting": _("записаны встречи"),
    "matching.proposal": _("участвовали в подборе"),
    "matching.leftout": _("участвовали в подборе"),
    "questionnaires.answersheet": _("заполнены анкеты"),
    "events.attendance": _("отмечены на мероприятии"),
    "intake.application": _("подана заявка"),
    "documents.document": _("выданы документы"),
    "notifications.message": _("отправлены сообщения"),
    "exchange.listedrefusal": _("о них говорит более поздний список: отмените сначала его"),
}
OTHER = _("с ними уже связаны другие записи")


@dataclass(frozen=True)
class Reason:
    text: object
    people: tuple[Any, ...]


BELONGS = _("остаётся вместе с теми, с кем работали")


@dataclass(frozen=True)
class Kept:
    """One of the list who stays, and why, as one sentence."""

    person: Any
    text: str


def kept(found: Iterable[tuple[Any, Iterable[str]]]) -> list[Kept]:
    """A sentence for each: (person, codes of what happened)."""
    return [Kept(person, _why(codes)) for person, codes in found]


def _why(codes: Iterable[str]) -> str:
    texts = list(dict.fromkeys(str(WORDS.get(code, OTHER)) for code in codes))
    return "; ".join(texts) if texts else str(BELONGS)


def reasons(found: Iterable[Hindrance]) -> list[Reason]:
    """One line a kind of trouble, with the people it is about."""
    by_text: dict[str, tuple[object, dict[int, Any]]] = {}
    for one in found:
        text = WORDS.get(one.code, OTHER)
        named = by_text.setdefault(str(text), (text, {}))[1]
        named.update((person.pk, person) for person in one.people)
    return [Reason(text, tuple(named.values())) for text, named in by_text.values()]
