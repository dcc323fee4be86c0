"""The forms of the room: text → clean values."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.support.enums import How, Result, SnoozeReason
from nastavnik.domain.support.limits import LEAST_DAYS, MOST_DAYS
from nastavnik.web.shell.forms import DayField


class TalkForm(forms.Form):
    """A talk in a few taps: with whom, how it went, and words where there is something to remember."""

    side = forms.ChoiceField(label=_("С кем говорили"), choices=Party.choices, widget=forms.RadioSelect)
    result = forms.ChoiceField(label=_("Чем закончилось"), choices=Result.choices, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("Как"), choices=How.choices, initial=How.PHONE)
    done_on = DayField(label=_("Какой день"))
    note = forms.CharField(
        label=_("Что важно"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Прочтут только кураторы организации."),
    )


class SnoozeForm(forms.Form):
    until = DayField(label=_("До какого дня"), help_text=_("В этот день пара сама вернётся в очередь."))
    reason = forms.ChoiceField(label=_("Почему"), choices=SnoozeReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Пояснение"), required=False, max_length=300)


class FrequencyForm(forms.Form):
    """How often, for the organisation and for each module; an empty module goes by the organisation."""

    def __init__(self, *args: Any, modules: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["all"] = _days(_("Разговор с каждой парой раз в столько дней"), required=True)
        for module in modules:
            title = _("%(programme)s: %(module)s")
            label = title % {"programme": module.programme.title, "module": module.title}
            self.fields[f"module_{module.pk}"] = _days(label, required=False)


def _days(label: Any, *, required: bool) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=required, min_value=LEAST_DAYS, max_value=MOST_DAYS)


class PulseForm(forms.Form):
    """The number is the button that was pressed; words may be left out."""

    score = forms.TypedChoiceField(
        choices=[(n, n) for n in range(1, 11)],
        coerce=int,
        error_messages={"required": _("Нажмите число от 1 до 10."), "invalid_choice": _("Нажмите число от 1 до 10.")},
    )
    comment = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
