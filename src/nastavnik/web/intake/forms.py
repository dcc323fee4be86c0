"""Forms of the room: text → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.intake.enums import DeclineReason, Remedy, WithdrawReason
from nastavnik.domain.intake.messages import page_name
from nastavnik.domain.intake.pages import EXTRAS
from nastavnik.web.shell.forms import DayField

LONGEST = 2_000


class WideText(forms.CharField):
    """Several lines, told and never cut where they are too long."""

    def __init__(self, **kwargs: Any) -> None:
        rows = kwargs.pop("rows", 3)
        super().__init__(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.widget.attrs.pop("maxlength", None)


class DeclineForm(forms.Form):
    """Why not now, and what would help: without the second the first helps nobody."""

    reason = forms.ChoiceField(label=_("Почему"), choices=DeclineReason.choices, widget=forms.RadioSelect)
    remedy = forms.ChoiceField(label=_("Что поможет убрать причину"), choices=Remedy.choices, widget=forms.RadioSelect)
    due_on = DayField(label=_("К какому дню"), help_text=_("Напомним на странице «Сегодня»."), required=False)
    note = WideText(label=_("Подробнее, для себя"), help_text=_("Семья этого не увидит."), required=False)


class ReturnForm(forms.Form):
    note = WideText(label=_("Что дополнить"), help_text=_("Это прочтёт тот, кто подал заявку. Коротко и по-доброму."))


class WithdrawForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Почему, если сказали"), choices=WithdrawReason.choices, widget=forms.RadioSelect, required=False
    )
    note = WideText(label=_("Подробнее, для себя"), required=False)


class OpenForm(forms.Form):
    """A new intake: where to, from when until when; the rest is asked afterwards."""

    module = forms.ModelChoiceField(label=_("В какой модуль"), queryset=None, empty_label=None)
    starts_on = DayField(label=_("С какого дня"))
    ends_on = DayField(label=_("По какой день"), required=False, help_text=_("Пусто: пока не закроете."))

    def __init__(self, *args: Any, modules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["module"]
        field.queryset = modules
        field.label_from_instance = lambda module: f"{module.programme.title}: {module.title}"

    def clean(self) -> dict[str, Any]:
        return _ordered(self, super().clean() or {})


def _number(said: str) -> int | str:
    """The id of a version, or the code of a ready questionnaire as it stands."""
    return int(said) if said.isdecimal() else said


class QuestionsField(forms.TypedChoiceField):
    """A questionnaire to be asked with the application, or none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=_number, empty_value=None, required=False, **kwargs)


class IntakeForm(forms.Form):
    """What an intake asks and whom it takes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    takes_mentees = forms.BooleanField(label=_("Ждём тех, кому нужна помощь"), required=False)
    takes_mentors = forms.BooleanField(label=_("Ждём наставников"), required=False)
    starts_on = DayField(label=_("С какого дня"))
    ends_on = DayField(label=_("По какой день"), required=False)
    greeting = WideText(label=_("Приветствие на первой странице"), required=False)
    contact = forms.CharField(label=_("К кому подойти"), max_length=200, required=False)
    topics = WideText(
        label=_("В чём помогаем"),
        help_text=_("По одному в строке. Из этого выбирают и те, кому помогают, и наставники: так они совпадут."),
        required=False,
        rows=8,
    )
    extra_pages = forms.MultipleChoiceField(
        label=_("О чём спросить ещё"),
        help_text=_(
            "Имя, возраст, класс, запрос и родителя спросим всегда: без них нельзя. Удобное время тоже, если пары "
            "здесь встречаются. Остальное по желанию."
        ),
        choices=[(code, page_name(code)) for code in EXTRAS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    mentee_questions_id = QuestionsField(label=_("Свои вопросы тем, кому нужна помощь"))
    mentor_questions_id = QuestionsField(
        label=_("Свои вопросы наставникам"),
        help_text=_("Анкета из раздела «Анкеты» с назначением «вопросы к заявке». Её спросим в конце."),
    )
    review_days = forms.IntegerField(label=_("За сколько дней отвечаем"), min_value=1, max_value=60)
    youngest = forms.IntegerField(
        label=_("Обычно принимаем с какого возраста"),
        help_text=_("Младших не остановим, но покажем. Пусто: возраст не важен."),
        min_value=1,
        max_value=30,
        required=False,
    )

    def __init__(self, *args: Any, questions: dict[str, list[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role, choices in questions.items():
            field: Any = self.fields[f"{role}_questions_id"]
            field.choices = [("", _("не спрашивать")), *choices]
        self.fields["contact"].widget.attrs.pop("maxlength", None)

    def clean(self) -> dict[str, Any]:
        return _ordered(self, super().clean() or {})


def _ordered(form: forms.Form, given: dict[str, Any]) -> dict[str, Any]:
    first, last = given.get("starts_on"), given.get("ends_on")
    if first and last and last < first:
        form.add_error("ends_on", _("Приём закончится раньше, чем начнётся. Исправьте один из двух дней."))
    return given
