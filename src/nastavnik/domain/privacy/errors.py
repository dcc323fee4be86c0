"""What may go wrong with requests about personal data and with erasing them."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class AlreadyErased(DomainError):
    sentence = _("Данные этого человека уже удалены.")


class StillResponsible(DomainError):
    sentence = _("%(name)s работает в организации: сначала снимите роли (%(roles)s), потом удаляйте данные.")


class ErasesThemself(DomainError):
    sentence = _("Свои данные удаляет не сам человек, а другой сотрудник: так остаётся, кому подписать акт.")


class ReasonMissing(DomainError):
    sentence = _("Напишите одним предложением, почему в просьбе отказано. Человек это прочтёт.")


class AnswerMissing(DomainError):
    sentence = _("Напишите одним предложением, что сделано. Человек это прочтёт.")


class NotErasedYet(DomainError):
    sentence = _(
        "Данные ещё хранятся: просьба об удалении исполнена, только когда они удалены. "
        "Нажмите «Удалить данные» или откажите с причиной."
    )


class TextMissing(DomainError):
    sentence = _("Напишите, что исправить и как верно.")


class TermTooShort(DomainError):
    sentence = _("Срок хранения не может быть короче %(least)s дней. Исправьте число.")
