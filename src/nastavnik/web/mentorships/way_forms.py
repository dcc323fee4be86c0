"""Forms of how pairs begin, change and end, of groups and of short meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import Form
from nastavnik.web.mentorships.forms import words
from nastavnik.web.shell.forms import DayField

YES_NO = [("yes", _("да")), ("no", _("нет")), ("", _("не хочу отвечать"))]


class RulesForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    mentor_does = words(_("Что делает наставник"), most=2000)
    mentee_does = words(_("Что делает наставляемый"), most=2000)
    how_often = forms.CharField(label=_("Как часто встречаемся"), required=False, max_length=300)
    how_to_end = words(_("Как закончить"), most=1000)


class LineForm(forms.Form):
    text = forms.CharField(label=_("Своё правило"), max_length=500)


class ExtendForm(forms.Form):
    until = DayField(label=_("Продлить до"))
    note = words(_("Почему"), most=2000)


class AskToEndForm(forms.Form):
    note = words(_("Почему"), most=2000)


class RestForm(forms.Form):
    until = DayField(label=_("Не предлагать новую пару по этот день"))


class CreditForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    credit = words(_("Что сделано и засчитано"))
    group_reflection = words(_("Что поняли вместе"))


class TeamForm(forms.Form):
    """One field a member: the part in the team."""

    until = DayField(label=_("К какому дню нужен результат"), required=False)

    def __init__(self, *args: Any, members: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for member in members:
            self.fields[f"part{member.pk}"] = forms.CharField(
                label=member.person.list_name, required=False, max_length=120, initial=member.part
            )

    def parts(self) -> dict[int, str]:
        return {int(name[4:]): said for name, said in self.cleaned_data.items() if name.startswith("part")}


class LastWordForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    feedback = words(_("Что было хорошо, а что изменить"))
    reflection = words(_("Чему удалось научиться"))
    became_friends = forms.ChoiceField(
        label=_("Мы стали друзьями"), choices=YES_NO, required=False, widget=forms.RadioSelect
    )

    def said(self) -> dict[str, Any]:
        """The columns and the version that was read."""
        friends = {"yes": True, "no": False}.get(self.cleaned_data["became_friends"])
        return {**self.cleaned_data, "became_friends": friends}


class MentorsLastWordForm(LastWordForm):
    professional = words(_("Как наставляемому расти дальше в деле"), most=2000)
    personal = words(_("Как наставляемому расти дальше как человеку"), most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reflection"].label = _("Чему удалось научиться вам самим")


class MenteesLastWordForm(LastWordForm):
    wants_to_mentor = forms.BooleanField(label=_("Хочу стать наставником"), required=False)


class NeedForm(forms.Form):
    text = forms.CharField(label=_("Что нам нужно или трудно"), max_length=300)


class ShapeForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    theme = forms.CharField(label=_("Тема"), max_length=200, widget=forms.TextInput(attrs={"list": "themes"}))
    resource = forms.CharField(
        label=_("Что поможет: материал, человек, место"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"list": "resources"}),
    )
    activity = forms.CharField(label=_("Чем займёмся"), max_length=300, required=False)
    form = forms.ChoiceField(
        label=_("Как удобно работать"), choices=[("", _("не выбрано")), *Form.choices], required=False
    )


class OfferForm(forms.Form):
    mentor = forms.TypedChoiceField(label=_("Кто встречает"), coerce=int)
    topic = forms.CharField(label=_("О чём"), max_length=200)
    happens_on = DayField(label=_("Какой день"))
    begins_at = forms.TimeField(label=_("Во сколько"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Сколько минут"), min_value=5, max_value=240, initial=30)
    place = forms.CharField(label=_("Где"), max_length=200, required=False)

    def __init__(self, *args: Any, mentors: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentor"].choices = mentors  # type: ignore[attr-defined]
        if len(mentors) == 1:
            self.fields["mentor"].initial = mentors[0][0]
            self.fields["mentor"].widget = forms.HiddenInput()


class ThanksForm(forms.Form):
    thanks = forms.CharField(label=_("Спасибо (можно не писать)"), max_length=500, required=False)


class PoolForm(forms.Form):
    module = forms.TypedChoiceField(label=_("Куда"), coerce=int)

    def __init__(self, *args: Any, modules: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = modules  # type: ignore[attr-defined]
