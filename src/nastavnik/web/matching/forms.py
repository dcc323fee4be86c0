"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching import messages
from nastavnik.domain.matching.settings import CRITERIA


class WeightsForm(forms.Form):
    """Points of each criterion; any sum will do, the score is shown out of it."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in zip(CRITERIA, messages.CRITERIA, strict=True):
            self.fields[name] = forms.IntegerField(
                label=_(title), min_value=0, max_value=100, widget=forms.NumberInput(attrs={"step": 5})
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not any(values[name] for name in CRITERIA):
            raise forms.ValidationError(_("Все веса равны нулю: подбирать не по чему. Дайте баллы хотя бы одному."))
        return values

    @property
    def weights(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in CRITERIA}
