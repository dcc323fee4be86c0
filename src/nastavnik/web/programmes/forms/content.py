"""What a module takes from one catalogue: ticks, own words, places. And the module's own two texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.shipped import Entry
from nastavnik.web.programmes.forms.fields import RoomForm

MOST = 999
LONGEST = 4000


@dataclass(frozen=True)
class Row:
    """One entry with its three fields."""

    entry: Entry
    take: Any
    words: Any
    place: Any


class WordsForm(RoomForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    aim = forms.CharField(
        label=_("Цель модуля"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    note = forms.CharField(
        label=_("Пояснительная записка"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 10})
    )


class ContentForm(RoomForm):
    """`offered` in the order of the catalogue; `taken` code → own words, in the order of the module."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: tuple[Entry, ...], taken: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = sorted(offered, key=lambda one: list(taken).index(one.code) if one.code in taken else MOST)
        places = {code: place for place, code in enumerate(taken, start=1)}
        for number, one in enumerate(self.offered):
            self.fields[f"take_{number}"] = forms.BooleanField(
                label=one.title, required=False, initial=one.code in taken
            )
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("Своими словами"),
                required=False,
                initial=taken.get(one.code, ""),
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"place_{number}"] = forms.IntegerField(
                label=_("Место"), required=False, min_value=1, max_value=MOST, initial=places.get(one.code)
            )

    def rows(self) -> Iterator[Row]:
        """Rows as the page draws them."""
        for number, one in enumerate(self.offered):
            yield Row(one, *(self[f"{name}_{number}"] for name in ("take", "words", "place")))

    def name_each_field(self) -> None:
        """On a page without the entries beside them the fields carry their titles."""
        for number, one in enumerate(self.offered):
            for name in ("words", "place"):
                field = self[f"{name}_{number}"]
                field.label = f"{one.title}: {field.label}"

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Codes with own words, by place; what has no place comes last, in the order of the page."""
        given = self.cleaned_data
        ticked = [
            (given[f"place_{number}"] or MOST, number, one.code, given[f"words_{number}"])
            for number, one in enumerate(self.offered)
            if given[f"take_{number}"]
        ]
        return [(code, text) for _place, _number, code, text in sorted(ticked)]

    @property
    def titles(self) -> str:
        """What was chosen, in a line."""
        names = {one.code: str(one.title) for one in self.offered}
        return "; ".join(names[code] for code, _text in self.chosen)
