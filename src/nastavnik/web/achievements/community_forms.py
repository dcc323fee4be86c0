"""Words of thanks, the story of a pair, and what is given in recognition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nastavnik.web.achievements.forms import line, words
from nastavnik.web.shell.forms import DayField

PARTS = ("began", "did", "hard", "came_out", "mentor_says", "mentee_says", "advice")
PAPERS = (
    ("thanks_letter", _("благодарственное письмо каждому")),
    ("certificate", _("сертификат тем, кто завершил пару")),
    ("reward_order", _("приказ о поощрении наставников")),
)
REWARDS = (
    ("thanks", _("объявить благодарность")),
    ("diploma", _("наградить почётной грамотой")),
    ("letter", _("вручить благодарственное письмо")),
)


class ThanksForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = words(
        _("Слова благодарности"),
        rows=5,
        most=1000,
        help_text=_("До 1000 знаков. Можно оставить пустым: тогда на странице будет только имя."),
    )


class StoryForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = line(_("Название истории"), most=200, help_text=_("Например: «Как мы собрали робота и не поссорились»."))
    began = words(_("С чего начали"), most=3000, help_text=_("Что было трудно или интересно, чего хотели оба."))
    did = words(_("Что делали вместе"), most=3000, help_text=_("Две-три встречи, которые запомнились."))
    hard = words(_("Что было трудно и что помогло"), most=3000)
    came_out = words(_("Что получилось"), most=3000, help_text=_("Факты: конкурс, оценка, новое умение, дружба."))
    mentor_says = words(_("Слово наставника"), most=3000)
    mentee_says = words(_("Слово наставляемого"), most=3000)
    advice = words(_("Совет тем, кто начинает"), most=3000)

    def values(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].strip() for name in ("title", *PARTS)}


class PeriodForm(forms.Form):
    since = DayField(label=_("С какого дня"))
    until = DayField(label=_("По какой день"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", _("Последний день раньше первого. Поменяйте местами."))
        return given


class RecogniseForm(forms.Form):
    """Whom stands beside the names; here is what and of which day."""

    papers = forms.MultipleChoiceField(
        label=_("Что выдать"), choices=PAPERS, widget=forms.CheckboxSelectMultiple, initial=["thanks_letter"]
    )
    dated_on = DayField(label=_("День документов"))
    deed = line(_("За что"), required=False, most=300, help_text=_("Начните со слова «за». Пусто – обычные слова."))
    reward = forms.ChoiceField(label=_("Как поощряет приказ"), choices=REWARDS, initial="thanks", required=False)
