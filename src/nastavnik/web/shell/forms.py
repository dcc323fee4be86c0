"""How forms are drawn, and the fields that several rooms share."""

from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

YEARS = range(1900, 2101)  # in other years a typing error lies, and the calendar of Python ends at 9999


class Renderer(TemplatesSetting):
    """Label, hint, control, error: `{{ form }}`, `{{ form.as_div }}` and `{{ form.name.as_field_group }}`."""

    form_template_name = "layout/form.html"
    field_template_name = "layout/field.html"


class DayField(forms.DateField):
    """A day, by the date field of the browser or typed as 23.11.2026."""

    input_formats = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", self.input_formats)
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(_("Проверьте год: %(year)s."), params={"year": day.year})
        return day


def speak_our_words() -> None:
    """What happened and what to do, in place of Django's own sentences; called once at start."""
    forms.Field.default_error_messages["required"] = _("Здесь пусто. Заполните.")
    forms.ChoiceField.default_error_messages["invalid_choice"] = _("Такого выбора здесь нет. Выберите из списка.")
    forms.MultipleChoiceField.default_error_messages["invalid_choice"] = _("Такого выбора здесь нет: %(value)s.")
    forms.DateField.default_error_messages["invalid"] = _("Такой даты нет. Напишите так: 23.11.2026.")
    forms.TimeField.default_error_messages["invalid"] = _("Такого времени нет. Напишите так: 15:20.")
    forms.IntegerField.default_error_messages["invalid"] = _("Нужно целое число.")
    forms.EmailField.default_error_messages["invalid"] = _("Адрес почты написан с ошибкой. Пример: anna@school.example")
    forms.FileField.default_error_messages["empty"] = _("Файл пуст. Проверьте, тот ли это файл.")
    forms.FileField.default_error_messages["missing"] = _("Файл не дошёл. Выберите его ещё раз.")
