"""Who goes on instead of a mentor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import EndReason
from nastavnik.web.mentorships.forms import words
from nastavnik.web.mentorships.gather_forms import named


class HandOverForm(forms.Form):
    """Only those who may lead these mentees can be chosen, each with the load of now."""

    to = forms.TypedChoiceField(
        label=_("Кто принимает"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Новый наставник не выбран. Отметьте, кто примет пару.")},
    )
    reason = forms.ChoiceField(
        label=_("Почему"),
        choices=[("", _("выберите причину")), *EndReason.choices],
        error_messages={"required": _("Причина не выбрана. Выберите, почему меняем наставника.")},
    )
    note = words(_("Что важно знать новому наставнику"), most=2000)

    def __init__(self, *args: Any, mentors: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ready = {place.participation.pk: place.participation for place in mentors if not place.lacks}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (place.participation.pk, named(place)) for place in mentors if not place.lacks
        ]

    def chosen(self) -> Any:
        """The participation of the new mentor."""
        return self._ready[self.cleaned_data["to"]]
