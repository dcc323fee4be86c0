"""What the reading of a list says in Russian: what happened, where, what to do."""

import re
from collections.abc import Mapping
from typing import Any

from nastavnik.core.spoken import marked as _
from nastavnik.core.spoken import spoken
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.records import Issue, ListReading

REFUSALS = {
    "empty_file": _("Файл пустой. Откройте его в Excel, проверьте, что список на месте, и сохраните ещё раз."),
    "too_big": _("Файл больше %(limit)s МБ. Сохраните один лист отдельным файлом и загрузите снова."),
    "too_heavy": _(
        "Файл слишком тяжёлый: в нём заполнены ячейки далеко за списком. "
        "Скопируйте только сам список на новый лист, сохраните отдельным файлом и загрузите снова."
    ),
    "swollen": _("Файл в распакованном виде слишком велик. Скопируйте только сам список в новую книгу и загрузите её."),
    "too_many_rows": _("В списке больше %(limit)s строк. Разделите его на несколько файлов."),
    "too_many_columns": _("В таблице больше %(limit)s столбцов. Оставьте столбцы со сведениями о людях."),
    "not_a_table": _("Это не таблица. Нужен файл .xlsx, .xls, .ods или .csv."),
    "picture": _("Это не таблица, а картинка. Нужен файл .xlsx, .xls, .ods или .csv."),
    "pdf": _("Это PDF, таблицу из него не прочитать. Нужен исходный файл .xlsx, .xls, .ods или .csv."),
    "word_document": _("Это текстовый документ. Скопируйте таблицу из него в Excel, сохраните как .xlsx и загрузите."),
    "presentation": _("Это презентация. Скопируйте таблицу из неё в Excel, сохраните как .xlsx и загрузите."),
    "archive": _("Это архив без таблицы. Нужен файл .xlsx, .xls, .ods или .csv."),
    "archive_of_tables": _("Это архив. Распакуйте его и загрузите таблицу из него."),
    "web_page": _("Это веб-страница с именем таблицы. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»."),
    "xml_table": _("Это таблица в старом виде XML. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»."),
    "binary_workbook": _("Это двоичная книга .xlsb. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)»."),
    "numbers_document": _("Это документ Numbers. Выберите в нём «Экспортировать в Excel» и загрузите полученный файл."),
    "encrypted": _("Файл закрыт паролем. Снимите пароль (Файл – Сведения – Защита книги), сохраните и загрузите."),
    "unsafe": _("В файле есть вставки, которых в списке не бывает. Скопируйте список в новую книгу и загрузите её."),
    "broken": _("Файл повреждён и не читается. Откройте его в Excel, сохраните под новым именем и загрузите снова."),
    "unknown_encoding": _(
        "Не удалось узнать кодировку: буквы не складываются в русские слова. "
        "Откройте файл в Excel и сохраните как «Книга Excel (.xlsx)» или «CSV UTF-8»."
    ),
    "unclosed_quote": _(
        "В строке %(row)s кавычка открыта и не закрыта. Исправьте кавычки или сохраните таблицу как .xlsx."
    ),
    "empty_sheet": _("В файле пустой лист. Откройте файл, проверьте, что список сохранён, и загрузите снова."),
    "hidden_only": _("Список лежит на скрытом листе. Покажите лист в Excel, сохраните файл и загрузите снова."),
    "no_such_sheet": _("Листа «%(sheet)s» в файле нет. Есть листы: %(sheets)s. Назовите один из них."),
    "no_headings": _(
        "Над списком нет строки с названиями столбцов, он начинается так: %(seen)s. "
        "Добавьте строку: ФИО, Дата рождения, Класс."
    ),
}

# code → (what happened, what to do); `where` is put between them.
ISSUES = {
    "name_missing": (_("Нет имени."), _("Допишите фамилию и имя или удалите строку.")),
    "two_people": (_("В одной ячейке два человека."), _("Разделите их на две строки.")),
    "name_incomplete": (_("Имя неполное: %(text)s."), _("Допишите, если знаете.")),
    "name_initials": (_("Вместо имени инициалы: %(text)s."), _("Для приказа понадобится имя полностью.")),
    "name_reordered": (_("Имя стояло перед фамилией: %(text)s."), _("Проверьте, что фамилия прочитана верно.")),
    "name_letters": (_("Латинские буквы в имени заменены русскими: %(text)s."), _("Проверьте имя.")),
    "name_latin": (_("Имя написано латинскими буквами: %(text)s."), _("Для приказа понадобится имя по-русски.")),
    "name_order": (_("Похоже, имя стоит перед фамилией: %(text)s."), _("Поставьте фамилию первой, если это так.")),
    "name_former": (_("В скобках, похоже, прежняя фамилия: %(text)s."), _("Проверьте, так ли это.")),
    "name_remark": (_("Рядом с именем стоит: %(text)s."), _("В имя это не вошло. Проверьте, так ли это.")),
    "name_odd": (_("Не похоже на имя: %(text)s."), _("Проверьте ячейку.")),
    "date_not_exist": (_("Такой даты нет: %(text)s."), _("Исправьте день или оставьте пустым.")),
    "date_unreadable": (_("Дату не прочитать: %(text)s."), _("Запишите её так: 14.03.2012, или оставьте пустым.")),
    "age_impossible": (_("Так не бывает: возраст %(age)s, дата %(text)s."), _("Исправьте год или оставьте пустым.")),
    "birth_in_future": (_("Дата рождения ещё не наступила: %(text)s."), _("Исправьте год или оставьте пустым.")),
    "birth_year_only": (_("Указан только год: %(text)s."), _("Допишите день и месяц, если знаете.")),
    "birth_unknown": (_("Вместо даты рождения слова: %(text)s."), _("Считаем, что дата не указана.")),
    "class_unknown": (_("Класса «%(text)s» не бывает."), _("Исправьте класс или оставьте пустым.")),
    "phone_unknown": (_("Телефон не прочитать: %(text)s."), _("Запишите 10 цифр после +7 или оставьте так.")),
    "email_unknown": (_("Это не адрес почты: %(text)s."), _("Исправьте адрес или оставьте пустым.")),
    "answer_unclear": (
        _("Непонятно, да или нет: %(text)s."),
        _("Напишите «да» или «нет»; пока считаем, что ответа нет."),
    ),
    "mode_unknown": (_("Формат не прочитать: %(text)s."), _("Напишите «очно», «онлайн» или «очно и онлайн».")),
    "time_unknown": (_("Время не прочитать: %(text)s."), _("Напишите так: пн 15:00-17:00, ср 14:00-16:00.")),
    "time_by_bells": (
        _("Время понято по обычным звонкам (уроки с 8:30, вторая смена с 14:00 до 19:00): %(text)s."),
        _("Если звонки другие, напишите часы: пн 15:00-17:00."),
    ),
    "profile_unknown": (_("Ответ не прочитать: %(text)s."), _("Исправьте ячейку или оставьте пустой.")),
    "formula_without_value": (
        _("В ячейке формула, а результат не сохранён."),
        _("Откройте файл в Excel, пересчитайте (F9), сохраните и загрузите снова."),
    ),
    "no_pair_columns": (
        _("Не найти столбцы наставника и наставляемого. Есть: %(seen)s."),
        _("Назовите столбцы: Наставник, Наставляемый."),
    ),
    "mentor_from_above": (
        _("Ячейка наставника пустая. Считаем, что это тот же, кто выше: %(text)s."),
        _("Впишите наставника, если это другой человек."),
    ),
    "mentor_missing": (_("Не указан наставник."), _("Впишите фамилию и имя или удалите строку.")),
    "mentee_missing": (_("Не указан наставляемый."), _("Впишите фамилию и имя или удалите строку.")),
    "format_unknown": (_("Форму наставничества не прочитать: %(text)s."), _("Напишите, например: учитель – ученик.")),
    "period_unknown": (_("Срок не прочитать: %(text)s."), _("Напишите так: с 01.10.2026 по 31.05.2027.")),
    "period_by_year": (
        _("Учебный год понят как срок с %(start)s по %(end)s."),
        _("Если срок другой, напишите даты."),
    ),
    "period_backwards": (_("Срок кончается раньше, чем начинается: %(text)s."), _("Исправьте даты.")),
    "places_unknown": (_("Число мест не прочитать: %(text)s."), _("Напишите число, например 2.")),
    "wish_unknown": (_("Пожелание о возрасте не прочитать: %(text)s."), _("Напишите так: 10-13 или 7-11 класс.")),
    "duplicate_differs": (_("Строки %(rows)s об одном человеке, а ответы разные: %(fields)s."), _("Какая верна?")),
    "ambiguous_column": (_("Похожи на %(field)s два столбца: %(columns)s."), _("Какой из них верный?")),
    "column_repeated": (
        _("Одно и то же в столбцах %(columns)s."),
        _("Читаем первый подходящий, остальные пропускаем."),
    ),
    "no_name_column": (_("Нет столбца с именем. Есть: %(seen)s."), _("Укажите, в каком столбце ФИО.")),
    "name_guessed": (_("Имя, похоже, в столбце %(column)s."), _("Проверьте, так ли это.")),
    "no_rows": (_("Под названиями столбцов нет ни одного человека."), _("Проверьте, тот ли это файл и лист.")),
    "other_sheets": (_("Читаем лист «%(sheet)s». Похожи на список и листы: %(others)s."), _("Загрузите их отдельно.")),
    "hidden_sheets": (
        _("Скрытые листы не читаем: %(sheets)s."),
        _("Если список там, покажите лист и загрузите снова."),
    ),
    "other_role": (_("Похоже, это другой список: %(role)s."), _("Проверьте, тот ли файл выбран.")),
}

DOUBLE_STOP = re.compile(r"(?<!\.)\.\.$")  # a quoted text that ends with a full stop, and ours behind it
ASKED_FIELDS = {
    "name": _("имя"),
    "surname": _("фамилию"),
    "birth_date": _("дату рождения"),
    "consent": _("согласие"),
}
DIFFERING_FIELDS = {
    "study_group": _("класс"),
    "consent": _("согласие"),
    "phones": _("телефон"),
    "clearance": _("допуск"),
    "main_need": _("основной запрос"),
    "free_time": _("время"),
    "places": _("число мест"),
}
OTHER_LIST = {"mentee": _("список наставников"), "mentor": _("список наставляемых")}


def refusal(error: UnreadableFile) -> str:
    """The sentence for a file that cannot be read: what it is and what to send instead."""
    return spoken(REFUSALS[error.code]) % _worded(error.params)


def parts(issue: Issue) -> tuple[str, str, str]:
    """(what happened, where, what to do); `where` is empty for the whole list."""
    what, mend = ISSUES[issue.code]
    params = _worded({**issue.params, "field": spoken(ASKED_FIELDS.get(issue.field or "", ""))})
    if issue.code == "other_role":
        params["role"] = spoken(OTHER_LIST[issue.params["role"]])
    said = DOUBLE_STOP.sub(".", spoken(what) % params)
    return said, where(issue), _suggested(issue) or spoken(mend) % params


def sentence(issue: Issue) -> str:
    """«Такой даты нет: 31.02.2014. Строка 9, столбец D. Исправьте день или оставьте пустым.»"""
    return " ".join(part for part in parts(issue) if part)


def where(issue: Issue) -> str:
    """«Строка 9, столбец D.», «Строка 9.» or nothing."""
    if issue.row is None:
        return ""
    if issue.column is None:
        return spoken(_("Строка %(row)s.")) % {"row": issue.row}
    return spoken(_("Строка %(row)s, столбец %(column)s.")) % {"row": issue.row, "column": issue.column}


def messages_of(reading: ListReading) -> list[str]:
    """All sentences of a reading in the order of its rows."""
    return [sentence(issue) for issue in reading.issues]


def _suggested(issue: Issue) -> str:
    """A better value, where one is likely."""
    if issue.params.get("year"):
        return spoken(_("Может быть, %(year)s? Исправьте год или оставьте пустым.")) % issue.params
    if issue.params.get("maybe"):
        return spoken(_("Похоже на «%(maybe)s». Исправьте класс или оставьте пустым.")) % issue.params
    return ""


def _worded(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _listed(name, value) if isinstance(value, (list, tuple)) else value for name, value in params.items()}


def _listed(name: str, values: list[Any] | tuple[Any, ...]) -> str:
    """«B и F», «77 и 102», «ФИО, Класс»."""
    if name == "fields":
        return ", ".join(spoken(DIFFERING_FIELDS.get(value, value)) for value in values)
    texts = [str(value) for value in values]
    if name in ("columns", "rows") and len(texts) > 1:
        return spoken(_("%(first)s и %(last)s")) % {"first": ", ".join(texts[:-1]), "last": texts[-1]}
    return ", ".join(texts)
