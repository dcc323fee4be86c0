"""When people of a module can meet at all, and when each shift has lessons."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.reading.cells.free_time import free_time
from nastavnik.domain.matching import messages

SHIFTS = (1, 2)
GRADES = range(1, 12)
PART = re.compile(r"(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?")


class TimeField(forms.CharField):
    """Days and hours as people write them; cleaned into the way they are shown."""

    def clean(self, value: Any) -> str:
        parsed = free_time(super().clean(value))
        if parsed.code:
            raise forms.ValidationError(_("Время не понято. Напишите дни и часы: пн–пт 8:30–14:00, сб 9:00–12:00."))
        return messages.intervals(parsed.value or ())


class GradesField(forms.CharField):
    """«1, 5, 9–11»; cleaned into the numbers one by one."""

    def clean(self, value: Any) -> str:
        found: set[int] = set()
        for part in filter(None, (one.strip() for one in super().clean(value).split(","))):
            said = PART.fullmatch(part)
            grades = range(int(said[1]), int(said[2] or said[1]) + 1) if said else range(0)
            if not grades or not set(grades) <= set(GRADES):
                raise forms.ValidationError(_("Классы не поняты. Напишите номера от 1 до 11: 1, 5, 9–11."))
            found.update(grades)
        return _spoken(found)


class TimesForm(forms.Form):
    """Hours of meetings and shifts: both take away from free time that people named."""

    hours = TimeField(
        label=_("Когда можно встречаться"),
        help_text=_("Например: пн–пт 14:00–18:00. Пусто: в любое время."),
        max_length=500,
        required=False,
    )
    shift_1_grades = GradesField(
        label=_("Классы первой смены"), help_text=_("Например: 1, 5, 9–11."), max_length=60, required=False
    )
    shift_1_lessons = TimeField(
        label=_("Уроки первой смены"), help_text=_("Например: пн–пт 8:30–14:00."), max_length=500, required=False
    )
    shift_2_grades = GradesField(label=_("Классы второй смены"), max_length=60, required=False)
    shift_2_lessons = TimeField(
        label=_("Уроки второй смены"), help_text=_("Например: пн–пт 14:00–19:00."), max_length=500, required=False
    )

    def times_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in TimesForm.base_fields)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        named: list[str] = []
        for number in SHIFTS:
            grades, lessons = values.get(f"shift_{number}_grades"), values.get(f"shift_{number}_lessons")
            if grades and lessons == "":
                self.add_error(f"shift_{number}_lessons", _("Напишите, когда у этой смены уроки."))
            if lessons and grades == "":
                self.add_error(f"shift_{number}_grades", _("Напишите, какие классы учатся в эту смену."))
            if grades and set(grades.split(", ")) & set(named):
                self.add_error(f"shift_{number}_grades", _("Класс назван в обеих сменах. Оставьте его в одной."))
            named += grades.split(", ") if grades else []
        return values

    @property
    def times(self) -> dict[str, Any]:
        """`hours` and `shifts` as the module keeps them."""
        given = self.cleaned_data
        shifts = [
            {
                "grades": [int(grade) for grade in given[f"shift_{number}_grades"].split(", ")],
                "lessons": _kept(given[f"shift_{number}_lessons"]),
            }
            for number in SHIFTS
            if given[f"shift_{number}_grades"]
        ]
        return {"hours": _kept(given["hours"]), "shifts": shifts}


def times_initial(chosen: dict[str, Any]) -> dict[str, str]:
    """What is in force, as text."""
    initial = {"hours": messages.intervals(chosen["hours"])}
    for number, shift in zip(SHIFTS, chosen["shifts"], strict=False):
        initial[f"shift_{number}_grades"] = _spoken(set(shift.get("grades", ())))
        initial[f"shift_{number}_lessons"] = messages.intervals(shift.get("lessons", ()))
    return initial


def _kept(text: str) -> list[list[int]]:
    return [list(interval) for interval in free_time(text).value or ()]


def _spoken(grades: set[int]) -> str:
    return ", ".join(str(grade) for grade in sorted(grades))
