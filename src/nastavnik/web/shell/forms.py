"""How forms are drawn, and the fields that several rooms share."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


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
