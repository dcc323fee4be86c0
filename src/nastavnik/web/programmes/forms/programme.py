"""Creating and editing a programme and its roadmap."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.shell.forms import DayField


class CreateForm(forms.Form):
    title = forms.CharField(label=_("Название"), max_length=200)
    academic_year = forms.ModelChoiceField(label=_("Учебный год"), queryset=None, empty_label=None)
    starts_on = DayField(label=_("Первый день"), help_text=_("От него считаются все даты дорожной карты."))
    ends_on = DayField(
        label=_("Последний день"), required=False, help_text=_("Пусто: по образцу, через девять месяцев.")
    )

    def __init__(self, *args: Any, years: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["academic_year"].queryset = years


class EditForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Название"), max_length=200)
    goal = forms.CharField(label=_("Цель"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    ends_on = DayField(label=_("Последний день"), required=False)
    needs_order = forms.BooleanField(
        label=_("Пары закрепляет приказ руководителя"),
        required=False,
        help_text=_("Без приказа согласованные пары запускает куратор."),
    )


class StartForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    starts_on = DayField(label=_("Первый день программы"), help_text=_("Вместе с ним сдвинутся все этапы и строки."))


class RowForm(forms.Form):
    """A row of the roadmap, in days of the calendar; they are kept as offsets from the start."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Мероприятие"), max_length=300)
    starts_on = DayField(label=_("С какого дня"))
    ends_on = DayField(label=_("По какой день"))
    responsible = forms.CharField(label=_("Ответственный"), max_length=200, required=False)
    result = forms.CharField(label=_("Результат, вид документа"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Последний день раньше первого. Исправьте один из них."))
        return values


class EnrolForm(forms.Form):
    person = forms.ModelChoiceField(label=_("Кого записать"), queryset=None)
    role = forms.ChoiceField(label=_("Кем"), choices=ParticipationRole)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
        self.fields["person"].label_from_instance = lambda person: person.full_name
