"""The forms of the room: text → clean values."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.achievements.enums import TERM, AchievementKind, Level, SharingKind
from nastavnik.web.shell.forms import DayField

MOST_POINTS = 100


def words(label: Any, *, required: bool = False, rows: int = 3, most: int = 2000, **more: Any) -> forms.CharField:
    field = forms.CharField(label=label, required=required, max_length=most, **more)
    # Without the attribute `maxlength`: a browser would cut a long text silently.
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


def line(label: Any, *, required: bool = True, most: int = 300, **more: Any) -> forms.CharField:
    field = forms.CharField(label=label, required=required, max_length=most, **more)
    field.widget.attrs.pop("maxlength", None)
    return field


def upload() -> forms.FileField:
    return forms.FileField(
        label=_("Файл"),
        required=False,
        help_text=_("Снимок диплома, PDF или документ до 20 МБ. Место съёмки из снимка убираем."),
        widget=forms.FileInput(),
    )


class AchievementForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    person = forms.TypedChoiceField(label=_("Чьё достижение"), coerce=int)
    kind = forms.ChoiceField(label=_("Что это"), choices=AchievementKind.choices)
    title = line(_("Название"))
    level = forms.ChoiceField(label=_("Уровень"), choices=Level.choices)
    result = line(_("Результат"), required=False, most=200, help_text=_("Например: призёр, диплом II степени."))
    happened_on = DayField(label=_("Какой день"))
    file = upload()

    def __init__(self, people: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]
        if not people:
            del self.fields["person"]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("kind", "title", "level", "result", "happened_on")}

    def given(self) -> tuple[str, bytes] | None:
        found = self.cleaned_data["file"]
        return (found.name, found.read()) if found else None


class ProjectForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line(_("Как называется проект"))
    aim = words(_("Для кого и ради чего"))
    result = words(_("Что получилось"), help_text=_("Можно дописать позже."))

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "aim", "result")}


class DefenceForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_on = DayField(label=_("День защиты"))
    place = line(_("Место"), required=False, most=120)
    criteria = words(_("Критерии, каждый на своей строке"), required=True, rows=6)
    most = forms.IntegerField(label=_("Наибольшая оценка по критерию"), min_value=1, max_value=MOST_POINTS, initial=5)


class SheetForm(forms.Form):
    """The sheet of one of the jury: a mark for each criterion. A sheet that is corrected is named with the version in
    which it was read: «2:1»."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, criteria: Sequence[str], most: int, sheets: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = [f"c{number}" for number in range(len(criteria))]
        for name, title in zip(self.names, criteria, strict=True):
            self.fields[name] = forms.IntegerField(label=title, min_value=0, max_value=most)
        choices = [(f"{one.number}:{one.version}", _("исправить лист %(n)s") % {"n": one.number}) for one in sheets]
        self.fields["sheet"] = forms.CharField(
            label=_("Какой лист"), required=False, widget=forms.Select(choices=[("", _("новый лист")), *choices])
        )

    def points(self) -> list[int]:
        return [self.cleaned_data[name] for name in self.names]

    def named(self) -> tuple[int | None, int]:
        """Number and version of the sheet; None for a new one. After a conflict the page says the version anew."""
        number, _colon, version = self.cleaned_data["sheet"].partition(":")
        if not (number.isdecimal() and version.isdecimal() and len(number + version) < 10):
            return None, 0
        return int(number), self.cleaned_data["version"] or int(version)


class SharingForm(forms.Form):
    WORDS = ("kind", "title", "level", "happened_on", "place")

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Что это"), choices=SharingKind.choices)
    title = line(_("Название"))
    level = forms.ChoiceField(label=_("Уровень"), choices=Level.choices)
    happened_on = DayField(label=_("Какой день"))
    place = line(_("Где"), required=False, most=200, help_text=_("Город, площадка, журнал или сайт."))
    authors = forms.TypedMultipleChoiceField(
        label=_("Кто делился"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    file = upload()

    def __init__(self, people: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authors"].choices = people  # type: ignore[attr-defined]
        if not people:
            del self.fields["authors"]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.WORDS}

    def given(self) -> tuple[str, bytes] | None:
        found = self.cleaned_data["file"]
        return (found.name, found.read()) if found else None


class AttestationForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    counted_from = DayField(
        label=_("С какого дня считаем"), help_text=_("Например, с начала работы или с прошлой аттестации.")
    )
    years = forms.IntegerField(
        label=_("Через сколько лет"),
        min_value=1,
        max_value=10,
        initial=TERM,
        help_text=_("Обычно три года. Сверьте с порядком аттестации в вашем регионе."),
    )
    passed_on = DayField(label=_("Пройдена, какого числа"), required=False)
