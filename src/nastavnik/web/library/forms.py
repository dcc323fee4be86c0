"""A memo in the institution's words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.library.actions import Words
from nastavnik.domain.library.enums import Audience, Topic


class MemoForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=200)
    audiences = forms.MultipleChoiceField(
        label=_("Кому"), choices=Audience.choices, widget=forms.CheckboxSelectMultiple
    )
    topic = forms.ChoiceField(label=_("О чём"), choices=Topic.choices)
    body = forms.CharField(
        label=_("Текст"),
        help_text=_("Пустая строка начинает новый абзац. «# » в начале строки: заголовок, «- »: список, "
                    "«1. »: список с номерами, «☐ »: квадратик для отметки."),
        widget=forms.Textarea(attrs={"rows": 18}),
    )  # fmt: skip
    is_confirmed = forms.BooleanField(label=_("Сверено с оригиналом"), required=False)

    def words(self) -> Words:
        given = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Words(**given)


class FileForm(forms.Form):
    file = forms.FileField(label=_("Файл"))


def now_of(sheet: Any) -> dict[str, Any]:
    """What a form of the memo begins with."""
    names = ("version", "title", "audiences", "topic", "body", "is_confirmed")
    return {name: getattr(sheet, name) for name in names}
