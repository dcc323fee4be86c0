"""Who is to be together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MENTORS = {False: _("Наставник"), True: _("Наставники")}
MENTEES = {False: _("Наставляемый"), True: _("Наставляемые")}
NOBODY = {"required": _("Никто не выбран. Отметьте, кто будет вместе.")}


class GatherForm(forms.Form):
    """One of a side is chosen by a button, several by ticks, as the kind allows; a group has a title."""

    def __init__(self, *args: Any, mentors: Any, mentees: Any, rules: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {place.participation.pk: place.participation for place in (*mentors, *mentees)}
        if rules.mentees > 1 or rules.mentors > 1:
            self.fields["title"] = forms.CharField(
                label=_("Как назовём"), max_length=200, required=False, help_text=_("Название увидят все участники.")
            )
        self.fields["mentors"] = _side(MENTORS, mentors, rules.mentors)
        self.fields["mentees"] = _side(MENTEES, mentees, rules.mentees)

    @property
    def has_both(self) -> bool:
        """Is there anybody to choose on either side?"""
        return all(self.fields[name].choices for name in ("mentors", "mentees"))  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """The sides as participations, and the title."""
        sides = {name: self.cleaned_data[name] for name in ("mentors", "mentees")}
        people = {
            name: [self._people[pk] for pk in (said if isinstance(said, list) else [said])]
            for name, said in sides.items()
        }
        return {**people, "title": self.cleaned_data.get("title", "").strip()}


def _side(label: Any, places: Any, most: int) -> forms.Field:
    choices = [(place.participation.pk, named(place)) for place in places if not place.lacks]
    if most == 1:
        return forms.TypedChoiceField(
            label=label[False], choices=choices, coerce=int, widget=forms.RadioSelect, error_messages=NOBODY
        )
    return forms.TypedMultipleChoiceField(
        label=label[True], choices=choices, coerce=int, widget=forms.CheckboxSelectMultiple, error_messages=NOBODY
    )


def named(place: Any) -> str:
    """«Ли Ян, 7А (уже в парах: 1)»."""
    named = ", ".join(part for part in (place.name, place.group) if part)
    return named + str(_(" (уже в парах: %(n)s)") % {"n": place.open_now}) if place.open_now else named
