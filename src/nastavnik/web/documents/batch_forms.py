"""Forms for papers of many: text → clean values."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.enums import Book, DocumentState
from nastavnik.domain.documents.kinds import KINDS, DocumentKind, kind_of
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.documents.paper_forms import PaperForm
from nastavnik.web.documents.subjects import ForMany

EVERYBODY = "all"


def kinds_for_many(programme: Any = None) -> list[DocumentKind]:
    """Kinds that are made for many at once, in a programme of this type."""
    return [kind for kind in KINDS if kind.batch and (programme is None or programme.type in kind.programme_types)]


class ChooseForm(forms.Form):
    """Which paper in which programme; anything unknown counts as not asked."""

    programme = forms.TypedChoiceField(label=_("Программа"), coerce=int)
    kind = forms.ChoiceField(label=_("Какая бумага"))

    def __init__(self, *args: Any, programmes: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {row.pk: row for row in programmes}
        self.fields["programme"].choices = [(row.pk, row.title) for row in self.programmes.values()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(kind.code, kind.title) for kind in kinds_for_many()]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[Any, DocumentKind | None]:
        """The programme and the kind, each None where it was not asked for or they do not fit."""
        clean = self.cleaned_data if self.is_valid() else {}
        programme, code = self.programmes.get(clean.get("programme")), clean.get("kind")
        kind = kind_of(code) if code else None
        fits = programme is not None and kind in kinds_for_many(programme)
        return programme, kind if fits else None


class WhomForm(forms.Form):
    """Whom a list of people is narrowed to; anything unknown counts as not asked."""

    whom = forms.ChoiceField(
        label=_("Кому"),
        required=False,
        choices=[("", _("Ещё не выбрано")), (EVERYBODY, _("Всем")), *ParticipationRole.choices],
    )
    group = forms.ChoiceField(label=_("Класс или группа"), required=False)
    marks = forms.ChoiceField(required=False, choices=[("all", ""), ("none", "")], widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Sequence[ForMany], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        groups = sorted({group for row in rows for group in row.groups}, key=_by_grade)
        self.fields["group"].choices = [("", _("Все")), *((one, one) for one in groups)]  # type: ignore[attr-defined]
        if len({row.role for row in rows}) < 2:
            self.fields["whom"].choices = [("", _("Ещё не выбрано")), (EVERYBODY, _("Всем"))]  # type: ignore[attr-defined]
        self.is_valid()
        self.asked = {name: self.cleaned_data.get(name, "") for name in self.fields}

    @property
    def shown(self) -> list[ForMany]:
        """The rows that are asked for."""
        whom, group = self.asked["whom"], self.asked["group"]
        rows = [row for row in self.rows if whom in ("", EVERYBODY, row.role)]
        return [row for row in rows if not group or group in row.groups]

    @property
    def is_ticked(self) -> bool:
        """Nobody is ticked before it was said for whom."""
        marks = self.asked["marks"]
        return marks == "all" or (not marks and bool(self.asked["whom"] or self.asked["group"]))


def _by_grade(title: str) -> tuple[int, str]:
    digits = re.match(r"\d+", title)
    return int(digits[0]) if digits else 100, title


class BatchForm(PaperForm):
    """Day and answers that are the same for all, and whom the papers are for."""

    targets = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Отметьте хотя бы одного.")}, label=_("Для кого")
    )

    def __init__(
        self, *args: Any, kind: DocumentKind, rows: Sequence[ForMany], is_ticked: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        self.fields.pop("number", None)  # they are numbered in a row
        self.rows, self.is_ticked = rows, is_ticked
        self.fields["targets"].choices = [(row.pk, row.title) for row in rows if not row.is_shut]  # type: ignore[attr-defined]

    def shown(self) -> list[tuple[ForMany, bool]]:
        """Each row and whether it is ticked: at first nobody, or all who wait."""
        typed = set(self["targets"].value() or []) if self.is_bound else None
        return [(row, row.waits and self.is_ticked if typed is None else str(row.pk) in typed) for row in self.rows]

    @property
    def asked(self) -> list[Any]:
        """All fields but the ticks, which the page draws itself."""
        return [field for field in self if field.name != "targets"]


class GatherForm(forms.Form):
    """What the register is narrowed to; anything unknown counts as not asked."""

    kind = forms.ChoiceField(required=False, choices=[(kind.code, kind.title) for kind in KINDS])
    state = forms.ChoiceField(required=False, choices=DocumentState.choices)
    book = forms.ChoiceField(required=False, choices=Book.choices)
    year = forms.IntegerField(required=False)
    programme = forms.IntegerField(required=False)

    def asked(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data[name] for name in self.fields if self.cleaned_data.get(name)}
