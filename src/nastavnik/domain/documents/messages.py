"""Codes of the room → what a person reads."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.names import Case, Doubt

DOUBTS = {
    Doubt.GENDER_UNKNOWN: _("Не указан пол, а по имени он не ясен: оставили именительный падеж"),
    Doubt.FLEETING_VOWEL: _("В фамилии может выпадать гласная: сверьте"),
    Doubt.NOT_CYRILLIC: _("Имя не русскими буквами: оставили как есть"),
    Doubt.POST_UNKNOWN: _("Не знаем, как склоняется должность: оставили именительный падеж"),
}
CASES = {
    Case.GENITIVE: _("кого? родительный"),
    Case.DATIVE: _("кому? дательный"),
    Case.ACCUSATIVE: _("кого? винительный"),
    Case.INSTRUMENTAL: _("кем? творительный"),
    Case.PREPOSITIONAL: _("о ком? предложный"),
}
PARTS = {
    "surname": _("Фамилия"),
    "given_name": _("Имя"),
    "patronymic": _("Отчество"),
    "post": _("Должность"),
}


def paper(document: Document) -> str:
    """«Приказ о закреплении пар № 14-а от 3 сентября 2026»."""
    title = str(kind_of(document.kind).title)
    number = f" №\u00a0{document.number}" if document.number else ""
    return f"{title}{number} от\u00a0{date_format(document.dated_on, 'j E Y')}"
