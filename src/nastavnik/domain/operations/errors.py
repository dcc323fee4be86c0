"""What may go wrong with copies."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NothingHere(DomainError):
    sentence = _("Базы здесь ещё нет, копировать нечего. Сначала выполните nastavnik setup.")


class NotABackup(DomainError):
    sentence = _("«%(name)s» – не копия «Наставника» или файл повреждён. Возьмите другую копию.")


class BackupDamaged(DomainError):
    sentence = _("Копия «%(name)s» повреждена: не сходится %(what)s. Ничего не изменено. Возьмите другую копию.")


class OtherEngine(DomainError):
    sentence = _(
        "Копия сделана с базы %(theirs)s, а здесь %(ours)s. Укажите такую же базу в NASTAVNIK_DATABASE_URL и повторите."
    )


class FromTheFuture(DomainError):
    sentence = _("Копия сделана более новой версией «Наставника». Сначала обновите программу, потом восстановите.")


class PlaceNotEmpty(DomainError):
    sentence = _(
        "Здесь уже есть данные, ничего не изменено. Чтобы заменить их копией, добавьте --replace: "
        "с того, что есть сейчас, сначала будет сделана ещё одна копия."
    )


class ToolMissing(DomainError):
    sentence = _("Не найдена программа %(tool)s. Поставьте пакет postgresql-client той же версии, что и сервер.")


class ToolFailed(DomainError):
    sentence = _("Программа %(tool)s не справилась (код %(code)s). Её слова – в журнале сервера.")


class NoRoom(DomainError):
    sentence = _("На диске мало места: нужно %(need)s МБ, есть %(free)s МБ. Освободите место и повторите.")
