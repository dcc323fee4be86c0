"""The answer to one consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.enums import Answer, SigningParty
from nastavnik.domain.consents.errors import SignerUnnamed
from nastavnik.domain.people.normal import tidy

MINE = {Answer.AGREED.value: _("Согласен (согласна)"), Answer.REFUSED.value: _("Не согласен (не согласна)")}
NAMES = {
    SigningParty.GUARDIAN.value: _("Ваши фамилия, имя и отчество"),
    SigningParty.ADULT.value: _("Ваши фамилия, имя и отчество"),
    SigningParty.CHILD.value: _("Твои фамилия и имя"),
}


class ConsentForm(forms.Form):
    """Nothing is ticked before. Where only paper is signed, the link can say «нет» alone."""

    answer = forms.ChoiceField(
        label=_("Ваше решение"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Отметьте, согласны или нет.")},
    )
    signer_name = forms.CharField(
        help_text=_("Нужны, если согласны: это ваша подпись."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, can_sign: bool, party: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = list(MINE.items()) if can_sign else [(Answer.REFUSED.value, MINE[Answer.REFUSED.value])]
        self.fields["answer"].choices = allowed  # type: ignore[attr-defined]
        self.fields["signer_name"].label = NAMES[party]
        if not can_sign:
            del self.fields["signer_name"]
            self.fields["answer"].label = _("Если не согласны, скажите здесь")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        unnamed = len(tidy(given.get("signer_name") or "").split()) < 2
        if given.get("answer") == Answer.AGREED and unnamed:
            self.add_error("signer_name", str(SignerUnnamed.sentence))
        return given
