"""The coordinator fills the library: a text of its own, two links, two themes."""

from nastavnik.demo.school import School
from nastavnik.domain.library import actions
from nastavnik.domain.library.actions import ThemeWords, Words

DAY = 72  # days before today
WHERE_TO_WORK = Words(
    title="Где в нашей школе позаниматься вдвоём",
    body="""Встречаться удобно там, где тихо и где вас видно.

- Читальный зал: каждый день до 17:00, стол у окна.
- Кабинет 204: вторник и четверг после шестого урока, спросить дежурного.
- Рекреация второго этажа: когда нужно поговорить, а не писать.

Ушли позже пяти? Скажите вахтёру, кого ждать.
""",
    audiences=["mentor", "mentee", "guardian"],
    topic="meetings",
    is_confirmed=True,
    situations=["first", "no_time"],
    tags=["наша школа"],
)
TRIALS = Words(
    title="Пробные задания олимпиады прошлых лет",
    body="Начните с заданий за свой класс. Ответы открывайте после того, как решили сами.",
    audiences=["mentor", "mentee"],
    topic="methods",
    is_confirmed=True,
    url="https://olympiada.example/proby",
    situations=["contest"],
    tags=["олимпиада", "математика"],
    min_age=11,
    max_age=18,
)
VIDEO = Words(
    title="Как объяснить дроби на пицце: видео на семь минут",
    body="",
    audiences=["mentor", "mentee"],
    topic="methods",
    is_confirmed=True,
    url="https://video.school17.example/drobi",
    situations=["do_for_me"],
    tags=["математика", "видео"],
)
THEMES = (
    ThemeWords("Дроби без страха", "Пицца, полоски, числовая прямая"),
    ThemeWords("Как выступить перед классом", "От двух фраз до рассказа на три минуты"),
)


def tell(school: School) -> None:
    school.timeline.on(school.timeline.day(DAY), lambda: _fill(school), hour=13)


def _fill(school: School) -> None:
    for words in (WHERE_TO_WORK, TRIALS, VIDEO):
        actions.write_memo(school.organisation, words, trusts=True, by=school.coordinator)
    for theme in THEMES:
        actions.add_theme(school.organisation, theme, by=school.coordinator)
