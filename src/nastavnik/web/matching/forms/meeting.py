"""A group meeting, and whom somebody would like to work with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching.enums import MOST_CHOICES
from nastavnik.web.shell.forms import DayField

PLACES = (_("Первый выбор"), _("Второй выбор"), _("Третий выбор"))


class ModuleField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.programme.title}, {obj.title}"


class MeetingForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=120, initial=_("Общая встреча"))
    held_on = DayField(label=_("Какой день"))
    place = forms.CharField(label=_("Где"), max_length=120, required=False)


class NewMeetingForm(MeetingForm):
    field_order = ("module", "title", "held_on", "place")

    def __init__(self, *args: Any, modules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"] = ModuleField(label=_("Для кого"), queryset=modules, empty_label=None)
        self.order_fields(self.field_order)


class ChoiceForm(forms.Form):
    """Up to three people in order. Naming nobody has a button of its own: an empty form is not sent by chance."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, options: list[tuple[int, str]], nobody: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nobody = nobody
        for number, label in enumerate(PLACES[: min(MOST_CHOICES, len(options))], start=1):
            self.fields[f"choice_{number}"] = forms.TypedChoiceField(
                label=label, choices=[("", _("не выбирать")), *options], coerce=int, empty_value=None, required=False
            )

    @property
    def chosen(self) -> list[int]:
        """Ids in order, without the empty places."""
        return [self.cleaned_data[name] for name in self._places() if self.cleaned_data.get(name)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.nobody:
            values.update(dict.fromkeys(self._places()))
            return values
        named = [values[name] for name in self._places() if values.get(name)]
        if len(set(named)) < len(named):
            self.add_error(None, _("Один человек выбран дважды. Оставьте его в одном месте."))
        elif not named and not self.errors:
            self.add_error(None, _("Никто не выбран. Выберите хотя бы одного или нажмите «Пока никого»."))
        return values

    def _places(self) -> list[str]:
        return [name for name in self.fields if name.startswith("choice_")]
