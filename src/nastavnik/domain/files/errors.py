"""What may go wrong with files."""

from django.utils.translation import gettext_lazy as _

from nastavnik.core.errors import DomainError


class FileLost(DomainError):
    sentence = _("Файл «%(title)s» не читается. Сообщите администратору: его можно вернуть из копии.")


class FileIsEmpty(DomainError):
    sentence = _("Файл «%(title)s» пуст. Проверьте, тот ли это файл.")


class FileTooBig(DomainError):
    sentence = _("Файл «%(title)s» больше %(limit)s МБ. Уменьшите снимок или разделите документ.")


class FileMayHarm(DomainError):
    sentence = _("В файле «%(title)s» есть макросы. Сохраните его без них: .docx, .xlsx или .pdf.")


class FileUnknown(DomainError):
    sentence = _("Файл «%(title)s» не открыть: нужны снимок, PDF или документ Word, Excel, LibreOffice.")
