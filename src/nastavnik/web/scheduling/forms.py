"""Forms of the room: text → clean values."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import MeetingKind
from nastavnik.domain.programmes.enums import Mode
from nastavnik.domain.scheduling.actions import Terms
from nastavnik.web.shell.application_fields import WEEKDAYS
from nastavnik.web.shell.forms import DayField

MODES = [("", _("не указано")), *Mode.choices]
EVERY = [(1, _("каждую неделю")), (2, _("раз в две недели")), (3, _("раз в три недели")), (4, _("раз в четыре недели"))]


class HourField(forms.TimeField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


class TermsForm(forms.Form):
    """How long and where."""

    minutes = forms.IntegerField(label=_("Сколько минут"), min_value=5, max_value=600, initial=60)
    mode = forms.ChoiceField(label=_("Очно или онлайн"), choices=MODES, required=False)
    place = forms.CharField(label=_("Где"), required=False, max_length=200)
    link = forms.CharField(
        label=_("Ссылка на видеовстречу"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def __init__(self, *args: Any, services: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = ", ".join(services)
        if named:
            self.fields["link"].help_text = _("Можно: %(services)s.") % {"services": named}

    def terms(self) -> Terms:
        given = self.cleaned_data
        return Terms(given["minutes"], given["mode"], given["place"], given["link"].strip())


class PlanForm(TermsForm):
    """One meeting."""

    happens_on = DayField(label=_("Какой день"))
    begins_at = HourField(
        label=_("Во сколько"), required=False, help_text=_("Можно не указывать, если час пока неизвестен.")
    )
    kind = forms.ChoiceField(label=_("Какая встреча"), choices=MeetingKind.choices, initial=MeetingKind.WORK)
    field_order = ("happens_on", "begins_at", "kind")


class MoveForm(TermsForm):
    """Another day, another hour."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    happens_on = DayField(label=_("Какой день"))
    begins_at = HourField(label=_("Во сколько"))
    field_order = ("happens_on", "begins_at")

    def at(self) -> datetime:
        return datetime.combine(self.cleaned_data["happens_on"], self.cleaned_data["begins_at"])


class TimesForm(TermsForm):
    """Times to offer: those that suit both, and one of one's own."""

    times = forms.MultipleChoiceField(
        label=_("Какое время подходит"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own_day = DayField(label=_("Свой вариант: день"), required=False)
    own_hour = HourField(label=_("Свой вариант: во сколько"), required=False)
    field_order = ("times", "own_day", "own_hour")

    def __init__(self, *args: Any, suggested: Iterable[datetime] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["times"].choices = choices_of(suggested)  # type: ignore[attr-defined]
        if not self.fields["times"].choices:  # type: ignore[attr-defined]
            del self.fields["times"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("own_day")) != bool(given.get("own_hour")):
            self.add_error("own_hour", _("Для своего варианта нужны и день, и время."))
        return given

    def wanted(self) -> list[datetime]:
        given = self.cleaned_data
        found = [datetime.fromisoformat(text) for text in given.get("times", [])]
        if given["own_day"] and given["own_hour"]:
            found.append(datetime.combine(given["own_day"], given["own_hour"]))
        return found


class SuitsForm(forms.Form):
    """Which of the offered times suit: one is chosen in a pair, several are ticked in a group."""

    at = forms.MultipleChoiceField(label=_("Что подходит"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, offered: Iterable[datetime] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].choices = choices_of(offered)  # type: ignore[attr-defined]

    def chosen(self) -> list[datetime]:
        return [datetime.fromisoformat(text) for text in self.cleaned_data["at"]]


class WeeklyForm(TermsForm):
    """A pattern."""

    first_on = DayField(label=_("Первая встреча"))
    last_on = DayField(label=_("По какой день"))
    every = forms.TypedChoiceField(label=_("Как часто"), choices=EVERY, coerce=int)
    begins_at = HourField(label=_("Во сколько"))
    field_order = ("first_on", "begins_at", "every", "last_on")

    def pattern(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("first_on", "last_on", "every", "begins_at")}


class ChangeWeeklyForm(WeeklyForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class LessonsForm(forms.Form):
    """From the first bell to the last, Monday to Saturday."""

    group = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, title in enumerate(WEEKDAYS[:6], 1):
            self.fields[f"from_{number}"] = HourField(label=_("%(day)s: с") % {"day": title}, required=False)
            self.fields[f"until_{number}"] = HourField(label=_("%(day)s: до") % {"day": title}, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in range(1, 7):
            if bool(given.get(f"from_{number}")) != bool(given.get(f"until_{number}")):
                self.add_error(f"until_{number}", _("Нужны оба времени: с первого звонка до последнего."))
        return given

    def week(self) -> dict[int, tuple[int, int]]:
        given = self.cleaned_data
        return {
            number: (_minute(given[f"from_{number}"]), _minute(given[f"until_{number}"]))
            for number in range(1, 7)
            if given[f"from_{number}"]
        }


def choices_of(times: Iterable[datetime]) -> list[tuple[str, str]]:
    """«чт, 26 ноября, 15:00» for each moment."""
    return [(at.isoformat(timespec="minutes"), spoken(at)) for at in times]


def spoken(at: datetime) -> str:
    return f"{date_format(at, 'D').lower()}, {date_format(at, 'j E, H:i')}"


def _minute(hour: Any) -> int:
    return int(hour.hour * 60 + hour.minute)
