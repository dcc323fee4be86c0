"""What the registers ask of one participation and matching does not read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

YES_NO = (("", _("не указано")), ("yes", _("да")), ("no", _("нет")))
KNOWN = {"yes": True, "no": False}


class DescribingForm(forms.Form):
    """Category, conditions, results, the case. Of a mentor only results and the case are asked."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    category = forms.CharField(
        label=_("Категория"),
        max_length=120,
        required=False,
        help_text=_("Почему нужен наставник, добрыми словами и без диагнозов."),
    )
    needs_conditions = forms.ChoiceField(
        label=_("Нужны условия"),
        choices=YES_NO,
        required=False,
        help_text=_("Только «да» или «нет»: какие и почему, здесь не хранится."),
    )
    results = forms.CharField(label=_("Результаты программы"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    case_link = forms.URLField(
        label=_("Ссылка на кейс или отзыв"),
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Это не адрес страницы. Пример: https://school.example/case")},
    )

    def __init__(self, *args: Any, is_mentee: bool, categories: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_mentee:
            del self.fields["category"], self.fields["needs_conditions"]
            return
        known = {code for code, _title in categories}
        said = self.initial.get("category", "")
        own = [(said, said)] if said and said not in known else []
        choices = [("", _("не указана")), *own, *categories]
        label, hint = self.fields["category"].label, self.fields["category"].help_text
        self.fields["category"] = forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False)

    @property
    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "category": given.get("category", ""),
            "needs_conditions": KNOWN.get(given.get("needs_conditions", "")),
            "results": given["results"],
            "case_link": given["case_link"],
        }


class CardForm(forms.Form):
    """Whether search engines may find the card."""

    is_indexed = forms.BooleanField(
        label=_("Можно находить поиском в интернете"),
        required=False,
        help_text=_("Без отметки карточку откроет только тот, у кого есть ссылка."),
    )
