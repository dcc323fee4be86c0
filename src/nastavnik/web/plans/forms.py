"""The forms of the room: text → clean values."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.plans.enums import Mark, PlanWay, ReviewStage, Verdict, WorkSheetKind
from nastavnik.web.shell.forms import DayField

SIDES = [("", _("вместе")), (Party.MENTOR.value, Party.MENTOR.label), (Party.MENTEE.value, Party.MENTEE.label)]


def words(label: Any, *, required: bool = False, rows: int = 3, most: int = 2000, **more: Any) -> forms.CharField:
    field = forms.CharField(label=label, required=required, max_length=most, **more)
    # Without the attribute `maxlength`: a browser would cut a long text silently.
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


def line(label: Any, *, required: bool = True, most: int = 300, **more: Any) -> forms.CharField:
    field = forms.CharField(label=label, required=required, max_length=most, **more)
    field.widget.attrs.pop("maxlength", None)
    return field


class PlanForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    way = forms.ChoiceField(label=_("Кто составляет"), choices=PlanWay.choices, widget=forms.RadioSelect)
    aim = words(_("Ради чего"))
    expected = words(_("Что должно получиться"))
    starts_on = DayField(label=_("С какого дня"))
    ends_on = DayField(label=_("По какой день"))
    interim_on = DayField(label=_("Промежуточный итог"), required=False)

    def __init__(self, *args: Any, with_term: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_term:  # moved by a sheet of extension only
            del self.fields["starts_on"], self.fields["ends_on"]


class DifficultyForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line(_("Что даётся трудно"))


class StepForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    title = line(_("Шаг"))
    who = forms.ChoiceField(label=_("Кто делает"), choices=SIDES, required=False)
    due_on = DayField(label=_("До какого дня"), required=False)
    expected = line(_("Что планируем получить"), required=False, most=500)
    direction = forms.ChoiceField(label=_("Направление"), required=False)
    difficulty = forms.TypedChoiceField(
        label=_("Какую трудность снимает"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, directions: Mapping[str, str], difficulties: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["direction"].choices = [("", _("не указано")), *directions.items()]  # type: ignore[attr-defined]
        named = [(one.pk, one.title) for one in difficulties]
        self.fields["difficulty"].choices = [("", _("не указано")), *named]  # type: ignore[attr-defined]
        if not named:
            del self.fields["difficulty"]


class AssessForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    mark = forms.ChoiceField(label=_("Что получилось"), choices=Mark.choices, widget=forms.RadioSelect)
    note = line(_("Словами"), required=False, most=500, help_text=_("Что стало лучше и что попробовать иначе."))


class ReviewForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    stage = forms.ChoiceField(label=_("Когда смотрим"), choices=ReviewStage.choices)
    verdict = forms.ChoiceField(label=_("Что решили"), choices=Verdict.choices, widget=forms.RadioSelect)
    title = line(_("Новая запись цели"), required=False, help_text=_("Если меняем. Прежняя останется в истории."))
    note = words(_("Почему"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("verdict") == Verdict.CHANGED and not given.get("title"):
            self.add_error("title", _("Напишите, какой цель стала."))
        return given


class ReworkForm(forms.Form):
    text = words(_("Что и почему меняем"), required=True)


class ExtendForm(forms.Form):
    until = DayField(label=_("До какого дня продлеваем"))
    text = words(_("Почему"), required=True)


class CloseForm(forms.Form):
    text = words(_("Почему закрываем"))

    def __init__(self, *args: Any, must_say: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = must_say


class LinkForm(forms.Form):
    url = line(_("Ссылка"), most=500, help_text=_("Начинается с https://"))
    title = line(_("Что там"), most=200)


QUESTIONS = {
    WorkSheetKind.SELF_ANALYSIS: (_("Что разбираю"), _("Что получилось"), _("Что трудно")),
    WorkSheetKind.PRACTICE: (_("Приём и у кого взят"), _("Что в нём ценно"), _("Что пришлось изменить")),
    WorkSheetKind.VISIT: (_("Чьё занятие и тема"), _("Что беру себе"), _("Что сделано бы иначе")),
}


class SheetForm(forms.Form):
    """What the fields ask depends on the kind; only a card of practice has a day on which it was tried."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    happened_on = DayField(label=_("Какой день"))
    title = line("")
    went_well = words("", most=4000)
    hard = words("", most=4000)
    next_step = line(_("Следующий шаг"), required=False, help_text=_("Его можно одним нажатием взять в план."))
    tried_on = DayField(label=_("Когда опробовано у себя"), required=False)

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in zip(("title", "went_well", "hard"), QUESTIONS[WorkSheetKind(kind)], strict=True):
            self.fields[name].label = label
        if kind != WorkSheetKind.PRACTICE:
            del self.fields["tried_on"]

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
