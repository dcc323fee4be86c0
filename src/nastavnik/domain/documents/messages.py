"""Codes of the room → what a person reads."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.citations import Flag, FlagCode
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.words import unbroken
from nastavnik.domain.documents.warnings import Warning, WarningCode
from nastavnik.domain.people import messages as people_messages
from nastavnik.domain.people.names import Case

DOUBTS = {doubt: _(text) for doubt, text in people_messages.DOUBTS.items()}
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


def shown(document: Document) -> str:
    """The same for a page: the number is not broken at its hyphen."""
    return unbroken(paper(document))


CITATIONS = {
    FlagCode.NOT_YET: _("«%(cited)s»: этот акт начинает действовать %(day)s, позже даты документа."),
    FlagCode.NO_MORE: _("«%(cited)s»: этот акт не действует с %(day)s."),
    FlagCode.WRONG_DATE: _("«%(cited)s»: в справочнике этот номер с другой датой — %(day)s."),
    FlagCode.MISTYPED: _("«%(cited)s»: похоже на описку. В справочнике есть %(title)s."),
    FlagCode.UNKNOWN: _("«%(cited)s»: такого акта нет в справочнике. Сверьте и добавьте его или исправьте текст."),
}
INSTEAD = _("Вместо него: %(title)s.")


def citation(flag: Flag) -> str:
    """What a person reads about a citation that should be looked at."""
    act = flag.acts[0] if flag.acts else None
    day = act and {
        FlagCode.NOT_YET: act.in_force_from,
        FlagCode.NO_MORE: act.in_force_to and act.in_force_to + timedelta(days=1),
    }.get(flag.code, act.adopted_on)
    said = CITATIONS[flag.code] % {
        "cited": flag.cited,
        "title": str(_(" или ")).join(act.title for act in flag.acts),
        "day": date_format(day, "d.m.Y") if day else "",
    }
    instead = act.replaced_by if act and flag.code == FlagCode.NO_MORE else ""
    return f"{said} {INSTEAD % {'title': instead}}" if instead else said


WARNINGS = {
    WarningCode.TEXT_STALE: _("С тех пор данные изменились. Соберите текст заново: слова от руки останутся."),
    WarningCode.NUMBER_MISSING: _("Номера пока нет. Он понадобится, чтобы отправить или выпустить документ."),
    WarningCode.AFTER_START: _("Дата документа %(day)s позже начала программы %(starts_on)s."),
    WarningCode.BEFORE_YEAR: _("Дата документа %(day)s раньше учебного года программы: он начинается "
                               "%(year_starts_on)s. Проверьте год."),
    WarningCode.BEFORE_COUNCIL: _("Документ от %(day)s, а педагогический совет был позже, %(council_on)s."),
    WarningCode.LONG_AFTER_COUNCIL: _("Педагогический совет был %(council_on)s, больше чем за месяц до документа."),
    WarningCode.PROTOCOL_MISSING: _("Не указан номер протокола педагогического совета от %(council_on)s."),
    WarningCode.OVER_LIMIT: _("%(name)s: наставляемых станет %(mentees)s, принято не больше %(limit)s."),
    WarningCode.TERM_PAST: _("Срок заканчивается %(ends_on)s, раньше даты документа %(day)s."),
    WarningCode.TERM_REVERSED: _("Срок заканчивается %(valid_until)s, раньше, чем начинается: %(valid_from)s."),
    WarningCode.DAY_OFF: _("%(day)s – воскресенье. Приказы обычно датируют рабочим днём."),
    WarningCode.HOLIDAY: _("%(day)s – нерабочий день: %(holiday)s. Приказы обычно датируют рабочим днём."),
    WarningCode.PUBLIC_HOLIDAY: _("%(day)s – нерабочий праздничный день. Приказы обычно датируют рабочим днём."),
    WarningCode.ACTS_UNCONFIRMED: _("Акты, которые никто не сверял с оригиналом: %(acts)s. В бумагу эта пометка не "
                                    "попадёт."),
    WarningCode.ACT_CITED: "%(said)s",
    WarningCode.WORDS_UNCONFIRMED: _("Эти слова никто не сверял с актами: %(lists)s. Прочтите разделы, поправьте их "
                                     "здесь или отметьте сверенное в списках программы."),
}  # fmt: skip


def warning(one: Warning) -> str:
    """What a person reads about something to look at before signing; days are said as days."""
    params = {
        name: date_format(value, "d.m.Y") if isinstance(value, date) else value for name, value in one.params.items()
    }
    return str(WARNINGS[one.code]) % params
