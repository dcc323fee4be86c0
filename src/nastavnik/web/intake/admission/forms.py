"""A talk, an agreement and its end, a decision, a point that is not needed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.intake.actions.agreeing import Terms
from nastavnik.domain.intake.admission_enums import DecisionReason, EndingParty, InterviewOutcome
from nastavnik.web.shell.forms import DayField

LONG = {"rows": 4}
# What may be said of each decision.
REASONS = {
    "admit": (DecisionReason.ALL_THERE, DecisionReason.OTHER),
    "record": (DecisionReason.WORKED_BEFORE, DecisionReason.ALL_THERE, DecisionReason.OTHER),
    "put_off": (
        DecisionReason.WAITS_PAPER,
        DecisionReason.WAITS_TRAINING,
        DecisionReason.WAITS_TALK,
        DecisionReason.OWN_WISH,
        DecisionReason.OTHER,
    ),
    "refuse": (
        DecisionReason.NOT_THIS,
        DecisionReason.NO_CLEARANCE,
        DecisionReason.OWN_WISH,
        DecisionReason.OTHER,
    ),
}


class InterviewForm(forms.Form):
    held_on = DayField(label=_("День беседы"))
    outcome = forms.ChoiceField(label=_("Чем закончилась"), choices=InterviewOutcome.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Что важно"),
        help_text=_("Без диагнозов и протокола: только то, что поможет подобрать пару. Сам наставник этого не видит."),
        widget=forms.Textarea(attrs=LONG),
        required=False,
    )


class AgreementForm(forms.Form):
    """ТК РФ ст. 351.8 wants content, term, form and pay."""

    consent_on = DayField(label=_("Работник согласился письменно"))
    signed_on = DayField(label=_("Соглашение подписано"))
    number = forms.CharField(label=_("Номер соглашения"), max_length=30, required=False)
    starts_on = DayField(label=_("Наставничество с"))
    ends_on = DayField(label=_("По"), required=False)
    content = forms.CharField(label=_("Содержание работы"), widget=forms.Textarea(attrs=LONG))
    way = forms.CharField(label=_("В какой форме"), max_length=200)
    pay = forms.CharField(label=_("Размер и условия оплаты"), max_length=300)

    def terms(self) -> Terms:
        return Terms(**self.cleaned_data)


class EndAgreementForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    ended_by = forms.ChoiceField(label=_("Кто прекращает"), choices=EndingParty.choices, widget=forms.RadioSelect)
    notice_on = DayField(label=_("День письменного уведомления"))
    ended_on = DayField(label=_("Последний день работы"))
    is_sooner_agreed = forms.BooleanField(
        label=_("О более раннем дне договорились"),
        help_text=_("Только когда отказывается сам наставник и работодатель не против."),
        required=False,
    )
    note = forms.CharField(label=_("Почему"), widget=forms.Textarea(attrs=LONG), required=False)


class DecisionForm(forms.Form):
    """Which reasons are offered depends on the decision."""

    note = forms.CharField(label=_("Своими словами"), widget=forms.Textarea(attrs=LONG), required=False)
    field_order = ("reason", "note")

    def __init__(self, *args: Any, decision: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(reason.value, reason.label) for reason in REASONS[decision]]
        self.fields["reason"] = forms.ChoiceField(
            label=_("Причина"), choices=choices, widget=forms.RadioSelect, initial=choices[0][0]
        )
        self.fields["note"].required = decision == "refuse"
        self.order_fields(self.field_order)


class WaiveForm(forms.Form):
    why = forms.CharField(label=_("Почему не требуется"), widget=forms.Textarea(attrs=LONG))


class DueForm(forms.Form):
    due_on = DayField(label=_("К какому дню"), required=False)
