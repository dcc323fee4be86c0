"""Forms of the room: text → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.people.enums import Gender, TokenKind
from nastavnik.domain.people.normal import phones
from nastavnik.web.shell.forms import DayField


class PhoneField(forms.CharField):
    """One or two numbers in any spelling, kept as +7XXXXXXXXXX."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, required=False, **kwargs)
        self.widget.attrs.update({"inputmode": "tel", "autocomplete": "off"})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        numbers, understood = phones(text)
        if not understood or len(numbers) > 2:
            raise forms.ValidationError(_("Телефон не прочитать. Запишите 10 цифр после +7."))
        return ", ".join(numbers)


class PersonForm(forms.Form):
    surname = forms.CharField(label=_("Фамилия"), max_length=80)
    given_name = forms.CharField(label=_("Имя"), max_length=80, required=False)
    patronymic = forms.CharField(label=_("Отчество"), help_text=_("Если есть."), max_length=80, required=False)
    gender = forms.ChoiceField(
        label=_("Пол"),
        help_text=_("Для верных окончаний в приказах."),
        choices=[("", _("не указано")), *Gender.choices],
        required=False,
    )
    birth_date = DayField(
        label=_("Дата рождения"),
        help_text=_("От возраста зависит, чья подпись нужна под согласием."),
        required=False,
    )
    phone = PhoneField(label=_("Телефон"))
    email = forms.EmailField(label=_("Электронная почта"), required=False)
    post = forms.CharField(label=_("Должность"), max_length=150, required=False)
    workplace = forms.CharField(label=_("Место работы или учёбы"), max_length=200, required=False)


class NewPersonForm(PersonForm):
    another = forms.BooleanField(
        label=_("Это другой человек с тем же именем"),
        required=False,
        widget=forms.HiddenInput,
    )

    def ask_about_namesake(self) -> None:
        """Show the question: somebody with this name is there already."""
        self.fields["another"].widget = forms.CheckboxInput()
        self.add_error("another", _("Такой человек уже есть. Если это другой, отметьте и сохраните ещё раз."))


class EditPersonForm(PersonForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class GuardianForm(forms.Form):
    surname = forms.CharField(label=_("Фамилия"), max_length=80)
    given_name = forms.CharField(label=_("Имя"), max_length=80, required=False)
    patronymic = forms.CharField(label=_("Отчество"), max_length=80, required=False)
    phone = PhoneField(label=_("Телефон"))
    relation = forms.CharField(
        label=_("Кем приходится"), help_text=_("Мать, отец, опекун."), max_length=40, required=False
    )
    known = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def ask_which(self, namesakes: list[Any]) -> None:
        """Offer the people of the same name, and «somebody else»."""
        choices = [(person.pk, _("Тот же: %(name)s") % {"name": person.full_name}) for person in namesakes]
        self.fields["known"] = forms.TypedChoiceField(
            label=_("Такое имя уже есть. Это тот же человек?"),
            coerce=int,
            choices=[*choices, (0, _("Другой человек с тем же именем"))],
            widget=forms.RadioSelect,
        )
        self._bound_fields_cache.pop("known", None)  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    group = forms.TypedChoiceField(label=_("Куда"), coerce=int)
    on = DayField(label=_("С какого дня"))

    def __init__(self, *args: Any, groups: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]


class ClearanceForm(forms.Form):
    checked_on = DayField(label=_("Когда проверено"), help_text=_("Дата справки или решения."))
    valid_until = DayField(label=_("Действует до"), help_text=_("Пусто: без срока."), required=False)


class WithdrawForm(forms.Form):
    on = DayField(label=_("С какого дня"))


class AccessForm(forms.Form):
    kind = forms.ChoiceField(choices=TokenKind.choices)


class CardsForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Кому"),
        choices=[("mentee", _("наставляемым")), ("mentor", _("наставникам")), ("guardian", _("родителям"))],
    )
    group = forms.TypedChoiceField(label=_("Учебная группа"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, groups: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("все")), *groups]  # type: ignore[attr-defined]
