"""Expected trouble of the room, each with the sentence that a person reads."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NothingWritten(DomainError):
    sentence = _("Не хватает слов. Напишите хотя бы одно предложение.")


class SecondAdultMissing(DomainError):
    """No channel between an adult and a child without somebody else who reads it."""

    sentence = _("Переписка с ребёнком возможна, когда её читает второй взрослый, не наставник. Назначьте "
                 "ещё одного сотрудника: куратора, психолога или педагога.")  # fmt: skip


class ChannelShut(DomainError):
    sentence = _("Эта пара сейчас не работает, поэтому переписка только для чтения. Спросите куратора.")


class WritingStopped(DomainError):
    """A child without a consent neither writes nor is written to."""

    sentence = _("Согласия на ребёнка сейчас нет, поэтому переписка остановлена. «Нужна помощь» и «Мне некомфортно» "
                 "работают всегда.")  # fmt: skip


class NotInConversation(DomainError):
    sentence = _("Писать здесь могут участники переписки. Обновите страницу.")


class NotOnesOwn(DomainError):
    sentence = _("Своё сообщение пропускает другой взрослый.")


class NoConsultant(DomainError):
    sentence = _("Этот сотрудник сейчас не может помочь: нужен действующий психолог, педагог или куратор с допуском.")


class NobodyToTell(DomainError):
    """Nobody in office but those whom it may be about."""

    sentence = _("В системе сейчас нет взрослого, которому это можно передать. Скажи об этом взрослому, которому "
                 "доверяешь: родителю, классному руководителю или директору.")  # fmt: skip


class NoOutcome(DomainError):
    sentence = _("Напишите, чем закончилось и что сделали.")


class NotAGoalOfThese(DomainError):
    sentence = _("Хвалят за достигнутую цель этой пары. Выберите цель из списка.")


class NoLink(DomainError):
    sentence = _("В этом сообщении нет ссылки, которую можно одобрить.")
