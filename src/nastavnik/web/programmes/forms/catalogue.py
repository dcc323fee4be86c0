"""One entry of a catalogue: its words, and what the very catalogue needs besides."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Audience, Catalogue, Kind, ProgrammeType
from nastavnik.domain.programmes.kinds import MOST_MONTHS, MOST_PLACES, KindCard, card
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.web.programmes.forms.fields import RoomForm

PORTRAITS = (Catalogue.MENTOR_PORTRAIT, Catalogue.MENTEE_PORTRAIT)
READERS = [*[one for one in Audience.choices if one[0] != Audience.OTHER], ("mentor", _("наставник"))]
OF_OWN = ("behaves_as", "programme_type", "formats")  # a shipped entry keeps where it fits


class EntryForm(RoomForm):
    """`entry` is None for a new one; only the fields that its catalogue knows are there."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    text = forms.CharField(
        label=_("Текст для бумаг"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Пусто: в бумагах будет название."),
    )
    behaves_as = forms.ChoiceField(
        label=_("Ведёт себя как"), choices=Kind, help_text=_("От этого зависят подбор, встречи и приказ.")
    )
    months = forms.IntegerField(label=_("Обычный срок, месяцев"), min_value=1, max_value=MOST_MONTHS)
    places = forms.IntegerField(
        label=_("Сколько наставляемых у наставника обычно"),
        min_value=1,
        max_value=MOST_PLACES,
        help_text=_("Подбор возьмёт это число, если наставник не назвал своё."),
    )
    needs_plan = forms.BooleanField(label=_("Паре нужен план"), required=False)
    needs_order = forms.BooleanField(
        label=_("Пару закрепляет приказ"),
        required=False,
        help_text=_("Если приказы есть в самой программе. Без отметки работу начинает куратор."),
    )
    instrument = forms.CharField(label=_("Чем измеряем"), max_length=200)
    signs = forms.CharField(
        label=_("Признаки"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("По одному в строке: по ним узнают, кого искать."),
    )
    audience = forms.ChoiceField(label=_("Кому адресовано"), choices=READERS)
    programme_type = forms.ChoiceField(
        label=_("Для каких программ"), choices=[("", _("для всех")), *ProgrammeType.choices], required=False
    )
    formats = forms.MultipleChoiceField(
        label=_("Для каких форм"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ничего не отмечено: для всех."),
    )
    usual = forms.BooleanField(label=_("Брать в новые модули"), required=False)
    is_confirmed = forms.BooleanField(
        label=_("Сверено с оригиналом"),
        required=False,
        help_text=_("Отметьте, когда сравните с документом, на который ссылаетесь."),
    )

    def __init__(self, *args: Any, catalogue: str, entry: Entry | None, formats: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry
        self.fields["formats"].choices = formats
        for name in self._unknown(catalogue):
            del self.fields[name]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def _unknown(self, catalogue: str) -> set[str]:
        """Names of the fields that do not belong to the catalogue or the entry."""
        of_kind = {"behaves_as", "months", "places", "needs_plan", "needs_order"}
        gone = set() if catalogue == Catalogue.KIND else set(of_kind)
        gone |= {"formats", "programme_type", "usual"} if catalogue == Catalogue.KIND else set()
        gone |= set() if catalogue == Catalogue.OUTCOME else {"instrument"}
        gone |= set() if catalogue in PORTRAITS else {"signs"}
        gone |= set() if catalogue == Catalogue.OPPORTUNITY else {"audience"}
        if self.entry and not self.entry.is_own:
            gone |= set(OF_OWN)
        if not self.entry or self.entry.is_own:
            gone.add("is_confirmed")
        return gone

    @property
    def changes(self) -> dict[str, Any]:
        """What the row of the entry takes."""
        given = self.cleaned_data
        details: dict[str, Any] = dict(self.entry.details) if self.entry else {}
        for name in ("behaves_as", "months", "places", "needs_plan", "needs_order", "instrument", "audience", "usual"):
            if name in given:
                details[name] = given[name]
        if "signs" in given:
            details["signs"] = [line.strip() for line in given["signs"].splitlines() if line.strip()]
        changes = {"title": given["title"], "text": given["text"], "details": details}
        return changes | {name: given[name] for name in ("programme_type", "formats", "is_confirmed") if name in given}


def initial_of(entry: Entry) -> dict[str, Any]:
    """An entry as the fields of the form."""
    return {
        "version": entry.version,
        "title": entry.title,
        "text": entry.text,
        "instrument": entry.details.get("instrument", ""),
        "signs": "\n".join(entry.details.get("signs", ())),
        "audience": entry.details.get("audience", ""),
        "programme_type": entry.programme_type,
        "formats": list(entry.formats),
        "usual": entry.is_usual,
        "is_confirmed": entry.is_confirmed,
        **(_numbers(card(entry)) if entry.catalogue == Catalogue.KIND else {}),
    }


def usual_new(catalogue: str) -> Mapping[str, Any]:
    """What a new entry begins with."""
    kind: dict[str, Any] = {"behaves_as": Kind.INDIVIDUAL, "months": 9, "places": 1}
    kind |= {"needs_plan": True, "needs_order": True}
    return kind if catalogue == Catalogue.KIND else {"usual": False}


def _numbers(one: KindCard) -> dict[str, Any]:
    return {
        "behaves_as": one.behaves_as,
        "months": one.rules.usual_months,
        "places": one.rules.usual_places,
        "needs_plan": one.rules.plan_needed,
        "needs_order": one.rules.order_needed,
    }


class TitleForm(RoomForm):
    """A name alone: of a format, of a role model."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=100)
