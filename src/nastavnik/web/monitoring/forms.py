"""Forms of the room."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.web.shell.forms import DayField


class DayForm(forms.Form):
    """The day that the figures are asked for; what is ahead has no figures."""

    on = DayField(label=gettext_lazy("На какой день"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("Этот день ещё не наступил. Возьмите сегодняшний или раньше."))
        return day
