"""What may go wrong in the room."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NobodyToMatch(DomainError):
    sentence = _("Подбирать пока некого: нужны и наставляемые, и наставники, допущенные к подбору. "
                 "Загрузите списки или допустите участников.")  # fmt: skip


class DataChanged(DomainError):
    """The people or the settings are no longer what the run was made from."""

    sentence = _("Данные изменились: кто-то добавлен, исправлен или получил допуск. "
                 "Пересчитайте подбор, потом публикуйте.")  # fmt: skip


class ChangeRefused(DomainError):
    """A hand-made change breaks a hard rule; `why` says which."""

    sentence = _("Так не получится: %(why)s")


class NothingToPublish(DomainError):
    sentence = _("В этом предложении нет ни одной пары. Посмотрите, что поможет, и подберите ещё раз.")


class RunIsOver(DomainError):
    sentence = _("Это предложение уже опубликовано или отброшено. Откройте последнее.")
