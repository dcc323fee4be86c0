"""Invented samples for the gallery; the longest texts are those that schools really have."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator

from nastavnik.web.shell.forms import DayField

LONG_NAME = "Преображенская-Воздвиженская Анастасия-Виктория Святославовна"
STAGE_TITLES = (
    "Подготовка",
    "База наставляемых",
    "База наставников",
    "Отбор и обучение",
    "Подбор пар",
    "Работа пар",
    "Завершение",
)


@dataclass(frozen=True)
class Step:
    title: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Part:
    title: str
    points: int
    maximum: int
    why: str


@dataclass(frozen=True)
class Reason:
    state: str
    text: str


class SampleForm(forms.Form):
    name = forms.CharField(label="Фамилия и имя", help_text="Как в журнале.", max_length=80)
    day = DayField(label="Дата рождения", help_text="Например, 14.07.2014.")
    kind = forms.ChoiceField(label="Вид", choices=[("", "Не указано"), ("one", "Один на один"), ("group", "Группа")])
    note = forms.CharField(label="Что важно знать", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    needs = forms.MultipleChoiceField(
        label="В чём помочь",
        help_text="От одного до трёх.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("maths", "Разобраться с предметом"), ("adapt", "Освоиться в новом классе"), ("speak", LONG_NAME)],
    )
    mode = forms.ChoiceField(
        label="Как встречаться", widget=forms.RadioSelect, choices=[("face", "Очно"), ("online", "Онлайн")]
    )
    file = forms.FileField(label="Список", required=False, help_text=".xlsx, .xls, .ods или .csv, до 20 МБ")
    agree = forms.BooleanField(label="Подписи на бумаге есть", required=False, help_text="Бумага хранится у куратора.")


def samples() -> dict[str, Any]:
    """The context of the gallery."""
    filled = SampleForm(
        {"name": "Ли Ян", "day": "2014-02-31", "kind": "", "needs": ["maths"], "mode": "face", "agree": "on"},
        auto_id="wrong_%s",
    )
    filled.is_valid()
    return {
        "long_name": LONG_NAME,
        "form": SampleForm(auto_id="empty_%s"),
        "filled": filled,
        "stages": _stages(6),
        "late_stages": _stages(4, late=True),
        "steps": [Step("Файл", "done"), Step("Столбцы", "done"), Step("Проверка", "now"), Step("Готово", "ahead")],
        "wrong_steps": [Step("Файл", "done"), Step("Столбцы", "error"), Step("Проверка", "ahead")],
        "parts": [
            Part("Запрос и навыки", 38, 40, "Просит говорение, она ведёт разговорный клуб"),
            Part("Время и формат", 15, 15, "Два общих часа в неделю, тот же корпус"),
            Part("Интересы", 12, 20, "Общее: настольные игры, кино. Не совпало: футбол"),
            Part("Пожелание к возрасту", 8, 10, "Хотел «на 1–2 года старше», разница два года"),
            Part("Взаимный выбор", 0, 15, "Не указано"),
        ],
        "reasons": [
            Reason("fits", "Ведёт математику 6 класса"),
            Reason("weak", "Общее время одно: чт 15:20"),
            Reason("none", "Интересы не указаны"),
        ],
        "radar_parts": [("f-ok", 24), ("f-warn", 6), ("f-bad", 4)],
        "page": Paginator(range(120), 50).page(2),
        "differences": [{"label": "Телефон", "theirs": "+7 000 000-00-17", "mine": "+7 000 000-00-18"}],
    }


def _stages(now: int, *, late: bool = False) -> list[Step]:
    notes = ("готово 12 сентября", "64 человека", "40 человек", "обучены 38 из 40", "48 пар", "36 начали", "с 17 мая")
    state = {True: "late", False: "now"}[late]
    return [
        Step(
            title,
            "done" if number < now else state if number == now else "ahead",
            "срок прошёл 3 дня назад" if late and number == now else note,
        )
        for number, (title, note) in enumerate(zip(STAGE_TITLES, notes, strict=True), start=1)
    ]
