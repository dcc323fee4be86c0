"""A score: which questions, how, and what its levels are called."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.questionnaires.spec_checking import COUNTED
from nastavnik.domain.questionnaires.specs import Score, Spec


class ScoreForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Как называется итог"), max_length=100)
    how = forms.ChoiceField(
        label=gettext_lazy("Как считать"),
        choices=[("mean", gettext_lazy("среднее")), ("sum", gettext_lazy("сумма"))],
        widget=forms.RadioSelect,
        initial="mean",
    )
    questions = forms.MultipleChoiceField(
        label=gettext_lazy("Какие вопросы"),
        help_text=gettext_lazy("«Не могу оценить» и пропуски в расчёт не идут и оценку не снижают."),
        widget=forms.CheckboxSelectMultiple,
    )
    reversed_codes = forms.MultipleChoiceField(
        label=gettext_lazy("Считать наоборот"),
        help_text=gettext_lazy("Там, где высокая отметка значит плохо, например тревогу."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    thresholds = forms.CharField(
        label=gettext_lazy("Уровни"),
        help_text=gettext_lazy(
            "Каждый с новой строки: с какого числа и как называется. Например: «0 недопустимый», «9 допустимый»."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, spec: Spec, score: Score | None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_initial(score), **kwargs)
        numbered = [(q.code, f"{n}. {q.text[:90]}") for n, q in enumerate(spec.questions(), 1) if q.kind in COUNTED]
        for name in ("questions", "reversed_codes"):
            self.fields[name].choices = numbered  # type: ignore[attr-defined]
        self.score = score

    def clean_thresholds(self) -> tuple[tuple[float, str], ...]:
        found: dict[float, str] = {}
        for line in self.cleaned_data["thresholds"].splitlines():
            number, _space, name = line.strip().partition(" ")
            if not line.strip():
                continue
            try:
                bound = float(number.replace(",", "."))
            except ValueError:
                bound = float("nan")
            if not abs(bound) <= 10**6 or not name.strip():
                raise forms.ValidationError(
                    _("Строка «%(line)s»: сначала число, потом название."), params={"line": line}
                )
            if bound in found:
                raise forms.ValidationError(_("Число %(number)s встречается дважды."), params={"number": number})
            found[bound] = name.strip()
        return tuple(sorted((int(bound) if bound.is_integer() else bound, name) for bound, name in found.items()))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not set(given.get("reversed_codes", ())) <= set(given.get("questions", ())):
            self.add_error("reversed_codes", _("Наоборот можно считать только то, что отмечено выше."))
        return given

    def built(self, code: str) -> Score:
        """The score as it was written; only after `is_valid`."""
        given = self.cleaned_data
        return Score(
            code=code,
            title=given["title"].strip(),
            questions=tuple(given["questions"]),
            how=given["how"],
            thresholds=given["thresholds"],
            reversed_codes=tuple(given["reversed_codes"]),
        )


def _initial(score: Score | None) -> dict[str, Any]:
    if score is None:
        return {}
    return {
        "title": score.title,
        "how": score.how,
        "questions": list(score.questions),
        "reversed_codes": list(score.reversed_codes),
        "thresholds": "\n".join(f"{bound:g} {name}" for bound, name in score.thresholds),
    }
