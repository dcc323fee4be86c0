"""Forms of the room: text → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.enums import SigningParty
from nastavnik.web.shell.forms import DayField

PARTIES = [
    (SigningParty.GUARDIAN.value, _("родитель или опекун")),
    (SigningParty.CHILD.value, _("сам ребёнок (с 14 лет)")),
]


class PaperForm(forms.Form):
    """What stands on the paper: who signed, when, until when."""

    parties = forms.MultipleChoiceField(
        label=_("Кто подписал"), choices=PARTIES, widget=forms.CheckboxSelectMultiple, initial=[SigningParty.GUARDIAN]
    )
    signed_on = DayField(label=_("Когда подписано"), help_text=_("Дата на бумаге. С этого дня согласие действует."))
    ends_on = DayField(label=_("Действует до"), help_text=_("Пусто: пока не отзовут."), required=False)


class PersonPaperForm(PaperForm):
    """The same for one child, where the guardian who signed can be named."""

    signer = forms.TypedChoiceField(label=_("Кто из родителей"), coerce=int, empty_value=None, required=False)
    field_order = ["parties", "signer", "signed_on", "ends_on"]

    def __init__(self, *args: Any, guardians: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].choices = [("", _("не записываем")), *guardians]  # type: ignore[attr-defined]
        if not guardians:
            del self.fields["signer"]


class WithdrawForm(forms.Form):
    on = DayField(label=_("С какого дня отозвано"))
