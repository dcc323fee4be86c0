"""A change of one pair, with why."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ChangeForm(forms.Form):
    """`whole`: the best whole plan with the change instead of the plain one. Without a `version` nobody knows which
    plan the page showed."""

    version = forms.IntegerField()
    whole = forms.BooleanField(required=False)
    note = forms.CharField(
        required=False,
        max_length=300,
        error_messages={"max_length": _("Слишком длинно: %(show_value)s знаков, а помещается %(limit_value)s.")},
    )
