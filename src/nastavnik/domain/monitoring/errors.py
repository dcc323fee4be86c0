"""What may go wrong with surveys."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NobodyToAsk(DomainError):
    sentence = _(
        "Спросить пока некого: в программе нет людей, чьи данные можно обрабатывать. Сначала соберите согласия."
    )


class WaveIsNotOpen(DomainError):
    sentence = _("Этот опрос сейчас не идёт. Если это ошибка, скажите куратору.")


class ReminderTooSoon(DomainError):
    sentence = _("Сегодня уже напоминали. Следующее напоминание можно отправить завтра.")


class NoVersionToAsk(DomainError):
    sentence = _("У этой анкеты нет действующей версии. Откройте её и нажмите «Пустить в дело».")


class AskedByNobody(DomainError):
    sentence = _("Отметьте, кого спросить.")
