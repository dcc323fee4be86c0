"""Whom to ask, when, and how."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.monitoring.enums import Asked, Moment
from nastavnik.web.shell.forms import DayField


class WaveForm(forms.Form):
    moment = forms.ChoiceField(label=gettext_lazy("Когда спрашиваем"), choices=Moment.choices, initial=Moment.ONCE)
    starts_on = DayField(label=gettext_lazy("С какого дня"))
    ends_on = DayField(label=gettext_lazy("Собираем ответы до"), required=False)
    by_code = forms.BooleanField(
        label=gettext_lazy("Можно ответить и по общему коду"),
        help_text=gettext_lazy(
            "Один код или QR на всех, например на родительском собрании. Только для опроса без имён; сколько раз "
            "ответил один человек, тогда не узнать."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Опрос заканчивается раньше, чем начинается. Исправьте день."))
        return given


class SurveyForm(WaveForm):
    """A survey and its first wave at once. `programmes`, `modules` and `questionnaires` are rows that may be chosen."""

    title = forms.CharField(label=gettext_lazy("Название опроса"), max_length=200)
    questionnaire = forms.ModelChoiceField(
        label=gettext_lazy("Анкета"),
        help_text=gettext_lazy("Анкеты, которые действуют у вас. Готовую сначала возьмите из библиотеки."),
        queryset=None,
        empty_label=gettext_lazy("выберите"),
    )
    programme = forms.ModelChoiceField(
        label=gettext_lazy("Программа"), queryset=None, empty_label=gettext_lazy("выберите")
    )
    module = forms.ModelChoiceField(
        label=gettext_lazy("Модуль или форма"),
        help_text=gettext_lazy("Можно спросить только тех, кто участвует в одном модуле."),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("вся программа"),
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Кого спросить"),
        help_text=gettext_lazy("Приглашения получат только те, чьи данные можно обрабатывать."),
        choices=Asked.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    is_anonymous = forms.BooleanField(
        label=gettext_lazy("Без имён"),
        help_text=gettext_lazy(
            "Ответ нельзя будет связать с человеком, и найти его потом тоже. Итоги откроются после завершения опроса."
        ),
        required=False,
    )
    field_order = (
        "title", "questionnaire", "programme", "module", "roles", "is_anonymous",
        "moment", "starts_on", "ends_on", "by_code",
    )  # fmt: skip

    def __init__(self, *args: Any, questionnaires: Any, programmes: Any, modules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["questionnaire"].queryset = questionnaires  # type: ignore[attr-defined]
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        field: Any = self.fields["module"]
        field.queryset = modules
        field.label_from_instance = lambda one: f"{one.programme.title}: {one.title} ({one.mentoring_format})"

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("by_code") and not given.get("is_anonymous"):
            self.add_error("by_code", _("Общий код бывает только у опроса без имён: иначе не узнать, кто ответил."))
        module, programme = given.get("module"), given.get("programme")
        if module and programme and module.programme_id != programme.pk:
            self.add_error("module", _("Этот модуль из другой программы. Выберите модуль этой или всю программу."))
        return given
