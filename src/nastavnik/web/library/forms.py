"""A material and a theme in the institution's words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.library.actions import ThemeWords, Words
from nastavnik.domain.library.enums import Audience, Situation, Topic

MOST_TAGS, TAG_LENGTH = 12, 30


def line(label: Any, most: int, **more: Any) -> forms.CharField:
    """One line without the attribute `maxlength`: a browser would cut a long text silently."""
    field = forms.CharField(label=label, max_length=most, **more)
    field.widget.attrs.pop("maxlength", None)
    return field


def text(label: Any, rows: int, most: int, **more: Any) -> forms.CharField:
    field = forms.CharField(label=label, max_length=most, **more)
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


class MemoForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line(_("Название"), 200)
    body = text(
        _("Текст"), 14, 20000, required=False,
        help_text=_("Пустая строка начинает новый абзац. «# » в начале строки: заголовок, «- »: список, "
                    "«1. »: список с номерами, «☐ »: квадратик для отметки."),
    )  # fmt: skip
    url = line(
        _("Ссылка"), 500, required=False,
        help_text=_("Начинается с https://. Видео тоже кладут ссылкой: оно откроется на своём сайте."),
    )  # fmt: skip
    trusts = forms.BooleanField(
        label=_("Новый сайт: открыли, посмотрели, подходит"), required=False,
        help_text=_("Нужно один раз для каждого нового сайта. Дальше его ссылки проходят сами."),
    )  # fmt: skip
    audiences = forms.MultipleChoiceField(
        label=_("Кому"), choices=Audience.choices, widget=forms.CheckboxSelectMultiple
    )
    situations = forms.MultipleChoiceField(
        label=_("Что случилось"), choices=Situation.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    topic = forms.ChoiceField(label=_("О чём"), choices=Topic.choices)
    tags = line(
        _("Метки"), 400, required=False, help_text=_("Через запятую: математика, видео, на каникулы.")
    )  # fmt: skip
    formats = forms.MultipleChoiceField(
        label=_("Для каких форм"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Если не отметить ничего, подойдёт для всех."),
    )  # fmt: skip
    min_age = forms.IntegerField(label=_("С какого возраста"), min_value=5, max_value=99, required=False)
    max_age = forms.IntegerField(label=_("По какой возраст"), min_value=5, max_value=99, required=False)
    is_confirmed = forms.BooleanField(label=_("Сверено с оригиналом"), required=False)

    def __init__(self, formats: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["formats"].choices = formats  # type: ignore[attr-defined]

    def clean_tags(self) -> list[str]:
        said = [" ".join(tag.lower().split()) for tag in self.cleaned_data["tags"].split(",")]
        tags = list(dict.fromkeys(tag for tag in said if tag))
        if len(tags) > MOST_TAGS or any(len(tag) > TAG_LENGTH for tag in tags):
            raise forms.ValidationError(
                _("Меток не больше %(most)s, в каждой не больше %(letters)s букв."),
                params={"most": MOST_TAGS, "letters": TAG_LENGTH},
            )
        return tags

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        low, high = given.get("min_age"), given.get("max_age")
        if low is not None and high is not None and low > high:
            self.add_error("max_age", _("Второй возраст меньше первого. Поменяйте их местами."))
        return given

    def words(self) -> Words:
        left = ("version", "trusts", "file")
        return Words(**{name: value for name, value in self.cleaned_data.items() if name not in left})


class NewMemoForm(MemoForm):
    """The same with a file at once."""

    file = forms.FileField(label=_("Файл"), required=False, help_text=_("PDF, документ или снимок."))
    field_order = ("version", "title", "body", "url", "trusts", "file")


class FileForm(forms.Form):
    file = forms.FileField(label=_("Файл"))


class ThemeForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line(_("Тема"), 200)
    note = text(_("В чём она"), 3, 1000, required=False)
    programme: Any = forms.ModelChoiceField(
        label=_("Программа"), queryset=None, required=False, empty_label=_("для всех программ")
    )

    def __init__(self, programmes: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]

    def words(self) -> ThemeWords:
        return ThemeWords(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


def now_of(sheet: Any) -> dict[str, Any]:
    """What a form of the material begins with."""
    names = ("version", "title", "body", "url", "audiences", "situations", "topic", "formats", "min_age", "max_age")
    now = {name: getattr(sheet, name) for name in (*names, "is_confirmed")}
    return {**now, "tags": ", ".join(sheet.tags)}
