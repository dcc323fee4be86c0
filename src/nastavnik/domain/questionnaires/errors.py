"""What may go wrong with questionnaires."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class QuestionnaireUnready(DomainError):
    sentence = _("Анкету ещё нельзя пустить в дело: %(why)s Откройте её и поправьте.")


class VersionIsInUse(DomainError):
    sentence = _(
        "Эта версия уже действует, её не меняют: иначе прежние ответы потеряли бы смысл. Начните новую версию."
    )


class NotYetPublished(DomainError):
    sentence = _("Это черновик: отвечать на него ещё нельзя. Сначала нажмите «Пустить в дело».")


class AlreadySubmitted(DomainError):
    sentence = _("Эта анкета уже отправлена. Спасибо! Второй раз отвечать не нужно.")


class SheetIncomplete(DomainError):
    sentence = _("Остались вопросы без ответа. Вернитесь к ним и отправьте ещё раз.")


class NoSuchReadyOne(DomainError):
    sentence = _("Такой готовой анкеты нет. Выберите из списка.")
