"""The programme of an event as rows to fill in, and a guest from outside."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.events.actions import Point
from nastavnik.domain.events.enums import GuestRole

MOST = 20
SPARE = 4
PARTS = ("n", "m", "t", "w")


class ProgrammeForm(forms.Form):
    """Rows `n` place, `m` minutes, `t` what, `w` who; a row without words is left out, the order is that of `n`."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, points: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.size = min(max(len(points) + SPARE, 6), MOST)
        for row in range(self.size):
            point = points[row] if row < len(points) else None
            first = {"m": point.minutes, "t": point.title, "w": point.who} if point else {}
            n = row + 1
            self.fields[f"n{row}"] = forms.IntegerField(
                label=_("Порядок, строка %(n)s") % {"n": n}, min_value=1, max_value=99, required=False, initial=n
            )
            self.fields[f"m{row}"] = forms.IntegerField(
                label=_("Минут, строка %(n)s") % {"n": n},
                min_value=1,
                max_value=720,
                required=False,
                initial=first.get("m"),
            )
            for part, label in (("t", _("Что будет, строка %(n)s")), ("w", _("Кто ведёт, строка %(n)s"))):
                field = forms.CharField(label=label % {"n": n}, max_length=200, required=False, initial=first.get(part))
                field.widget.attrs.pop("maxlength", None)
                self.fields[f"{part}{row}"] = field

    def rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"{part}{row}"] for part in PARTS] for row in range(self.size)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for row in range(self.size):
            if given.get(f"t{row}") and not given.get(f"m{row}") and not self.errors.get(f"m{row}"):
                self.add_error(f"m{row}", _("Строка %(n)s: сколько это займёт минут?") % {"n": row + 1})
        return given

    def points(self) -> list[Point]:
        said = self.cleaned_data
        rows = [row for row in range(self.size) if said.get(f"t{row}")]
        rows.sort(key=lambda row: (said.get(f"n{row}") or MOST + 1, row))
        return [Point(said[f"m{row}"], said[f"t{row}"], said.get(f"w{row}") or "") for row in rows]


class GuestForm(forms.Form):
    role = forms.ChoiceField(label=_("Кто это"), choices=GuestRole.choices)
    partner = forms.ModelChoiceField(label=_("Партнёр"), queryset=None, required=False, empty_label=_("не выбран"))
    name = forms.CharField(label=_("Имя и должность"), max_length=200, required=False)

    def __init__(self, *args: Any, partners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
        self.fields["name"].widget.attrs.pop("maxlength", None)
