"""What may go wrong, in sentences."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NotAMember(DomainError):
    """Only who is in the pair tells how it goes."""

    sentence = _("Оценить, как идут дела, может только участник пары.")


class NoSuchScore(DomainError):
    sentence = _("Выберите число от 1 до 10.")


class TalkInTheFuture(DomainError):
    sentence = _("Этот день ещё не наступил. Запишите разговор, когда он состоится.")


class TalkBeforeStart(DomainError):
    sentence = _("В этот день пара ещё не работала. Проверьте дату.")


class SnoozeTooFar(DomainError):
    sentence = _("Отложить можно не раньше чем до завтра и не дольше чем на %(days)s дней.")


class RareOrOften(DomainError):
    sentence = _("Созваниваться можно не чаще раза в 7 и не реже раза в 180 дней.")
