"""The forms of the room: text → clean values."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.naming import called


def words(label: Any, *, required: bool = True, rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class MessageForm(forms.Form):
    text = words(_("Сообщение"), error_messages={"required": _("Напишите хотя бы одно предложение.")})


class EditForm(forms.Form):
    """`version` is the number of the version that the words were made from."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = words(_("Сообщение"), rows=5)


class PraiseForm(forms.Form):
    goal = forms.ChoiceField(label=_("За какую цель"), widget=forms.RadioSelect)
    text = words(_("Что именно получилось"), help_text=_("Назовите, что сделано и какими усилиями."))

    def __init__(self, goals: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goal"].choices = [(str(goal.pk), goal.title) for goal in goals]  # type: ignore[attr-defined]


class PeopleForm(forms.Form):
    """A person to be chosen, and words."""

    person = forms.ChoiceField(label=_("Кого позвать"), widget=forms.RadioSelect)
    text = words(_("О чём хотите спросить"))

    def __init__(self, people: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(person.pk), f"{called(person)}, {person.post}".rstrip(", ")) for person in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]


class AskForm(forms.Form):
    text = words(_("Что случилось"), rows=4)


class QuestionForm(forms.Form):
    module = forms.ChoiceField(label=_("В какой программе"))
    text = words(_("Твой вопрос"), rows=4)

    def __init__(self, modules: Iterable[Any], *args: Any, young: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(module.pk), f"{module.programme.title}: {module.title}") for module in modules]
        self.fields["module"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["module"].widget = forms.HiddenInput()
            self.initial.setdefault("module", choices[0][0])
        if not young:
            self.fields["text"].label = _("Ваш вопрос")


ANOTHER = "another"  # somebody whom the list does not name


class ConcernForm(forms.Form):
    """A child may send it without a word."""

    child = forms.ChoiceField(label=_("О ком вы хотите рассказать"), widget=forms.RadioSelect)
    subject = forms.ChoiceField(
        label=_("Из-за кого"), required=False, widget=forms.RadioSelect,
        help_text=_("Этот человек сообщения не увидит, его прочтёт другой. Можно не отвечать."),
    )  # fmt: skip
    text = words(_("Что случилось"), required=False, rows=4, help_text=_("Можно ничего не писать и просто отправить."))

    def __init__(
        self, children: Iterable[Any], subjects: Iterable[Any], *args: Any, young: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        told = [(str(person.pk), called(person)) for person in children]
        self.fields["child"].choices = told  # type: ignore[attr-defined]
        if len(told) == 1:
            self.fields["child"].widget = forms.HiddenInput()
            self.initial.setdefault("child", told[0][0])
        if young:
            self.fields["child"].label = _("О ком ты хочешь рассказать")
        named = [(str(person.pk), called(person)) for person in subjects]
        about = [("", _("не хочу говорить")), *named, (ANOTHER, _("другой взрослый или кто-то ещё"))]
        self.fields["subject"].choices = about  # type: ignore[attr-defined]


class OutcomeForm(forms.Form):
    outcome = words(_("Чем закончилось и что сделали"), rows=4)
