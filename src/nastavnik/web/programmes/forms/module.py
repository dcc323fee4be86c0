"""What a module is; how it matches is asked on pages of the matching room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.web.programmes.forms.fields import RoomForm

FIELDS = ("title", "mentoring_format", "role_model", "radar_period", "radar_grace", "keeps_diary")


class ModuleForm(RoomForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Название"), max_length=200)
    mentoring_format = forms.ModelChoiceField(label=_("Форма наставничества"), queryset=None, empty_label=None)
    role_model = forms.ModelChoiceField(
        label=_("Ролевая модель"), queryset=None, required=False, empty_label=_("не выбрана")
    )
    kind = forms.ChoiceField(label=_("Вид"), help_text=_("Пары, которые уже есть, останутся прежнего вида."))
    radar_period = forms.IntegerField(label=_("Ждём встречу раз в столько дней"), min_value=1, max_value=365)
    radar_grace = forms.IntegerField(label=_("Ещё дней запаса"), min_value=0, max_value=365)
    keeps_diary = forms.BooleanField(
        label=_("Пары ведут дневник"),
        required=False,
        help_text=_("Без дневника отмечают только встречи: поля для слов на страницах пары нет."),
    )

    def __init__(
        self, *args: Any, formats: Any, role_models: Any, kinds: Any, organisation: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {card.code: card for card in kinds}
        self.fields["kind"].choices = [(card.code, card.title) for card in kinds]
        self.fields["mentoring_format"].queryset = formats
        self.fields["mentoring_format"].label_from_instance = lambda one: one.called_in(organisation)
        models = role_models.filter(mentoring_format__in=formats)
        self.fields["role_model"].queryset = models
        groups: dict[str, list[tuple[int, str]]] = {}
        for one in models:
            groups.setdefault(one.mentoring_format.called_in(organisation), []).append((one.pk, one.title))
        self.fields["role_model"].choices = [("", _("не выбрана")), *groups.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        model, chosen = values.get("role_model"), values.get("mentoring_format")
        if model and chosen and model.mentoring_format_id != chosen.pk:
            self.add_error(
                "role_model", _("Эта ролевая модель из другой формы. Выберите из своей или оставьте пустой.")
            )
        return values

    @property
    def values(self) -> dict[str, Any]:
        """Fields of the module; an institution's own name of a kind behaves as the kind it stands for."""
        card = self.kinds[self.cleaned_data["kind"]]
        own = {"kind": card.behaves_as, "kind_code": card.code if card.code != card.behaves_as else ""}
        return {**{name: self.cleaned_data[name] for name in FIELDS}, **own}
