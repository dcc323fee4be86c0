"""Forms of the room: text → clean values."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.mapping import SINGLE_FIELDS
from nastavnik.domain.exchange.reading.pair_columns import ONE_COLUMN
from nastavnik.web.exchange.fields import choices_for, title_of


class UploadForm(forms.Form):
    module = forms.TypedChoiceField(label=_("В какую программу"), coerce=int)
    role = forms.ChoiceField(
        label=_("Кто в списке"),
        choices=[
            (ListRole.MENTEE.value, _("наставляемые")),
            (ListRole.MENTOR.value, _("наставники")),
            (ListRole.PAIRS.value, _("пары: кто с кем работает или работал")),
        ],
        widget=forms.RadioSelect,
        initial=ListRole.MENTEE,
    )
    file = forms.FileField(
        label=_("Файл со списком"),
        help_text=_("Excel (.xlsx, .xls), LibreOffice (.ods) или .csv, до 20 МБ. Первая строка с названиями столбцов."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
    )

    def __init__(self, *args: Any, modules: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = list(modules)  # type: ignore[attr-defined]


class ColumnsForm(forms.Form):
    """One choice for each column, named by its letter."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    remember = forms.BooleanField(
        label=_("Запомнить столбцы для таких же списков"),
        help_text=_("Если вы что-то исправили, следующий список с теми же названиями столбцов прочитаем так же."),
        required=False,
    )

    def __init__(self, *args: Any, columns: Sequence[Any], role: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letters = [column.letter for column in columns]
        choices = choices_for(role)
        for column in columns:
            label = _now("Столбец %(letter)s, «%(heading)s»") % {"letter": column.letter, "heading": column.heading}
            known = {code for code, _title in choices}
            more = [] if (column.field or "") in known else [(column.field, title_of(column.field))]
            self.fields[column.letter] = forms.ChoiceField(
                label=label, choices=[*choices, *more], required=False, initial=column.field or ""
            )

    def clean(self) -> dict[str, Any]:
        """A field with one value comes from one column."""
        given = super().clean() or {}
        chosen = defaultdict(list)
        for letter in self.letters:
            if given.get(letter) in (*SINGLE_FIELDS, *ONE_COLUMN):
                chosen[given[letter]].append(letter)
        for code, letters in chosen.items():
            if len(letters) > 1:
                text = _now("«%(field)s» выбрано для столбцов %(letters)s. Оставьте один.")
                self.add_error(letters[-1], text % {"field": title_of(code), "letters": ", ".join(letters)})
        return given

    @property
    def columns(self) -> dict[str, str | None]:
        return {letter: self.cleaned_data.get(letter) or None for letter in self.letters}


class VersionForm(forms.Form):
    """A button: the page says which version it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class SheetForm(VersionForm):
    sheet = forms.CharField(max_length=100)


class DecideForm(forms.Form):
    key = forms.CharField(max_length=200)
    answer = forms.ChoiceField(choices=[("same", ""), ("different", ""), ("", "")], required=False)
    version = forms.IntegerField()


class AcceptForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    admit = forms.BooleanField(
        label=_("Сразу допустить к подбору"),
        help_text=_("Иначе люди будут в программе, а к подбору вы допустите их позже."),
        required=False,
        initial=True,
    )
    own_signatures = forms.BooleanField(
        label=_("Подписи самих детей (14–17) на бумагах есть"),
        help_text=_("Без этой отметки они подождут: «ждём подпись самого ребёнка»."),
        required=False,
    )
