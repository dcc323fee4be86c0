"""Forms of the room."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Код под печатью"),
        help_text=_("Шестнадцать букв и цифр, например 7КМ4-Х2РЕ-9АВГ-5ТУФ. Большие или маленькие, всё равно."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
