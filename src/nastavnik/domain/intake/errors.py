"""What may go wrong with applications. What admission may say stands in its own file."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class ApplicationsClosed(DomainError):
    sentence = _("Приём заявок закончен. Спросите куратора: %(contact)s.")


class TooManyApplications(DomainError):
    sentence = _("Сейчас отправляет слишком много людей сразу. Ответы сохранены: попробуйте через час.")


class NotEverythingSaid(DomainError):
    sentence = _("Не хватает: %(missing)s. Вернитесь к этим вопросам и ответьте.")


class BornInFuture(DomainError):
    sentence = _("Такой день рождения ещё не наступил: %(day)s. Исправьте год.")


class GuardianIsTheChild(DomainError):
    sentence = _("Родителем записан сам ребёнок. Напишите имя мамы, папы или опекуна.")


class CannotWithdrawNow(DomainError):
    sentence = _("%(name)s уже участвует. Завершите участие на его странице: заявка останется в истории.")


class RemedyMissing(DomainError):
    sentence = _("Отметьте, что поможет убрать эту причину, или выберите «ничего не нужно».")


class ReturnNeedsWords(DomainError):
    sentence = _("Напишите, что дополнить: без этого непонятно, зачем заявка вернулась.")


class TwinUnanswered(DomainError):
    sentence = _("Сначала ответьте, один ли это человек: %(name)s. Потом примите заявку.")


class NobodyIsTaken(DomainError):
    sentence = _("Отметьте, кого ждёте: тех, кому нужна помощь, наставников или тех и других.")


class TalkIsOver(DomainError):
    sentence = _("Итог этого разговора уже записан.")
