"""The form above a register: to whom it is narrowed and which columns are shown. Sent by GET, so it is an address."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.registers.columns import columns_of
from nastavnik.domain.exchange.registers.options import Options
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.web.registers.asked import Asked

ANY = ("", _("Все"))


class NarrowingForm(forms.Form):
    """Drawn from what is there; read by `asked_of`, which drops what cannot be."""

    programme = forms.ChoiceField(label=_("Программа"), required=False)
    module = forms.ChoiceField(label=_("Модуль"), required=False)
    year = forms.ChoiceField(label=_("Учебный год"), required=False)
    grade = forms.ChoiceField(label=_("Параллель"), required=False)
    group = forms.ChoiceField(label=_("Класс или группа"), required=False)
    state = forms.ChoiceField(label=_("Статус"), required=False)
    paired = forms.ChoiceField(label=_("Пара"), required=False)
    category = forms.ChoiceField(label=_("Категория"), required=False)
    conditions = forms.ChoiceField(label=_("Условия"), required=False)
    about = forms.CharField(label=_("Запрос или умение"), required=False, max_length=120)

    def __init__(self, asked: Asked, offered: Options, categories: Mapping[str, str]) -> None:
        super().__init__(initial=asked.filters.to_plain())
        mentees = asked.register == "mentee"
        said = asked.filters.category
        own = [] if not said or said in categories else [(said, said)]  # in the words of a list
        lists: dict[str, Sequence[tuple[Any, Any]]] = {
            "programme": offered.programmes,
            "module": offered.modules,
            "year": offered.years,
            "grade": [(grade, grade) for grade in offered.grades],
            "group": offered.groups,
            "state": [(state.value, state.label.capitalize()) for state in ParticipationState],
            "paired": [("yes", _("есть пара")), ("no", _("без пары"))],
            "category": [*own, *categories.items()] if mentees else [],
            "conditions": [("yes", _("нужны условия"))] if mentees else [],
        }
        for name, choices in lists.items():
            if len(choices) > (1 if name in ("programme", "module", "year") else 0):
                self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    @property
    def is_used(self) -> bool:
        """Is the list narrowed by anything of this form?"""
        return any(self.initial.get(name) for name in self.fields)


def column_choices(asked: Asked) -> list[tuple[Any, list[tuple[str, Any, bool]]]]:
    """(heading, [(code, title, is shown)]): columns of the form, then those of the service."""
    shown = {column.code for column in asked.columns}
    parts = (("form", _("По форме базы")), ("service", _("Служебные")))
    return [
        (title, [(one.code, one.title, one.code in shown) for one in columns_of(asked.register) if one.part == part])
        for part, title in parts
    ]
