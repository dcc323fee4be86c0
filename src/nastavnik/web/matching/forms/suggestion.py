"""Who with whom, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
