"""The words of letters. They name no child and tell no more than that something waits on the page."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from nastavnik.core import links
from nastavnik.domain.notifications.models import Message

SUBJECTS = {
    "pair_proposed": _("Есть предложение попробовать поработать в паре"),
    "pair_confirmed": _("Пара согласована"),
    "pair_declined": _("Пара не состоялась"),
    "pair_started": _("Пара начинает работу"),
    "pair_ended": _("Пара закончила работу, на её странице можно сказать что-то напоследок"),
    "mentor_changed": _("У пары другой наставник"),
    "handover_asked": _("Предлагают другого наставника, ждём вашего ответа"),
    "flash_booked": _("На короткую встречу записались"),
    "flash_unbooked": _("Запись на короткую встречу отменили"),
    "flash_withdrawn": _("Короткая встреча отменена"),
    "order_submitted": _("Документ ждёт вашего решения"),
    "order_approved": _("Документ утверждён"),
    "order_sent_back": _("Документ вернули на доработку"),
    "programme_proposed": _("Программа ждёт вашего согласия"),
    "programme_agreed": _("Руководитель согласовал программу"),
    "programme_sent_back": _("Программу вернули на доработку"),
    "row_ends": _("Близится срок по дорожной карте"),
    "certificate_issued": _("Сертификат готов"),
    "event_planned": _("Вас ждут на встрече о наставничестве"),
    "closing_planned": _("Вас приглашают на праздник программы наставничества"),
    "attestation_near": _("Подходит срок аттестации"),
    "training_planned": _("Назначено занятие для наставников"),
    "survey_waits": _("Вас просят ответить на анкету"),
    "application_accepted": _("Заявка принята"),
    "application_declined": _("По заявке есть ответ"),
    "application_returned": _("Заявку просят дополнить"),
    "times_offered": _("Предлагают время встречи"),
    "time_chosen": _("Время встречи выбрано"),
    "meeting_invited": _("Назначена встреча"),
    "meeting_changed": _("Встреча изменилась"),
    "meeting_cancelled": _("Встреча отменена"),
    "meeting_soon": _("Скоро встреча"),
    "message_waits": _("Вам написали"),
    "message_held": _("Сообщение ждёт вашего решения"),
    "message_refused": _("Ваше сообщение не отправлено"),
    "message_returned": _("Сообщение не доставлено: пара за это время закончила работу или изменилась"),
    "question_asked": _("Наставникам задали вопрос"),
    "help_asked": _("Просят помощи"),
    "request_answered": _("На вашу просьбу ответили"),
    "consultant_asked": _("Вас просят помочь советом"),
    "concern_raised": _("Прочитайте сегодня: нужно ваше внимание"),
    "concern_read": _("То, что вы рассказали, прочитали"),
    "concern_settled": _("По тому, что вы рассказали, есть ответ"),
    "consent_requested": _("Ждём вашего решения о согласии"),
}


def told(kind: str) -> str:
    """The occasion in a few words, for letters, the list of the page and paper."""
    return SUBJECTS.get(kind, _("Новое на странице «Сегодня»"))


def letter(message: Message) -> tuple[str, str]:
    """Subject and text of a message."""
    subject = told(message.kind)
    return subject, _text([subject + "."], message)


def digest(messages: Sequence[Message]) -> tuple[str, str]:
    """One letter about several occasions of one person, each told once with its number."""
    counts = Counter(told(message.kind) for message in messages)
    lines = [f"— {what}" + (f" ({number})" if number > 1 else "") for what, number in counts.items()]
    subject = next(iter(counts)) if len(counts) == 1 else _("Что вас ждёт: %(number)s") % {"number": len(messages)}
    return subject, _text([_("Пока вас не было:"), "\n".join(lines)], messages[0])


def _text(said: Sequence[str], message: Message) -> str:
    where = links.absolute("desk:today")
    lines = [
        _("Здравствуйте!"),
        *said,
        _("Откройте страницу «Сегодня»: %(where)s") % {"where": where}
        if where
        else _("Откройте «Наставник», страницу «Сегодня»."),
        message.organisation.short_title,
    ]
    return "\n\n".join(lines)
