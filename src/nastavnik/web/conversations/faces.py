"""How a conversation looks to the one who opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from nastavnik.domain.conversations import queries
from nastavnik.domain.conversations.enums import MemberRole
from nastavnik.domain.mentorships.naming import called, is_young, listed

WHY = {
    "phone": _("похоже на номер телефона"),
    "card": _("похоже на номер карты"),
    "mail": _("похоже на адрес почты"),
    "link": _("ссылка, которую ещё не одобряли"),
    "nick": _("похоже на имя в другом сервисе"),
    "elsewhere": _("зовут в другой сервис"),
    "asks_phone": _("просят или дают номер"),
    "secret": _("просят о тайне"),
    "meeting": _("встреча вне организации или адрес"),
    "money": _("речь о деньгах"),
    "photo": _("просят личное фото"),
    "unread": _("ищут место, где не читают"),
    "hiding": _("подсказывают, где искать номер или имя"),
    "encoded": _("похоже на шифр или на подсказку к нему"),
    "closeness": _("слова о близости"),
    "gift": _("хотят передать что-то лично"),
}


@dataclass(frozen=True)
class Faces:
    """Who is in it: `others` are the sides and consultants but oneself, `watchers` the second adults."""

    title: str
    others: str
    watchers: str
    with_child: bool


def faces(channel: Any, user: Any, members: Sequence[Any] | None = None) -> Faces:
    members = queries.members_of(channel) if members is None else members
    sides = [m.person for m in members if m.role != MemberRole.WATCHER and m.person.user_id != user.pk]
    watchers = [m.person for m in members if m.role == MemberRole.WATCHER]
    title = listed([called(person) for person in sides]) or _("Вопрос куратору")
    with_child = any(m.is_child for m in members)
    return Faces(title, title, listed([called(person) for person in watchers if person.user_id != user.pk]), with_child)


def reasons(findings: Sequence[str]) -> str:
    """Why a message waits, in words."""
    return ", ".join(str(WHY.get(code, code)) for code in findings)


def me(request: HttpRequest) -> Any:
    """The person of the request in its organisation."""
    person = request.person  # type: ignore[attr-defined]
    if person is None:
        raise Http404
    return person


def reads_young(request: HttpRequest) -> bool:
    """«Ты» to a child under 14."""
    person = request.person  # type: ignore[attr-defined]
    return person is not None and is_young(person)
