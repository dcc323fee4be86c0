"""Forms of the room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.privacy.enums import LEAST_DAYS, ErasureReason, RequestKind


class AskForm(forms.Form):
    """What somebody asks about their data; `young`: said «ты» to."""

    kind = forms.ChoiceField(
        label=_("О чём просите"),
        choices=[(RequestKind.CORRECT, _("исправить")), (RequestKind.ERASE, _("удалить"))],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Что исправить и как верно, или почему удалить"),
        help_text=_("Об удалении объяснять не обязательно."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, young: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if young:
            self.fields["kind"].label = _("О чём просишь")
            self.fields["kind"].error_messages["required"] = _("Выбери, что сделать.")


class AnswerForm(forms.Form):
    """What the institution answers."""

    answer = forms.CharField(
        label=_("Ответ"),
        help_text=_("Человек прочтёт эти слова. Без них просьбу не закрыть."),
        error_messages={
            "required": _("Напишите одним предложением, что сделано или почему отказано. Человек это прочтёт.")
        },
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, reads: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not reads:  # nobody is left to read it
            self.fields["answer"].required = False
            self.fields["answer"].help_text = ""


class EraseForm(forms.Form):
    """Why the data go; the tick stands for «I know that this cannot be undone»."""

    reason = forms.ChoiceField(label=_("Почему удаляем"), choices=ErasureReason.choices, widget=forms.RadioSelect)
    is_sure = forms.BooleanField(
        label=_("Понимаю: вернуть данные нельзя"),
        error_messages={"required": _("Отметьте, что понимаете: вернуть данные нельзя.")},
    )


class TermForm(forms.Form):
    """The institution's term of keeping."""

    days = forms.IntegerField(
        label=_("Сколько дней хранить после участия"),
        help_text=_("Закон называет только правило: не дольше, чем нужно для цели. Число решает организация."),
        min_value=LEAST_DAYS,
        max_value=36500,
    )
    is_automatic = forms.BooleanField(
        label=_("Удалять самим, каждую ночь"),
        help_text=_("Иначе список тех, чей срок вышел, ждёт вашего решения на этой странице."),
        required=False,
    )
