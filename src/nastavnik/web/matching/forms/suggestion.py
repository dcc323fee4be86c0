"""Who with whom, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching.queries.busy import is_at_work
from nastavnik.domain.mentorships.enums import Way

WAYS = [
    (Way.TEACHER_PROPOSAL, _("предлагаю я: после публикации они сначала познакомятся")),
    (Way.SELF_CHOICE, _("они сами выбрали друг друга")),
]


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.list_name)


class SuggestionForm(forms.Form):
    mentee = PersonField(label=_("Наставляемый"), queryset=None, empty_label=_("выберите человека"))
    mentor = PersonField(label=_("Наставник"), queryset=None, empty_label=_("выберите человека"))
    way = forms.ChoiceField(
        label=_("Как возникла пара"), choices=WAYS, initial=Way.TEACHER_PROPOSAL, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Почему им будет хорошо вместе"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Прочтёт куратор."),
    )

    def __init__(self, *args: Any, mentees: Any, mentors: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentee"].queryset = mentees
        self.fields["mentor"].queryset = mentors

    def clean_mentee(self) -> Any:
        """Who works with somebody is given no other mentor before that pair is over."""
        mentee = self.cleaned_data["mentee"]
        if is_at_work(mentee):
            raise forms.ValidationError(
                _("%(name)s уже занимается в паре. Другую можно предложить, когда эта завершится."),
                params={"name": mentee.person.list_name},
            )
        return mentee


class NameForm(forms.Form):
    """A mentee writes whom they mean; no list of mentors is shown."""

    called = forms.CharField(label=_("Фамилия и имя"), max_length=200)
    note = forms.CharField(label=_("Почему"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(place.pk): place for place in places}
        if len(self.places) > 1:
            titles = [(pk, f"{p.module.programme.title}, {p.module.title}") for pk, p in self.places.items()]
            self.fields["place"] = forms.ChoiceField(label=_("В какой программе"), choices=titles)
            self.order_fields(("place", "called", "note"))

    @property
    def place(self) -> Any:
        """The participation that the name is for."""
        return self.places[self.cleaned_data["place"]] if "place" in self.fields else next(iter(self.places.values()))
