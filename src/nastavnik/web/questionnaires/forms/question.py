"""One question: only the fields that its kind has."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.questionnaires.editing import options_from_lines
from nastavnik.domain.questionnaires.spec_checking import LONGEST_TEXT
from nastavnik.domain.questionnaires.specs import OPERATORS, Condition, Kind, Option, Question, Scale, Spec

KINDS = {
    Kind.SCALE: gettext_lazy("Оценка по шкале"),
    Kind.CHOICE: gettext_lazy("Один ответ из списка"),
    Kind.CHOICES: gettext_lazy("Несколько ответов из списка"),
    Kind.YES_NO: gettext_lazy("Да или нет"),
    Kind.TEXT: gettext_lazy("Короткий ответ словами"),
    Kind.LONG_TEXT: gettext_lazy("Развёрнутый ответ"),
    Kind.NUMBER: gettext_lazy("Число"),
    Kind.DATE: gettext_lazy("Дата"),
    Kind.MATRIX: gettext_lazy("Таблица: одни и те же ответы для нескольких строк"),
}
SAYS = {
    "is": gettext_lazy("ответ такой"),
    "is_not": gettext_lazy("ответ другой, не"),
    "at_least": gettext_lazy("не меньше"),
    "at_most": gettext_lazy("не больше"),
    "answered": gettext_lazy("любой ответ"),
}
OF_KIND = {
    Kind.SCALE: ("low", "high", "low_label", "high_label", "labels", "comment_below", "allows_not_assessed"),
    Kind.CHOICE: ("options", "allows_not_assessed"),
    Kind.CHOICES: ("options",),
    Kind.YES_NO: ("allows_not_assessed",),
    Kind.MATRIX: (
        "rows", "options", "low", "high", "low_label", "high_label", "labels", "comment_below", "allows_not_assessed",
    ),
}  # fmt: skip
ALWAYS = ("text", "hint", "is_required", "when_code", "when_operator", "when_value")


class QuestionForm(forms.Form):
    """`asked` are the questions before it, on which it may hang."""

    text = forms.CharField(
        label=gettext_lazy("Вопрос"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2})
    )
    hint = forms.CharField(
        label=gettext_lazy("Подсказка"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rows = forms.CharField(
        label=gettext_lazy("Строки таблицы"),
        help_text=gettext_lazy("Каждая с новой строки."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    options = forms.CharField(
        label=gettext_lazy("Ответы на выбор"),
        help_text=gettext_lazy("Каждый с новой строки. Баллы, если их считают, через знак равно: «часто = 2»."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    low = forms.IntegerField(label=gettext_lazy("Шкала от"), min_value=-10, max_value=100, required=False)
    high = forms.IntegerField(label=gettext_lazy("до"), min_value=-10, max_value=110, required=False)
    low_label = forms.CharField(label=gettext_lazy("Что значит нижний край"), max_length=100, required=False)
    high_label = forms.CharField(label=gettext_lazy("Что значит верхний край"), max_length=100, required=False)
    labels = forms.CharField(
        label=gettext_lazy("Подписи ступеней"),
        help_text=gettext_lazy("Если у каждой ступени свои слова: каждая с новой строки, от нижней к верхней."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    comment_below = forms.IntegerField(
        label=gettext_lazy("Просить пояснение, если отметка ниже"),
        help_text=gettext_lazy("Пусто: не просить."),
        required=False,
    )
    allows_not_assessed = forms.BooleanField(
        label=gettext_lazy("Можно ответить «не могу оценить»"),
        help_text=gettext_lazy("В подсчёт такой ответ не идёт."),
        required=False,
    )
    is_required = forms.BooleanField(label=gettext_lazy("Ответ обязателен"), required=False)
    when_code = forms.ChoiceField(
        label=gettext_lazy("Показывать, только если в вопросе"),
        help_text=gettext_lazy("Пусто: показывать всегда."),
        required=False,
    )
    when_operator = forms.ChoiceField(
        label=gettext_lazy("условие"), choices=[(code, SAYS[code]) for code in OPERATORS], required=False
    )
    when_value = forms.CharField(
        label=gettext_lazy("значение"),
        help_text=gettext_lazy("да, нет, число или слова ответа, как они написаны."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, spec: Spec, question: Question, **kwargs: Any) -> None:
        self.question = question
        self.asked = _before(spec, question.code)
        super().__init__(*args, initial=_initial(question, self.asked), **kwargs)
        for name in list(self.fields):
            if name not in ALWAYS and name not in OF_KIND.get(question.kind, ()):
                del self.fields[name]
        if not self.asked:
            for name in ("when_code", "when_operator", "when_value"):
                del self.fields[name]
        else:
            told = [(one.code, f"{number}. {one.text[:80]}") for number, one in enumerate(self.asked, 1)]
            self.fields["when_code"].choices = [("", _("показывать всегда")), *told]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind = self.question.kind
        lines = _lines(given.get("options", ""))
        if kind in (Kind.CHOICE, Kind.CHOICES) and len(lines) < 2:
            self.add_error("options", _("Нужно хотя бы два ответа на выбор, каждый с новой строки."))
        if kind == Kind.MATRIX and not lines and given.get("low") is None:
            self.add_error("options", _("Впишите ответы на выбор или заполните шкалу «от» и «до»."))
        if "low" in self.fields and (kind == Kind.SCALE or given.get("low") is not None):
            self._check_scale(given)
        self._condition = self._read_condition(given)
        return given

    def _check_scale(self, given: dict[str, Any]) -> None:
        low, high = given.get("low"), given.get("high")
        if low is None or high is None or not 1 <= high - low <= 10:
            self.add_error("high", _("На шкале должно быть от двух до одиннадцати ступеней, например от 1 до 10."))
            return
        labels, steps = _lines(given.get("labels", "")), high - low + 1
        if labels and len(labels) != steps:
            said = _("Ступеней %(steps)s, а подписей %(labels)s. Подпишите каждую или ни одной.")
            self.add_error("labels", said % {"steps": steps, "labels": len(labels)})
        below = given.get("comment_below")
        if below is not None and not low < below <= high:
            self.add_error("comment_below", _("Это число лежит вне шкалы."))

    def _read_condition(self, given: dict[str, Any]) -> Condition | None:
        about = next((one for one in self.asked if one.code == given.get("when_code")), None)
        if about is None:
            return None
        operator, typed = given.get("when_operator") or "is", given.get("when_value", "").strip()
        if operator == "answered":
            return Condition(about.code, "answered")
        value = _value(about, typed)
        if value is None:
            self.add_error("when_value", _("В том вопросе такого ответа нет. Напишите его так, как он стоит там."))
            return None
        if operator in ("at_least", "at_most") and (isinstance(value, bool | str)):
            self.add_error("when_operator", _("«Не меньше» и «не больше» годятся только для чисел и шкал."))
        return Condition(about.code, operator, value)  # type: ignore[arg-type]

    def built(self) -> Question:
        """The question as it was written; only after `is_valid`."""
        given, former = self.cleaned_data, self.question
        has_scale = given.get("low") is not None and given.get("high") is not None
        return replace(
            former,
            text=given["text"].strip(),
            hint=given["hint"].strip(),
            is_required=given["is_required"],
            options=_options(given.get("options", ""), former.options),
            rows=options_from_lines(given.get("rows", ""), former.rows, "r"),
            scale=_scale(given) if has_scale else None,
            shown_if=self._condition,
            comment_below=given.get("comment_below"),
            allows_not_assessed=bool(given.get("allows_not_assessed")),
        )


def _before(spec: Spec, code: str) -> list[Question]:
    found: list[Question] = []
    for question in spec.questions():
        if question.code == code:
            break
        found.append(question)
    return found


def _initial(question: Question, asked: list[Question]) -> dict[str, Any]:
    scale, when = question.scale, question.shown_if
    about = next((one for one in asked if when and one.code == when.code), None)
    return {
        "text": question.text,
        "hint": question.hint,
        "is_required": question.is_required,
        "options": "\n".join(_line(option) for option in question.options),
        "rows": "\n".join(row.text for row in question.rows),
        "low": scale.low if scale else None,
        "high": scale.high if scale else None,
        "low_label": scale.low_label if scale else "",
        "high_label": scale.high_label if scale else "",
        "labels": "\n".join(scale.labels) if scale else "",
        "comment_below": question.comment_below,
        "allows_not_assessed": question.allows_not_assessed,
        "when_code": when.code if about and when else "",
        "when_operator": when.operator if when else "is",
        "when_value": _said(about, when) if about and when else "",
    }


def _said(about: Question, when: Condition) -> str:
    if isinstance(when.value, bool):
        return "" if when.operator == "answered" else _("да") if when.value else _("нет")
    return next((option.text for option in about.options if option.code == when.value), str(when.value))


def _value(about: Question, typed: str) -> Any:
    said = typed.casefold()
    if about.kind == Kind.YES_NO:
        return {"да": True, "нет": False}.get(said)
    if about.kind in (Kind.CHOICE, Kind.CHOICES):
        return next((option.code for option in about.options if option.text.casefold() == said), None)
    try:
        number = int(typed)
    except ValueError:
        return None
    if about.kind == Kind.SCALE:
        return number if about.scale and number in about.scale.steps else None
    return number if about.kind == Kind.NUMBER and abs(number) < 10**6 else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _line(option: Option) -> str:
    return option.text if option.points is None else f"{option.text} = {option.points:g}"


def _options(text: str, former: tuple[Option, ...]) -> tuple[Option, ...]:
    """One a line, with points after «=» where it ends with a number."""
    split = [_points(line) for line in _lines(text)]
    made = options_from_lines("\n".join(words for words, _points in split), former)
    return tuple(replace(option, points=points) for option, (_words, points) in zip(made, split, strict=True))


def _points(line: str) -> tuple[str, float | None]:
    words, sign, number = line.rpartition("=")
    try:
        points = float(number.strip().replace(",", "."))
    except ValueError:
        return line, None
    return (words.strip(), points) if sign and words.strip() and abs(points) <= 1000 else (line, None)


def _scale(given: dict[str, Any]) -> Scale:
    labels = tuple(_lines(given.get("labels", "")))
    return Scale(given["low"], given["high"], given["low_label"].strip(), given["high_label"].strip(), labels)
