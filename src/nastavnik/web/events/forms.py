"""An event, a course and its sessions, a result."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.events.actions import CourseRules, EventPlan
from nastavnik.domain.events.enums import EventKind
from nastavnik.web.shell.forms import DayField

KINDS = [(code, label) for code, label in EventKind.choices if code != EventKind.TRAINING]
LONG = {"rows": 4}


class ModuleField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.programme.title}, {obj.title}"


class EventForm(forms.Form):
    """When and where. The hour is that of the institution."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=200)
    day = DayField(label=_("Какой день"))
    at = forms.TimeField(
        label=_("Во сколько"),
        input_formats=("%H:%M", "%H.%M", "%H:%M:%S"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    minutes = forms.IntegerField(label=_("Сколько минут"), min_value=5, max_value=720, initial=45)
    place = forms.CharField(label=_("Где"), max_length=120, required=False)
    note = forms.CharField(label=_("О чём"), widget=forms.Textarea(attrs=LONG), required=False)

    def plan(self, time_zone: str) -> EventPlan:
        """What was typed, the moment in the institution's time zone."""
        given = {name: value for name, value in self.cleaned_data.items() if name in EventPlan.__dataclass_fields__}
        moment = datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"], ZoneInfo(time_zone))
        return EventPlan(starts_at=moment, **given)


class NewEventForm(EventForm):
    field_order = ("module", "kind", "title", "day", "at", "minutes", "place", "note")

    def __init__(self, *args: Any, modules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"] = ModuleField(label=_("Для какой программы"), queryset=modules, empty_label=None)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Что это"), choices=KINDS, widget=forms.RadioSelect, initial=EventKind.MOTIVATIONAL
        )
        self.order_fields(self.field_order)


class SessionForm(EventForm):
    """A session of a course: its practical task is asked before anything else can be said of it."""

    hours = forms.DecimalField(
        label=_("Сколько часов засчитывается"), min_value=0, max_value=100, decimal_places=1, initial=Decimal(1)
    )
    is_role_play = forms.BooleanField(
        label=_("Это ролевая игра"), help_text=_("Наставники пробуют разговор друг на друге."), required=False
    )
    practical_task = forms.CharField(
        label=_("Практическое задание"),
        help_text=_("Что наставник сделает сам. Без задания занятие остаётся лекцией."),
        widget=forms.Textarea(attrs=LONG),
    )
    expected_result = forms.CharField(
        label=_("Что должно получиться"), widget=forms.Textarea(attrs=LONG), required=False
    )


class CourseForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=200, initial=_("Школа наставника"))
    hours_needed = forms.DecimalField(
        label=_("Сколько часов нужно пройти"),
        help_text=_("Ноль: все занятия, которые прошли."),
        min_value=0,
        max_value=500,
        decimal_places=1,
        initial=Decimal(0),
    )
    gate_before_admission = forms.BooleanField(label=_("Без обучения не допускать к подбору"), required=False)
    gate_before_first_meeting = forms.BooleanField(
        label=_("Без обучения не записывать первую встречу пары"), required=False
    )
    gives_certificate = forms.BooleanField(label=_("Выдавать свидетельство"), required=False, initial=True)

    def rules(self) -> CourseRules:
        given = {name: value for name, value in self.cleaned_data.items() if name in CourseRules.__dataclass_fields__}
        return CourseRules(**given)


class NewCourseForm(CourseForm):
    field_order = ("module", "title", "hours_needed")

    def __init__(self, *args: Any, modules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"] = ModuleField(label=_("Для какой программы"), queryset=modules, empty_label=None)
        self.order_fields(self.field_order)


class ResultForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.CharField(
        label=_("Что получилось"),
        help_text=_("Одно-два предложения: что человек сделал сам и что вы увидели."),
        widget=forms.Textarea(attrs=LONG),
    )


class MaterialForm(forms.Form):
    """A file of our own or a memo; one of both."""

    memo = forms.ChoiceField(label=_("Памятка из библиотеки"), required=False)
    file = forms.FileField(label=_("Или свой файл"), required=False)

    def __init__(self, *args: Any, memos: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["memo"].choices = [("", _("не выбрана")), *memos]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("memo") and not given.get("file"):
            self.add_error(None, _("Выберите памятку или файл."))
        return given


class GroupForm(forms.Form):
    group = forms.ModelChoiceField(label=_("Класс или группа"), queryset=None, required=False, empty_label=_("любые"))

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
