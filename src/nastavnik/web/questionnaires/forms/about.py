"""What a questionnaire is called, for whom it is; what a page of it is called."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.spec_checking import LONGEST_TEXT, LONGEST_TITLE


class AboutForm(forms.Form):
    """`formats` are the mentoring formats of the institution: (code, title)."""

    title = forms.CharField(label=_("Название"), max_length=LONGEST_TITLE)
    intro = forms.CharField(
        label=_("Вступление"),
        help_text=_("Что увидит человек перед первым вопросом: зачем спрашиваем и кто прочитает."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    purpose = forms.ChoiceField(label=_("Для чего"), choices=Purpose.choices, initial=Purpose.OTHER)
    audience = forms.ChoiceField(label=_("Кто отвечает"), choices=Audience.choices, initial=Audience.ANYBODY)
    formats = forms.MultipleChoiceField(
        label=_("Для каких форм наставничества"),
        help_text=_("Ничего не отмечено: для любых."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_anonymous = forms.BooleanField(
        label=_("Обычно без имён"),
        help_text=_("Ответы хранятся отдельно от людей. При запуске опроса это можно изменить."),
        required=False,
    )

    def __init__(self, *args: Any, formats: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["formats"].choices = formats  # type: ignore[attr-defined]


class HeadingForm(forms.Form):
    """What stands above the first question."""

    title = forms.CharField(label=_("Название анкеты"), max_length=LONGEST_TITLE)
    note = forms.CharField(
        label=_("Вступление"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    is_familiar = forms.BooleanField(
        label=_("На «ты»"),
        help_text=_("Отметьте, если вопросы для детей и написаны на «ты»: так же будет сказано всё вокруг них."),
        required=False,
    )


class SectionForm(forms.Form):
    title = forms.CharField(
        label=_("Название страницы"),
        help_text=_("Можно оставить пустым."),
        max_length=LONGEST_TITLE,
        required=False,
    )
    note = forms.CharField(
        label=_("Пояснение"), max_length=LONGEST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
