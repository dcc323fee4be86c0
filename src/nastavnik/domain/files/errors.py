"""What may go wrong with files."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class FileLost(DomainError):
    sentence = _("Файл «%(title)s» не читается. Сообщите администратору: его можно вернуть из копии.")
