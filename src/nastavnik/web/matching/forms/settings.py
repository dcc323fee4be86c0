"""«Правила подбора»: what can never be a pair, and how much is asked of it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.matching.settings import choices, is_group, is_team
from nastavnik.web.matching.forms.times import TimesForm, times_initial

RULES = {
    "time": (_("Нужно общее время"), _("Без общих свободных минут пары не бывает; сколько их, сказано ниже.")),
    "mode": (_("Очно или онлайн"), _("Кто готов только очно, не бывает с тем, кто только онлайн.")),
    "language": (_("Нужен общий язык"), _("Если языки названы у обоих, хотя бы один совпадает.")),
    "district": (_("Один район"), _("Для встреч очно: если район назван у обоих, он совпадает.")),
    "building": (_("Один корпус"), _("Для встреч очно: если корпус назван у обоих, он совпадает.")),
    "same_class": (_("Не из одного класса"), _("Одноклассники не бывают парой.")),
    "age_wishes": (_("Пожелание к возрасту обязательно"), _("Выключено: оно даёт баллы, но ничего не запрещает.")),
    "parting": (_("Не повторять распавшуюся пару"), _("Кто уже расстался, тех вместе не предложим.")),
    "kinship": (_("Не из одной семьи"), _("Родственники не бывают парой. Родителю своего ребёнка не дадим никогда.")),
    "reverse": (_("Без встречных пар"), _("Двое не бывают наставниками друг друга.")),
}
"""Every rule that can be switched, and what it means in one line."""

THEMES = (("need", _("общий запрос")), ("interest", _("общий интерес")), ("", _("любые участники")))
ROLE_MODEL = {
    "level_gap": (_("Уровни не дальше друг от друга, чем"), _("«Равный–равному»: оба примерно на одном уровне.")),
    "age_gap": (_("Разница в возрасте, лет, не больше"), _("«Равный–равному»: близкий возраст.")),
    "level_lead": (_("Наставник впереди хотя бы на"), _("«Традиционное»: наставник заметно опытнее.")),
}


class SettingsForm(TimesForm):
    """The settings of matching of one module; what its kind does not know is not asked."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    min_common_minutes = forms.IntegerField(
        label=_("Сколько минут в неделю должно совпадать"), min_value=0, max_value=600, required=False
    )
    load = forms.IntegerField(
        label=_("На сколько баллов дороже каждый следующий наставляемый"),
        help_text=_("Чем больше, тем ровнее нагрузка наставников. Ноль: нагрузка не важна."),
        min_value=0,
        max_value=20,
    )
    keep_bonus = forms.IntegerField(
        label=_("Сколько баллов стоит сохранить прежнюю пару"),
        help_text=_("Чем больше, тем меньше пар сменится при новом подборе. Ноль: каждый раз с чистого листа."),
        min_value=0,
        max_value=100,
    )

    def __init__(self, *args: Any, module: Any, **kwargs: Any) -> None:
        self.kind, self.said = module.kind, module.matching_settings
        model = module.role_model.title if module.role_model_id else ""
        self.chosen = choices(self.kind, self.said, role_model=model)
        kwargs["initial"] = {**_initial(self.chosen), "version": module.version, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.codes = [code for code in self.chosen["rules"] if code in RULES]
        for code in self.codes:
            label, hint = RULES[code]
            self.fields[f"rule_{code}"] = forms.BooleanField(label=label, help_text=hint, required=False)
        for name, (label, hint) in ROLE_MODEL.items():
            self.fields[name] = forms.IntegerField(
                label=label, help_text=hint, required=False, min_value=0, max_value=99
            )
        if is_group(self.kind):
            self.fields["theme"] = forms.ChoiceField(
                label=_("Вокруг чего собирается группа"), choices=THEMES, required=False, widget=forms.RadioSelect
            )
        if is_team(self.kind):
            self.fields["team_together"] = forms.BooleanField(
                label=_("Наставники команды встречаются вместе"),
                help_text=_("Тогда общее время нужно и им между собой."),
                required=False,
            )

    def rules(self) -> Iterator[BoundField]:
        return (self[f"rule_{code}"] for code in self.codes)

    def role_model(self) -> Iterator[BoundField]:
        return (self[name] for name in ROLE_MODEL)

    def together(self) -> Iterator[BoundField]:
        return (self[name] for name in ("theme", "team_together") if name in self.fields)

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the module with what was chosen here; the weights stay as they are."""
        given = self.cleaned_data
        chosen = {
            **self.said,
            **self.times,
            "rules": {**(self.said.get("rules") or {}), **{code: given[f"rule_{code}"] for code in self.codes}},
            "min_common_minutes": given["min_common_minutes"] or 0,
            "load": given["load"],
            "keep_bonus": given["keep_bonus"],
            "role_model": {name: given[name] for name in ROLE_MODEL},
        }
        return chosen | {name: given[name] for name in ("theme", "team_together") if name in given}


def _initial(chosen: dict[str, Any]) -> dict[str, Any]:
    rules = {f"rule_{code}": on for code, on in chosen["rules"].items()}
    return {**chosen, **rules, **chosen["role_model"], **times_initial(chosen)}
