"""Expected trouble of the room."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class NothingToRead(DomainError):
    sentence = _("Материал пуст. Нужны название и хотя бы одно из трёх: текст, ссылка или файл.")


class NotALink(DomainError):
    sentence = _("Это не похоже на ссылку. Она начинается с https:// и открывается в браузере. Скопируйте её оттуда.")


class SiteNotApproved(DomainError):
    """The host of a link is neither allowed by the institution nor approved."""

    sentence = _("Ссылки на сайт %(host)s ещё не разрешали. Откройте его, посмотрите, подходит ли он тем, кто прочтёт, "
                 "и отметьте это ниже.")  # fmt: skip


class LastOfMaterial(DomainError):
    sentence = _("Кроме этого файла в материале ничего нет. Сначала напишите текст или удалите материал целиком.")


class ThemeIsThere(DomainError):
    sentence = _("Такая тема уже есть. Если её не видно, она скрыта: покажите её снова.")


class ThemeWithoutWords(DomainError):
    sentence = _("Не хватает темы. Напишите её одной строкой.")
