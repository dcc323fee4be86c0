"""What is asked when a programme is copied into the next year."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.web.programmes.forms.fields import FirstDayField, RoomForm


class CopyForm(RoomForm):
    title = forms.CharField(label=_("Название"), max_length=200)
    starts_on = FirstDayField(
        label=_("Первый день"), help_text=_("Дни дорожной карты сдвинутся за ним, месяцы останутся своими.")
    )
    take = forms.TypedMultipleChoiceField(
        label=_("Кого записать в новую программу"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Они ещё не закончили. Анкеты перейдут с ними, согласия нового года соберёте заново."),
    )

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["take"].choices = list(people)


def a_year_later(day: date) -> date:
    """The same day of the next year; the last of February where it has no 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
