"""What matching reads of one participation. Every field may stay empty: it forbids nothing and earns nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.exchange.reading.cells.free_time import free_time
from nastavnik.domain.exchange.reading.cells.topics import topics
from nastavnik.domain.matching import messages
from nastavnik.domain.programmes.enums import Mode, ParticipationRole
from nastavnik.domain.programmes.records import Bounds, ProfileValues
from nastavnik.web.programmes.forms.character import NAMES, CharacterForm, initial_of_character

LISTS = ("needs", "competences", "interests")
OF_MENTEE = ("main_need", "needs", "category")
OF_TEAM = ("wanted_mentors", "team_topic")
PLACE = ("building", "district")
FOLDED = (*NAMES, *PLACE, *OF_TEAM)
OF_MENTOR = ("competences", "places", "grade_from", "grade_to")


class ProfileForm(CharacterForm):
    """`said` is what stands there now: what the form does not ask stays as it is."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    main_need = forms.CharField(label=_("Главный запрос"), max_length=120, required=False)
    needs = forms.CharField(label=_("Другие запросы"), required=False, help_text=_("Через запятую."))
    category = forms.ChoiceField(label=_("Кому нужен наставник"), required=False)
    competences = forms.CharField(label=_("Чем может помочь"), required=False, help_text=_("Через запятую."))
    interests = forms.CharField(label=_("Интересы"), required=False, help_text=_("Через запятую."))
    free_time = forms.CharField(
        label=_("Удобное время"), required=False, help_text=_("Например: пн 16:00–18:00, ср после 15:00.")
    )
    modes = forms.MultipleChoiceField(
        label=_("Очно или онлайн"), choices=Mode, required=False, widget=forms.CheckboxSelectMultiple
    )
    age_from = forms.IntegerField(label=_("Возраст второго, от"), min_value=5, max_value=99, required=False)
    age_to = forms.IntegerField(label=_("Возраст второго, до"), min_value=5, max_value=99, required=False)
    grade_from = forms.IntegerField(label=_("Класс наставляемого, от"), min_value=1, max_value=11, required=False)
    grade_to = forms.IntegerField(label=_("Класс наставляемого, до"), min_value=1, max_value=11, required=False)
    places = forms.IntegerField(label=_("Сколько наставляемых готов взять"), min_value=0, max_value=50, required=False)
    achievements = forms.CharField(label=_("Достижения"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    building = forms.CharField(label=_("Корпус"), max_length=80, required=False)
    district = forms.CharField(label=_("Район"), max_length=80, required=False)
    wanted_mentors = forms.IntegerField(label=_("Сколько наставников нужно"), min_value=1, max_value=5, required=False)
    team_topic = forms.CharField(label=_("Что должен знать кто-то из команды"), max_length=120, required=False)

    def __init__(
        self,
        *args: Any,
        role: str,
        said: ProfileValues,
        categories: Mapping[str, str] | None = None,
        team: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, role=role, **kwargs)
        self.said = said
        known = categories or {}
        own = {said.category: said.category} if said.category and said.category not in known else {}  # of a list
        self.fields["category"].choices = [("", _("не указано")), *own.items(), *known.items()]  # type: ignore[attr-defined]
        for name in OF_MENTEE if role == ParticipationRole.MENTOR else OF_MENTOR:
            del self.fields[name]
        if role == ParticipationRole.MENTOR or not team:
            for name in OF_TEAM:
                del self.fields[name]

    @property
    def first_fields(self) -> list[Any]:
        return [field for field in self.visible_fields() if field.name not in FOLDED]

    @property
    def folded_fields(self) -> list[Any]:
        return [field for field in self.visible_fields() if field.name in FOLDED]

    @property
    def is_unfolded(self) -> bool:
        """An error is never hidden."""
        return any(field.errors for field in self.folded_fields)

    def clean_free_time(self) -> Any:
        parsed = free_time(self.cleaned_data["free_time"])
        if parsed.code:
            raise forms.ValidationError(_("Время не понято. Напишите дни и часы: пн 16:00–18:00, ср 13:00–14:00."))
        return parsed.value

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for low, high in (("age_from", "age_to"), ("grade_from", "grade_to")):
            if values.get(low) and values.get(high) and values[high] < values[low]:
                self.add_error(high, _("«До» меньше, чем «от». Исправьте одно из двух."))
        return values

    @property
    def values(self) -> ProfileValues:
        given = self.cleaned_data
        asked = {name: given[name] for name in (*PLACE, "wanted_mentors") if name in self.fields}
        if "team_topic" in self.fields:
            asked["team_topic"] = given["team_topic"] or None
        return replace(
            self.said,
            **self.character,
            **asked,
            main_need=given.get("main_need") or None,
            category=given.get("category", self.said.category),
            **{name: topics(given.get(name, "")) for name in LISTS},
            free_time=given["free_time"],
            modes=frozenset(given["modes"]) or None,
            age_wish=_bounds(given, "age"),
            grade_wish=_bounds(given, "grade"),
            places=given.get("places"),
            achievements=given["achievements"],
        )


def initial_of(values: ProfileValues) -> dict[str, Any]:
    """A profile as the fields of the form."""
    age, grade = values.age_wish or (None, None), values.grade_wish or (None, None)
    return {
        "main_need": values.main_need or "",
        "category": values.category,
        **{name: ", ".join(getattr(values, name)) for name in LISTS},
        "free_time": messages.intervals(values.free_time or ()),
        "modes": sorted(values.modes or ()),
        "age_from": age[0],
        "age_to": age[1],
        "grade_from": grade[0],
        "grade_to": grade[1],
        "places": values.places,
        "achievements": values.achievements,
        **initial_of_character(values),
        "building": values.building,
        "district": values.district,
        "wanted_mentors": values.wanted_mentors,
        "team_topic": values.team_topic or "",
    }


def _bounds(given: dict[str, Any], name: str) -> Bounds | None:
    low, high = given.get(f"{name}_from"), given.get(f"{name}_to")
    return None if low is None and high is None else (low, high)
