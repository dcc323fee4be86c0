"""Expected trouble. A room's `errors.py` names its own kinds, each with the sentence that a person reads."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Something a person can understand and mend: what happened, where, what to do; `params` fill the sentence.
    `place` is the name of the page where it is mended, `place_title` the words of the link."""

    sentence = _("Так не получится. Обновите страницу и попробуйте ещё раз.")
    place: str = ""
    place_title: Promise | str = ""

    def __init__(self, **params: object) -> None:
        super().__init__(type(self).__name__)
        self.params = params


class ForbiddenTransition(DomainError):
    """The life cycle has no such step from here."""

    sentence = _("Это действие сейчас недоступно: пока страница была открыта, состояние изменилось. Обновите страницу.")

    def __init__(self, action: str, state: str) -> None:
        super().__init__(action=action, state=state)


class ChangedMeanwhile(DomainError):
    """Somebody, or the same person in another window, was faster: the row is no longer what the page showed."""

    sentence = _("Пока страница была открыта, здесь сохранили другое. Посмотрите, что стало, и решите заново.")

    def __init__(self, subject: object = None, action: str = "") -> None:
        super().__init__(action=action)
        self.subject = subject
