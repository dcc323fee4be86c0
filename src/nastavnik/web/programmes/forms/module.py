"""What a module is, and how it matches."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching import messages
from nastavnik.domain.matching.settings import CRITERIA, choices
from nastavnik.domain.programmes.enums import Kind

RULES = {
    "time": _("Без общего времени пары не бывает"),
    "mode": _("Кто готов только очно, не бывает с тем, кто только онлайн"),
    "language": _("Без общего языка пары не бывает"),
    "age_wishes": _("Пожелание к возрасту обязательно"),
    "reverse": _("Двое не бывают наставниками друг друга"),
}


class ModuleForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=200)
    mentoring_format = forms.ModelChoiceField(label=_("Форма наставничества"), queryset=None, empty_label=None)
    role_model = forms.ModelChoiceField(
        label=_("Ролевая модель"), queryset=None, required=False, empty_label=_("не выбрана")
    )
    kind = forms.ChoiceField(
        label=_("Вид"), choices=Kind, help_text=_("Пары, которые уже есть, останутся прежнего вида.")
    )
    radar_period = forms.IntegerField(label=_("Ждём встречу раз в столько дней"), min_value=1, max_value=365)
    radar_grace = forms.IntegerField(label=_("Ещё дней запаса"), min_value=0, max_value=365)
    min_common_minutes = forms.IntegerField(
        label=_("Сколько минут в неделю должно совпадать"), min_value=0, max_value=600
    )
    load = forms.IntegerField(
        label=_("На сколько баллов дороже каждый следующий наставляемый у одного наставника"),
        min_value=0,
        max_value=20,
        help_text=_("Чем больше, тем ровнее нагрузка. Ноль: нагрузка не важна."),
    )

    def __init__(self, *args: Any, formats: Any, role_models: Any, organisation: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentoring_format"].queryset = formats
        self.fields["mentoring_format"].label_from_instance = lambda one: one.called_in(organisation)
        self.fields["role_model"].queryset = role_models
        self.fields["role_model"].label_from_instance = lambda one: f"{one.mentoring_format.title}: {one.title}"
        for code, label in RULES.items():
            self.fields[f"rule_{code}"] = forms.BooleanField(label=label, required=False)
        for name, title in zip(CRITERIA, messages.CRITERIA, strict=True):
            self.fields[f"weight_{name}"] = forms.IntegerField(label=_(title), min_value=0, max_value=100)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        model, chosen = values.get("role_model"), values.get("mentoring_format")
        if model and chosen and model.mentoring_format_id != chosen.pk:
            self.add_error(
                "role_model", _("Эта ролевая модель из другой формы. Выберите из своей или оставьте пустой.")
            )
        if not self.errors and not any(values[f"weight_{name}"] for name in CRITERIA):
            raise forms.ValidationError(_("Все веса равны нулю: подбирать не по чему. Дайте баллы хотя бы одному."))
        return values

    @property
    def values(self) -> dict[str, Any]:
        """Fields of the module, settings of matching put together."""
        given = self.cleaned_data
        names = ("title", "mentoring_format", "role_model", "kind", "radar_period", "radar_grace")
        settings = {
            "rules": {code: given[f"rule_{code}"] for code in RULES},
            "weights": {name: given[f"weight_{name}"] for name in CRITERIA},
            "min_common_minutes": given["min_common_minutes"],
            "load": given["load"],
        }
        return {**{name: given[name] for name in names}, "matching_settings": settings}


def initial_of(kind: str, said: dict[str, Any]) -> dict[str, Any]:
    """The settings of matching as fields of the form."""
    chosen = choices(kind, said)
    return {
        **{f"rule_{code}": on for code, on in chosen["rules"].items()},
        **{f"weight_{name}": points for name, points in chosen["weights"].items()},
        "min_common_minutes": chosen["min_common_minutes"],
        "load": chosen["load"],
    }
