"""What forms of the room share: long texts are never cut by the browser, a first day is near today."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.core import clock
from nastavnik.domain.programmes.terms import moved_by_months
from nastavnik.web.shell.forms import DayField

LAST_DAY = _(
    "Пусто: сколько длится образец. Школьная программа, начатая после 1 октября, закончится 31 мая: строки сдвинутся."
)
BEFORE, AFTER = -12, 36  # months from today


class RoomForm(forms.Form):
    """Without `maxlength` in the page: a browser cuts what is pasted and says nothing; the server says the length."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.say_lengths()

    def say_lengths(self) -> None:
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and field.max_length:
                field.widget.attrs.pop("maxlength", None)
                field.error_messages["max_length"] = _("Не больше %(limit_value)d знаков, у вас %(show_value)d.")


class FirstDayField(DayField):
    """The first day of a programme: a year that is far away is a slip."""

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        today = clock.now().date()
        first, last = moved_by_months(today, BEFORE), moved_by_months(today, AFTER)
        if day and not first <= day <= last:
            raise forms.ValidationError(
                _now("Проверьте год: %(day)s. Первый день может быть с %(first)s по %(last)s.")
                % {name: f"{one:%d.%m.%Y}" for name, one in (("day", day), ("first", first), ("last", last))}
            )
        return day
