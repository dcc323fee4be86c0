"""Rows of a roadmap: one by one, and many from a table."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import ResourceKind
from nastavnik.domain.programmes.pasting import MOST_LETTERS, CannotRead, text_of
from nastavnik.domain.programmes.pasting.messages import CANNOT_READ, TERMS, term_sentence
from nastavnik.domain.programmes.terms import NotATerm, parse_term
from nastavnik.web.programmes.forms.fields import RoomForm

RESOURCES = {f"resources_{kind.value}": kind for kind in ResourceKind}


class RowForm(RoomForm):
    """A row: its term is written in words, as in the paper."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Мероприятие"), max_length=500)
    term = forms.CharField(
        label=_("Срок"),
        max_length=100,
        error_messages={"required": TERMS["empty"]},
        help_text=_("Например: 15.10.2026 · октябрь 2026 · октябрь 2026 – май 2027 · до 15 октября · ежегодно"),
    )
    stage = forms.ChoiceField(label=_("Этап"))
    responsible = forms.CharField(
        label=_("Ответственные"),
        max_length=300,
        required=False,
        help_text=_("Фамилии и должности через запятую. Кого назовёте по фамилии, тому напомним."),
    )
    task = forms.CharField(label=_("Задача"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    result = forms.CharField(
        label=_("Ожидаемый результат"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    document = forms.CharField(label=_("Вид документа"), max_length=300, required=False)
    remind_days = forms.IntegerField(
        label=_("Напомнить за столько дней до конца"), min_value=0, max_value=90, required=False
    )

    def __init__(self, *args: Any, stages: Any, around: date, until: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around, self.until = around, until
        self.fields["stage"].choices = [(stage.number, f"{stage.number}. {stage.title}") for stage in stages]  # type: ignore[attr-defined]
        for name, kind in RESOURCES.items():
            label = _now("Ресурсы: %(kind)s") % {"kind": kind.label}
            self.fields[name] = forms.CharField(label=label, max_length=500, required=False)
        self.say_lengths()

    def clean_term(self) -> str:
        """The words are kept; what they mean stands in `self.meant`."""
        words = self.cleaned_data["term"]
        try:
            self.meant = parse_term(words, self.around, self.until)
        except NotATerm as refusal:
            raise forms.ValidationError(term_sentence(refusal.code, words)) from None
        return str(words)

    @property
    def own_fields(self) -> list[Any]:
        return [field for field in self.visible_fields() if field.name not in RESOURCES]

    @property
    def resource_fields(self) -> list[Any]:
        return [self[name] for name in RESOURCES]

    @property
    def resources(self) -> dict[str, str]:
        """Kind of resource → words; empty ones are left out."""
        return {kind.value: self.cleaned_data[name] for name, kind in RESOURCES.items() if self.cleaned_data[name]}


class PasteForm(RoomForm):
    """A table, pasted or in a file; the file is turned into the same text."""

    text = forms.CharField(
        label=_("Таблица"),
        required=False,
        max_length=MOST_LETTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "wrap": "off", "class": "table-text"}),
        help_text=_("Выделите таблицу в Word или Excel вместе со строкой заголовков, скопируйте и вставьте сюда."),
    )
    file = forms.FileField(
        label=_("или файл с таблицей"),
        required=False,
        allow_empty_file=True,
        help_text=_(".docx, .xlsx или .csv, до 5 МБ"),
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.csv,.txt"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        file = values.get("file")
        if file and file.size <= settings.UPLOAD_LIMIT:
            try:
                values["text"] = text_of(file.read())
            except CannotRead as refusal:
                self.add_error("file", CANNOT_READ[refusal.code])
        elif file:
            self.add_error("file", CANNOT_READ["too_big"])
        elif not self.errors and not (values.get("text") or "").strip():
            self.add_error("text", _("Здесь пусто. Вставьте таблицу или выберите файл."))
        return values


class EvidenceForm(RoomForm):
    file = forms.FileField(
        label=_("Подтверждение"),
        help_text=_("Снимок, PDF или документ, до 20 МБ. Увидят те, кто видит программу."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods"}),
    )
