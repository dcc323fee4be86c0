"""Forms of the room: text → clean values."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.documents.adapter import NameCheck
from nastavnik.domain.documents.enums import ActSubject
from nastavnik.domain.documents.messages import PARTS
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.web.documents.paper_forms import NUMBER, no_longer_than
from nastavnik.web.shell.forms import DayField


class OrderForm(forms.Form):
    mentorships = forms.TypedMultipleChoiceField(
        label=_("Кого закрепить"),
        help_text=_("Отмечены все, кто согласен и ещё не стоит в приказе."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Отметьте хотя бы одну пару.")},
    )
    number = forms.CharField(**NUMBER)
    dated_on = DayField(label=_("Дата приказа"), help_text=_("С этого дня пары начинают работать."))

    def __init__(self, *args: Any, pairs: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentorships"].choices = list(pairs)  # type: ignore[attr-defined]
        self.fields["mentorships"].initial = [pk for pk, _title in self.fields["mentorships"].choices]  # type: ignore[attr-defined]


class NameForm(forms.Form):
    """One name in one case, part by part."""

    person = forms.IntegerField(widget=forms.HiddenInput)
    case = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, check: NameCheck, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{check.person.pk}_{check.case}_%s")
        super().__init__(*args, **kwargs)
        self.initial = {"person": check.person.pk, "case": check.case.value, "version": check.person.version}
        for part, form in check.forms.items():
            self.fields[part] = forms.CharField(label=PARTS[part], max_length=150, initial=form)

    def take_again(self, version: int) -> None:
        """Somebody edited the person meanwhile: what was typed stays, its next submit counts."""
        self.data = self.data.copy()
        self.data["version"] = version
        self.add_error(None, _("Карточку этого человека только что изменили. Сверьте форму и сохраните ещё раз."))

    @property
    def forms(self) -> dict[str, str]:
        """The parts as they were written."""
        return {part: text for part, text in self.cleaned_data.items() if part in PARTS}


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Что исправить"),
        help_text=_("Куратор увидит эти слова на странице документа."),
        validators=[no_longer_than(1000)],
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReasonForm(forms.Form):
    note = forms.CharField(
        label=_("Почему отменяем"),
        help_text=_("Например: ошибка в фамилии. Причину видят те, кто ведёт документы."),
        validators=[no_longer_than(1000)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RegisterForm(forms.Form):
    """What the register is narrowed to; anything unknown counts as not asked."""

    kind = forms.ChoiceField(label=_("Вид"), required=False)
    year = forms.TypedChoiceField(label=_("Год"), required=False, coerce=int, empty_value=None)
    book = forms.ChoiceField(label=_("Журнал"), required=False)

    def __init__(self, *args: Any, kinds: Any, years: Any, books: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("kind", kinds), ("year", years), ("book", books)):
            self.fields[name].choices = [("", _("Все")), *choices]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data[name] for name in self.fields if self.cleaned_data.get(name)}


class CertificatesForm(forms.Form):
    dated_on = DayField(label=_("Дата на сертификатах"))
    members = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Отметьте хотя бы одного человека.")}, label=_("Кому выдать")
    )

    def __init__(self, *args: Any, members: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = [(pk, pk) for pk in members]  # type: ignore[attr-defined]


class GroundForm(forms.Form):
    title = forms.CharField(
        label=_("Акт, как его пишут в бумагах"),
        help_text=_("В именительном падеже, с датой и номером: «распоряжение … от … № …»."),
        validators=[no_longer_than(600)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.CharField(
        label=_("Номер"),
        help_text=_("По нему проверяются ссылки в текстах."),
        validators=[no_longer_than(60)],
        required=False,
    )
    adopted_on = DayField(label=_("Дата акта"), required=False)
    subject = forms.ChoiceField(label=_("О чём"), choices=ActSubject.choices, initial=ActSubject.LOCAL, required=False)
    programme_type = forms.ChoiceField(
        label=_("Для каких программ"), choices=[("", _("для всех")), *ProgrammeType.choices], required=False
    )
    in_force_from = DayField(label=_("Действует с"), required=False)
    in_force_to = DayField(label=_("Действует по"), help_text=_("Пусто, если действует и сейчас."), required=False)
    is_confirmed = forms.BooleanField(
        label=_("Сверено с оригиналом"), help_text=_("Номер, дата и название совпадают с актом."), required=False
    )

    def clean_subject(self) -> str:
        return self.cleaned_data["subject"] or ActSubject.LOCAL


class EditGroundForm(GroundForm):
    issuer = forms.CharField(label=_("Кто принял"), validators=[no_longer_than(200)], required=False)
    replaced_by = forms.ModelChoiceField(label=_("Чем заменён"), queryset=None, empty_label=_("ничем"), required=False)
    is_hidden = forms.BooleanField(
        label=_("В бумаги не ставить"),
        help_text=_("Акт остаётся в справочнике: по нему проверяются ссылки."),
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]
