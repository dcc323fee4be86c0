"""Small forms around an application."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.intake.enums import WithdrawReason as W

REASONS = [
    (W.UNSAID, _("Не хочу говорить")),
    (W.WANTS_TO_LEAD, _("Хочу сам кому-то помогать")),
    (W.NO_TIME, _("Нет времени")),
    (W.AFRAID, _("Боюсь, что не получится")),
    (W.NO_NEED, _("Помощь уже не нужна")),
    (W.NO_CONSENT, _("Родители против")),
    (W.OTHER, _("Другое")),
]


class ApplicationCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Код"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"max_length": _("Это слишком длинно для кода. Проверьте, что написано.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.pop("maxlength", None)


class StepBackForm(forms.Form):
    reason = forms.ChoiceField(label=_("Если хочется, скажите почему"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, may_lead: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(code, title) for code, title in REASONS if may_lead or code != W.WANTS_TO_LEAD]
        self.fields["reason"].choices = offered  # type: ignore[attr-defined]
        self.fields["reason"].initial = W.UNSAID
