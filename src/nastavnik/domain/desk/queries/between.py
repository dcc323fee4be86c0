"""What one of a pair waits for from the other: times to choose from, words about a meeting, last words. The sentences
address nobody, so that they fit a child and an adult."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import CharField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from nastavnik.domain.desk.queries.told import told
from nastavnik.domain.desk.records import QueueItem
from nastavnik.domain.mentorships.queries import feedback_visible_to, to_say_last_word
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission as P
from nastavnik.domain.people.rules import holds
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.scheduling.queries import offers_visible_to


def parts(user: Any, organisation: Organisation) -> list[QuerySet[Any, Any]]:
    """What waits, in the shape of `told`."""
    if not holds(user, P.MENTORSHIP_OWN, organisation.pk):
        return []
    offers = offers_visible_to(user).filter(
        organisation=organisation, state=OfferState.OPEN, mentorship__state__in=AT_WORK,
        mentorship__members__person__user=user, mentorship__members__ends_on__isnull=True,
    )  # fmt: skip
    offers = offers.exclude(author__user=user).exclude(answers__member__person__user=user)
    feedback = feedback_visible_to(user).filter(
        organisation=organisation, to__person__user=user, answered_at__isnull=True,
        meeting__mentorship__state__in=AT_WORK,
    )  # fmt: skip
    last = to_say_last_word(user).filter(organisation=organisation)
    return [
        told("offer", offers, Value("", CharField()), F("created_at")),
        told("feedback", feedback, Value("", CharField()), F("created_at")),
        told("last_word", last, Cast("mentorship_id", CharField()), Cast("mentorship__ended_on", DateTimeField())),
    ]


def _offer(pk: int, _name: str, since: date | None, on: date) -> QueueItem:
    title, why = _("Предлагают время встречи"), _("Достаточно выбрать одно из предложенных.")
    return QueueItem("today", "calendar", title, why, since, _("Выбрать время"), "scheduling:offer", (pk,))


def _feedback(pk: int, _name: str, since: date | None, on: date) -> QueueItem:
    title, why = (
        _("Отзыв о встрече ждёт ответа"),
        _("Наставник написал, что получилось и что дальше. Хватит одной фразы."),
    )
    return QueueItem("today", "chat", title, why, since, _("Ответить"), "mentorships:answer_feedback", (pk,))


def _last_word(_pk: int, mentorship: str, since: date | None, on: date) -> QueueItem:
    title, why = _("Что скажем напоследок?"), _("Пара закончила работу. Прочтёт куратор.")
    return QueueItem("week", "flag", title, why, since, _("Написать"), "mentorships:last_word", (int(mentorship),))


WORDS: dict[str, Callable[[int, str, date | None, date], QueueItem]] = {
    "offer": _offer,
    "feedback": _feedback,
    "last_word": _last_word,
}
