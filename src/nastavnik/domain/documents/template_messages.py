"""Why an institution's own template is not used, and what to do about it."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused
from nastavnik.domain.documents.rendering.starting_template import braces

REFUSED = {
    "not_docx": _("Это не документ Word. Откройте файл в Word или LibreOffice и сохраните как .docx."),
    "too_large": _("Образец слишком велик: внутри больше 20 МБ. Уменьшите или уберите картинки и сохраните заново."),
    "macros": _("В образце есть макросы. Сохраните его как обычный документ .docx: «Файл» → «Сохранить как»."),
    "foreign_content": _("В образец вложено что-то постороннее: объект, таблица Excel или элемент управления. Удалите "
                         "это или замените картинкой и сохраните заново."),
    "external": _("Образец берёт картинку или другой файл из сети или из папки. Вставьте её в сам документ и "
                  "сохраните заново."),
    "fetching_field": _("В образце есть поле, которое читает другие файлы или запускает программы. Выделите весь "
                        "текст, нажмите Ctrl+Shift+F9 и сохраните заново."),
    "entities": _("Внутри образца есть то, чего в документах Word не бывает. Скопируйте текст в новый документ и "
                  "сохраните его как .docx."),
    "unsafe_expression": _("В фигурных скобках стоит программный код. Оставьте там только слова из списка полей, "
                           "например {{ number }}."),
    "syntax": _("Фигурные скобки не закрыты или стоят не парами. Поле пишут так: {{ number }}."),
    "no_fields": _("В образце нет ни одного поля: все документы вышли бы одинаковыми. Поставьте хотя бы {{ body }}, "
                   "это весь текст документа."),
    "unknown_field": _("В образце есть поле, которого у этого документа нет. Возьмите поля из списка."),
}  # fmt: skip
UNKNOWN = _("Этих полей у документа нет: %(fields)s. Исправьте их по списку полей и загрузите образец снова.")
INSIDE = _("Поле %(field)s занимает целые абзацы, поэтому стоит одно в своём абзаце основного текста, не в "
           "колонтитуле. Перенесите его на отдельную строку.")  # fmt: skip
TOO_BIG = _("Образец больше %(limit)s МБ. Уменьшите или уберите картинки и загрузите снова.")
OTHER = _("Этот образец не получилось прочитать. Сохраните его заново в Word или LibreOffice как .docx.")


def refusal_of(refused: TemplateRefused) -> str:
    """What a person reads: what is wrong and what to do."""
    if refused.code == "unknown_fields":
        return str(UNKNOWN) % {"fields": ", ".join(map(braces, refused.params["fields"].split(", ")))}
    if refused.code == "inside_line":
        return str(INSIDE) % {"field": braces(refused.params["field"])}
    return str(REFUSED.get(refused.code, OTHER))
