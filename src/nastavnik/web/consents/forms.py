"""Forms of the room: text → clean values."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.consents.actions import USUAL
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.consents.texts import PARTS
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

    def __init__(self, *args: Any, guardians: list[tuple[int, str]], own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            choices = [(SigningParty.ADULT.value, SigningParty.ADULT.label)]
            self.fields["parties"].choices = choices  # type: ignore[attr-defined]
        self.fields["signer"].choices = [("", _("не записываем")), *guardians]  # type: ignore[attr-defined]
        if not guardians:
            del self.fields["signer"]


class WithdrawForm(forms.Form):
    on = DayField(label=_("С какого дня отозвано"))


class AskForm(forms.Form):
    """What is asked for, and until when it shall hold."""

    kinds = forms.MultipleChoiceField(
        label=_("Какие согласия"),
        widget=forms.CheckboxSelectMultiple,
        initial=list(USUAL),
        error_messages={"required": _("Отметьте, какие согласия спросить.")},
    )
    until = DayField(label=_("Последний день согласия"), help_text=_("Пусто: пока не отзовут."), required=False)

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and self.today and until < self.today:
            raise forms.ValidationError(_("Этот день уже прошёл."))
        return until

    def __init__(self, *args: Any, today: date | None = None, is_adult: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        left_out = ConsentKind.DIAGNOSTICS if is_adult else ConsentKind.EMPLOYEE
        choices = [(kind.value, kind.label) for kind in ConsentKind if kind != left_out]
        self.fields["kinds"].choices = choices  # type: ignore[attr-defined]


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name)


class ManyFilesField(forms.FileField):
    """Several files by one field."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        if not data:
            raise forms.ValidationError(_("Выберите хотя бы один файл."))
        return [super(ManyFilesField, self).clean(one, initial) for one in data]


class ScansForm(forms.Form):
    files = ManyFilesField(
        label=_("Снимки или PDF подписанных листов"),
        help_text=_("Можно все листы одним PDF, до 200 страниц и 60 МБ, или несколько файлов сразу."),
        widget=ManyFiles(attrs={"accept": "image/*,application/pdf", "multiple": True}),
    )


class CodeForm(forms.Form):
    """Whose sheet a scan is: by its code, or by the child."""

    code = forms.CharField(
        label=_("Код листа"),
        help_text=_("Восемь букв и цифр под заголовком и возле квадратного кода, например 7КМ4-Х2РЕ."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Или фамилия и имя участника"),
        help_text=_("Если на листе нет нашего кода."),
        max_length=200,
        required=False,
    )


class AttachForm(forms.Form):
    """What stands on the sheet."""

    kinds = forms.MultipleChoiceField(label=_("Какое согласие подписано"), widget=forms.CheckboxSelectMultiple)
    parties = forms.MultipleChoiceField(label=_("Чьи подписи на листе"), widget=forms.CheckboxSelectMultiple)
    signed_on = DayField(label=_("Когда подписано"), help_text=_("Дата на бумаге."))

    def __init__(self, *args: Any, kinds: list[tuple[str, Any]], parties: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]
        self.fields["parties"].choices = parties  # type: ignore[attr-defined]


class PhotoForm(AttachForm):
    """The same with the photograph, at the telephone that has just read the square code."""

    photo = forms.FileField(
        label=_("Снимок листа"),
        help_text=_("Сфотографируйте лист целиком или выберите готовый файл."),
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
        error_messages={"required": _("Приложите снимок подписанного листа.")},
    )


PART_LABELS = {
    "title": _("Заголовок"),
    "operator": _("Кому: организация, её адрес и реквизиты"),
    "purpose": _("Зачем"),
    "data": _("Какие данные"),
    "actions": _("Что с ними делают"),
    "third_parties": _("Кому поручают и передают"),
    "term": _("Сколько действует"),
    "withdrawal": _("Как отозвать"),
    "body": _("Что ещё нужно знать"),
}


class TextForm(forms.Form):
    """The parts of a draft; what is missing is told when it is published."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, required: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS:
            widget = forms.TextInput() if part == "title" else forms.Textarea(attrs={"rows": 4})
            self.fields[part] = forms.CharField(
                label=PART_LABELS[part],
                widget=widget,
                max_length=200 if part == "title" else 4000,
                required=part in required,
            )
