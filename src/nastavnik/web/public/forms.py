"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Audience, ParticipationRole


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Код под печатью"),
        help_text=_("Шестнадцать букв и цифр, например 7КМ4-Х2РЕ-9АВГ-5ТУФ. Большие или маленькие, всё равно."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AnswerForm(forms.Form):
    """What a reader of the information page may say: no name, no telephone."""

    audience = forms.ChoiceField(label=_("Кто вы"), choices=Audience.choices, widget=forms.RadioSelect)
    study_group = forms.ModelChoiceField(
        label=_("Класс или группа"),
        help_text=_("Ваш или вашего ребёнка. Можно пропустить."),
        queryset=None,
        empty_label=_("не скажу"),
        required=False,
    )
    wanted_role = forms.ChoiceField(
        label=_("Кем хотелось бы быть"),
        choices=[
            ("", _("пока не знаю, просто ознакомились")),
            (ParticipationRole.MENTEE, _("тем, кому помогают")),
            (ParticipationRole.MENTOR, _("наставником")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    wish = forms.CharField(
        label=_("В чём нужна помощь или чем готовы помочь"),
        help_text=_("Одним предложением. Имён и телефонов не пишите: эту страницу видят все, кто ведёт программу."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["study_group"].queryset = groups  # type: ignore[attr-defined]


class SurveyCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Код с карточки"),
        help_text=_("Буквы и цифры, например АВЕК-2457-МН. Большие или маленькие, русские или английские, всё равно."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class PulseLinkForm(forms.Form):
    """The mark of the month by a personal link: the number is the button that was pressed."""

    score = forms.TypedChoiceField(
        choices=[(number, number) for number in range(1, 11)],
        coerce=int,
        error_messages={"required": _("Нажмите число от 1 до 10."), "invalid_choice": _("Нажмите число от 1 до 10.")},
    )
    comment = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
