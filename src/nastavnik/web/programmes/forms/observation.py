"""What a teacher saw, in half a minute."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.records import ObservedValues
from nastavnik.web.programmes.forms.character import CharacterForm


class ObservationForm(CharacterForm):
    note = forms.CharField(
        label=_("Что видно"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Прочтут куратор, педагоги и психолог. Диагнозов и оценок не пишите."),
    )

    @property
    def seen(self) -> ObservedValues:
        return ObservedValues(**self.character)
