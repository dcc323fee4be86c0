"""«Что важнее»: points of each criterion."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching import messages
from nastavnik.domain.matching.settings import CRITERIA

MAIN = 5  # criteria shown at once; the others stand under «Ещё критерии»


class WeightsForm(forms.Form):
    """Any sum will do, the score is shown out of it. Number fields; with JavaScript they become sliders."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    run = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, hints: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in zip(CRITERIA, messages.CRITERIA, strict=True):
            self.fields[name] = forms.IntegerField(
                label=_(title),
                min_value=0,
                max_value=100,
                help_text=(hints or {}).get(name, ""),
                widget=forms.NumberInput(attrs={"step": 1, "data-slider": "", "autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not any(values[name] for name in CRITERIA):
            raise forms.ValidationError(_("Все веса равны нулю: подбирать не по чему. Дайте баллы хотя бы одному."))
        return values

    @property
    def weights(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in CRITERIA}

    def main(self) -> Iterator[BoundField]:
        return (self[name] for name in CRITERIA[:MAIN])

    def others(self) -> Iterator[BoundField]:
        return (self[name] for name in CRITERIA[MAIN:])

    @property
    def others_open(self) -> bool:
        """What is mistaken must be in sight."""
        return any(self.errors.get(name) for name in CRITERIA[MAIN:])
