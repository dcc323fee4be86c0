"""What may go wrong with a list: before it can be read at all, and while it is taken in."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class UnreadableFile(DomainError):
    """The file is no table that can be read; `code` and `params` find their sentence in `messages`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(**params)
        self.args = (code,)
        self.code = code


class ColumnsUnclear(DomainError):
    sentence = _("Пока непонятно, в каком столбце имя. Выберите ровно один столбец с ФИО.")


class NobodyToAccept(DomainError):
    sentence = _("Принимать некого: исправьте строки с ошибками или ответьте на вопросы о повторах.")


class TwoBirthDates(DomainError):
    sentence = _(
        "Это не может быть один человек: у строк разные даты рождения. Исправьте дату в файле или ответьте «Два»."
    )


class NoSuchQuestion(DomainError):
    sentence = _("Такого вопроса о повторах больше нет: список прочитан заново. Посмотрите, что осталось.")


class ImportStoodUpon(DomainError):
    sentence = _("Отменить загрузку уже нельзя: с её людьми работали. Что мешает, написано на странице.")


class SheetMissing(DomainError):
    sentence = _("Такого листа в файле нет. Выберите лист из тех, что показаны.")


class ViewWithoutTitle(DomainError):
    sentence = _("Назовите вид: по названию его потом найдут. Например: «Без согласия, 7 классы».")


class TooManyViews(DomainError):
    sentence = _("Видов уже слишком много. Удалите ненужные и сохраните ещё раз.")
