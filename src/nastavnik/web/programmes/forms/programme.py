"""Creating and editing a programme and its roadmap."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Activity, EducationStage, ParticipationRole
from nastavnik.web.programmes.forms.fields import LAST_DAY, FirstDayField, RoomForm
from nastavnik.web.shell.forms import DayField

UNKNOWN = [("", _("не указано"))]


class CreateForm(RoomForm):
    title = forms.CharField(label=_("Название"), max_length=200)
    academic_year = forms.ModelChoiceField(
        label=_("Учебный год"), queryset=None, required=False, empty_label=_("по первому дню")
    )
    starts_on = FirstDayField(label=_("Первый день"), help_text=_("От него считаются все даты дорожной карты."))
    ends_on = DayField(label=_("Последний день"), required=False, help_text=LAST_DAY)

    def __init__(self, *args: Any, years: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["academic_year"].queryset = years


class EditForm(RoomForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Название"), max_length=200)
    goal = forms.CharField(label=_("Цель"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    note = forms.CharField(
        label=_("Пояснительная записка"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Почему программа нужна. С неё начинается программа учреждения."),
    )
    first_needs = forms.CharField(
        label=_("Первые запросы участников"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Без имён."),
    )
    education_stage = forms.ChoiceField(
        label=_("Ступень образования"), choices=UNKNOWN + EducationStage.choices, required=False
    )
    activity = forms.ChoiceField(label=_("Чем занимаются пары"), choices=UNKNOWN + Activity.choices, required=False)
    ends_on = DayField(label=_("Последний день"), required=False)
    council_on = DayField(label=_("День педагогического совета"), required=False)
    council_protocol = forms.CharField(label=_("Номер протокола совета"), required=False, max_length=30)
    needs_order = forms.BooleanField(
        label=_("Пары закрепляет приказ руководителя"),
        required=False,
        help_text=_("Без приказа согласованные пары запускает куратор."),
    )


class StartForm(RoomForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    starts_on = FirstDayField(
        label=_("Первый день программы"), help_text=_("Вместе с ним сдвинутся все этапы и строки.")
    )


class EnrolForm(RoomForm):
    person = forms.ModelChoiceField(label=_("Кого записать"), queryset=None)
    role = forms.ChoiceField(label=_("Кем"), choices=ParticipationRole)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
        self.fields["person"].label_from_instance = lambda person: person.full_name
