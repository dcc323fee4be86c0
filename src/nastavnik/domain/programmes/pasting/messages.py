"""Russian sentences for what was not understood: where, what, and the next step."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.pasting.shape import Field, Issue

FIELDS = {
    Field.NUMBER: _("№"),
    Field.STAGE: _("этап"),
    Field.TITLE: _("мероприятие"),
    Field.TASK: _("задача"),
    Field.TERM: _("срок"),
    Field.RESPONSIBLE: _("ответственные"),
    Field.RESULT: _("ожидаемый результат"),
    Field.DOCUMENT: _("вид документа"),
    Field.PEOPLE: _("ресурсы: кадровые"),
    Field.METHODS: _("ресурсы: методические"),
    Field.INFORMATION: _("ресурсы: информационные"),
    Field.TECHNICAL: _("ресурсы: технические"),
    Field.OTHER: _("ресурсы: прочие"),
}

TERMS = {
    "no_term": _("Нет срока. Напишите месяц, дату или «ежегодно»."),
    "empty": _("Нет срока. Напишите месяц, дату или «ежегодно»."),
    "unclear_term": _("Срок «%(value)s» не понят. Напишите месяц или даты: октябрь 2026, 01.10.2026–15.10.2026."),
    "unclear": _("Срок «%(value)s» не понят. Напишите месяц или даты: октябрь 2026, 01.10.2026–15.10.2026."),
    "no_such_day": _("Такого дня нет: «%(value)s». Исправьте число или месяц."),
    "ends_before_start": _("Конец раньше начала: «%(value)s». Исправьте один из дней."),
}

OF_ROWS = {
    **TERMS,
    "no_title": _("Нет мероприятия. Напишите, что делаем, или отметьте «не добавлять»."),
    "too_long": _("Слишком длинно: букв %(value)s, помещается %(limit)s. Сократите."),
    "unknown_stage": _("Этапа «%(value)s» в программе нет: строка встала по сроку."),
}

OF_TABLES = {
    "no_table": _(
        "Таблицы не видно. Скопируйте её из Word или Excel целиком, со строкой заголовков, и вставьте снова."
    ),
    "no_title_column": _("Не видно столбца с мероприятиями. Выберите его в списке под таблицей."),
    "too_many_rows": _("Строк %(value)s, за один раз можно %(limit)s. Разделите таблицу на две."),
    "too_long_text": _("Букв %(value)s, за один раз можно %(limit)s. Разделите таблицу на две."),
    "unknown_column": _("Столбец «%(column)s» не узнан и не будет добавлен. Если он нужен, выберите, что в нём."),
    "no_head": _("Строки заголовков не видно, столбцы угаданы. Проверьте их."),
}

CANNOT_READ = {
    "empty_file": _("Файл пуст. Проверьте, тот ли это файл."),
    "too_big": _("Файл больше 5 МБ. Скопируйте из него таблицу и вставьте её в поле."),
    "not_a_table": _("Это не таблица. Нужен файл .docx, .xlsx или .csv."),
    "broken": _("Файл не открывается. Откройте его в Word или Excel, сохраните заново и выберите ещё раз."),
    "no_table": _("В файле нет таблицы. Проверьте, тот ли это файл."),
}


def sentence_of(issue: Issue, called: str = "") -> str:
    """«Строка 7, «Срок»: срок «по мере готовности» не понят. …»; of a table without the row. `called` is its №."""
    words = {"value": issue.value, "limit": issue.limit, "column": issue.column}
    if not issue.row:
        return str(OF_TABLES[issue.code]) % words
    where = _now("Строка %(row)s") % {"row": called or issue.row}
    if issue.column:
        where = f"{where}, «{issue.column}»"
    return f"{where}: {_small(str(OF_ROWS[issue.code]) % words)}"


def term_sentence(code: str, words: str) -> str:
    """Why the words are no term."""
    return str(TERMS[code]) % {"value": words}


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
