"""Forms made of what a kind of paper asks: text → clean values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Subject
from nastavnik.domain.documents.kinds import Ask, DocumentKind
from nastavnik.web.shell.forms import DayField

ASK = "ask_"  # before the code of an ask, so that no field of ours has the same name
SIGNS = re.compile(r"^[^\W_]*(?:[\s/.№()\-\u2010-\u2014][^\W_]*)*$")
OTHER_SIGNS = _("В номере бывают буквы, цифры, пробел и знаки / - . № ( ). Уберите остальное.")


def no_longer_than(letters: int) -> MaxLengthValidator:
    """Told in words and never cut: without `maxlength` a browser keeps all that was pasted."""
    return MaxLengthValidator(letters, _("Здесь %(show_value)d знаков, а помещается %(limit_value)d. Сократите."))


NUMBER: dict[str, Any] = {
    "label": _("Номер"),
    "help_text": _("Как в журнале: 14-а, 26/1, 42-ОД. Пока это проект, можно оставить пустым."),
    "required": False,
    "validators": [RegexValidator(SIGNS, OTHER_SIGNS, code="signs"), no_longer_than(30)],
}
SUBJECTS = {
    Subject.MODULE: _("Для какого модуля"),
    Subject.MENTORSHIP: _("О какой паре или группе"),
    Subject.PARTICIPATION: _("О ком"),
    Subject.PARTNER: _("С каким партнёром"),
}
LONGEST = 4000  # letters of one answer


class PaperForm(forms.Form):
    """Number, day and what the kind asks."""

    dated_on = DayField(label=_("Дата"))

    def __init__(self, *args: Any, kind: DocumentKind, answers: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        initial = {f"{ASK}{code}": said for code, said in (answers or {}).items()}
        kwargs["initial"] = {**(kwargs.get("initial") or {}), **initial}
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind.is_numbered:
            self.fields["number"] = forms.CharField(**NUMBER)
        for ask in kind.asks:
            self.fields[f"{ASK}{ask.code}"] = _field(ask)
        self.order_fields(["subject", "number", "dated_on", *(f"{ASK}{ask.code}" for ask in kind.asks)])

    @property
    def number(self) -> str:
        said: str = self.cleaned_data.get("number", "")
        return said

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by the codes of the asks."""
        return {ask.code: self.cleaned_data[f"{ASK}{ask.code}"] for ask in self.kind.asks}


class PrepareForm(PaperForm):
    """The same with what the paper is about and which appendices go with it."""

    def __init__(
        self,
        *args: Any,
        kind: DocumentKind,
        subjects: Sequence[tuple[int, str]] | None,
        appendices: Iterable[tuple[str, Any]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if subjects is not None:
            choices = subjects if len(subjects) == 1 else [("", _("Выберите")), *subjects]
            self.fields["subject"] = forms.TypedChoiceField(
                label=SUBJECTS[Subject(kind.subject)], choices=choices, coerce=int
            )
            self.order_fields(["subject"])
        if appendices := list(appendices):
            self.fields["appendices"] = forms.MultipleChoiceField(
                label=_("Приложения"),
                help_text=_("Их подготовим, утвердим и напечатаем вместе с документом."),
                choices=appendices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )


class EditForm(PaperForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class SectionForm(forms.Form):
    """The words of one section."""

    text = forms.CharField(
        label=_("Текст"),
        help_text=_(
            "Пустая строка начинает новый абзац, «# » – заголовок, «1. » – пункт, «- » – строка списка, "
            "**слова** – жирный абзац. То, что в квадратных скобках, встанет на своё место само."
        ),
        required=False,
        validators=[no_longer_than(40_000)],
        widget=forms.Textarea(attrs={"rows": 18}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


def _field(ask: Ask) -> forms.Field:
    said: dict[str, Any] = {"label": ask.label, "help_text": ask.help_text, "required": ask.is_required}
    match ask.answer:
        case "day":
            return DayField(**said)
        case "number":
            return forms.IntegerField(min_value=0, max_value=100_000, **said)
        case "choice":
            first = [] if ask.is_required else [("", _("Не указано"))]
            return forms.ChoiceField(choices=[*first, *ask.choices], **said)
        case "long_text":
            return forms.CharField(
                validators=[no_longer_than(LONGEST)], widget=forms.Textarea(attrs={"rows": 4}), **said
            )
    return forms.CharField(validators=[no_longer_than(500)], **said)
