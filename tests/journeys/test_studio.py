"""A coordinator works through the studio by keyboard alone; a second one, who publishes later, is told."""

import json
import re

import pytest

from tests.journeys import pressing
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def codes(product):
    """One-time codes of the two coordinators of a school that is ready to be matched."""
    told = product.inside.run("import json; from tests.journeys.studio_school import fill; print(json.dumps(fill()))")
    return json.loads(told.splitlines()[-1])["codes"]


def test_the_studio_by_keyboard_alone(visit, codes):
    coordinator, second = visit(), visit()
    for visitor, code in zip((coordinator, second), codes, strict=True):
        signed_in(visitor, code)
    keyboard = Keyboard(coordinator)
    matched(coordinator, keyboard)
    weighed(coordinator, keyboard)
    pinned(coordinator, keyboard)
    banned(coordinator, keyboard)
    swapped(coordinator, keyboard)
    looked_through(coordinator, keyboard)
    compared(coordinator, keyboard)
    published_once(coordinator, keyboard, second)


def signed_in(visitor, code):
    """By keyboard too; the pages of signing in are looked at on the main line."""
    visitor.page.goto("/sign-in/code/")
    keyboard = Keyboard(visitor).write(re.compile("."), code)
    with pressing.arriving(visitor.page):
        keyboard.keys("Enter")
    assert visitor.heading == "Сегодня"


def matched(coordinator, keyboard):
    keyboard.follow("link", "Подбор")
    keyboard.follow("link", re.compile("^Открыть Старшие"))
    keyboard.follow("button", "Подобрать пары")
    proposed(coordinator, 1)
    coordinator.look()
    assert "11 из 12 наставляемых" in coordinator.text
    assert "Яхьяев Мирон" in coordinator.text


def weighed(coordinator, keyboard):
    """The effect stands there before anything is saved; then it is counted anew."""
    keyboard.reach("slider", "Время и формат").keys("End")
    coordinator.page.locator(".previewed").wait_for()
    assert "Если так пересчитать" in coordinator.text
    assert "Самая слабая пара" in coordinator.page.locator(".previewed").inner_text()
    coordinator.look()
    keyboard.follow("button", "Пересчитать")
    proposed(coordinator, 2)
    assert "из 185" in coordinator.text


def pinned(coordinator, keyboard):
    """The price is read first; the focus goes into it and comes back to the row."""
    keyboard.press("link", re.compile("^Закрепить пару: Ли Ян"))
    keyboard.expect_focus("price-title")
    coordinator.look()
    keyboard.follow("button", "Закрепить пару")
    back_in_row(coordinator, keyboard, "Ли Ян")
    assert "Пара закреплена: Ли Ян" in coordinator.text


def banned(coordinator, keyboard):
    """Looked at and left as it was, then done with the best plan around it."""
    button = coordinator.page.get_by_role("link", name=re.compile("^Запретить пару: Гнездилова")).get_attribute("id")
    keyboard.press("link", re.compile("^Запретить пару: Гнездилова")).expect_focus("price-title")
    keyboard.press("link", "Оставить как было").expect_focus(button)
    keyboard.keys("Enter").expect_focus("price-title")
    keyboard.keys("Escape").expect_focus(button)
    keyboard.keys("Enter").expect_focus("price-title")
    if coordinator.page.get_by_role("radio").count():
        keyboard.keys("Tab").choose("Лучший план")
    coordinator.look()
    keyboard.follow("button", "Запретить пару")
    back_in_row(coordinator, keyboard, "Гнездилова Ульяна")
    assert "Пара запрещена: Гнездилова Ульяна" in coordinator.text


def swapped(coordinator, keyboard):
    """Whom instead, what it costs, why."""
    keyboard.press("link", re.compile("^Заменить наставника: Вершинин")).expect_focus("price-title")
    coordinator.look()
    keyboard.press("button", "Показать цену")
    coordinator.page.get_by_role("heading", name="Цена замены").wait_for()
    keyboard.expect_focus("price-title")
    assert "Всего баллов" in coordinator.page.locator("#price").inner_text()
    keyboard.write(re.compile("^Почему"), "Попросила мама")
    keyboard.follow("button", "Заменить и записать причину")
    back_in_row(coordinator, keyboard, "Вершинин Платон")
    assert "Наставник заменён: Вершинин Платон" in coordinator.text


def looked_through(coordinator, keyboard):
    """What was decided, who did it, whether it is fair, one mentee's candidates."""
    studio = coordinator.page.url
    keyboard.follow("link", "Закрепления и запреты")
    coordinator.page.get_by_role("heading", name="Решения кураторов").wait_for()
    coordinator.look()
    assert "Попросила мама" in coordinator.text
    assert "Белова Марина" in coordinator.text
    for link, heading in (
        ("Проверить честность", "Честно ли это"),
        (re.compile("^Ли Ян"), "Кто подойдёт: Ли Ян"),
        ("Правила подбора", "Правила подбора"),
    ):
        coordinator.page.goto(studio)
        keyboard.follow("link", link)
        coordinator.page.get_by_role("heading", name=heading, level=1).wait_for()
        coordinator.look()
    coordinator.page.goto(studio)


def compared(coordinator, keyboard):
    keyboard.follow("link", re.compile("^Сравнить с №.1"))
    coordinator.page.get_by_role("heading", name=re.compile("^Чем отличается")).wait_for()
    coordinator.look()
    keyboard.follow("link", "Как вручную")
    coordinator.page.get_by_text("обычно так и делают").wait_for()
    assert "Наставляемых в парах" in coordinator.text
    keyboard.follow("link", re.compile("^№.2"))
    proposed(coordinator, 2)


def published_once(coordinator, keyboard, second):
    """Both have the question before them; the first answers it, the second is told who did and when."""
    keyboard.follow("link", re.compile("^Опубликовать"))
    coordinator.page.get_by_role("heading", name="Что произойдёт").wait_for()
    coordinator.look()
    other = Keyboard(second)
    second.page.goto(coordinator.page.url)
    keyboard.follow("button", re.compile("^Опубликовать"))
    coordinator.page.get_by_role("link", name="Открыть пары").wait_for()
    assert re.search(r"Опубликован: .*Белова Марина", coordinator.text)

    other.follow("button", re.compile("^Опубликовать"))
    second.page.get_by_role("heading", name="Уже опубликовано").wait_for()
    second.look()
    assert re.search(r"предложение № 2 опубликовано: Белова Марина, .*\d:\d\d", second.text)
    assert "Второй раз никому ничего не отправлено" in second.text


def proposed(coordinator, number):
    """The proposal is there, counted in the background."""
    coordinator.page.get_by_text(re.compile(f"Предложение №.{number} на ")).wait_for()
    coordinator.page.wait_for_load_state()


def back_in_row(coordinator, keyboard, name):
    """The page is shown anew and the focus is on the name of the mentee, in the table or beside it."""
    wanted = coordinator.page.get_by_role("link", name=name, exact=True).first
    wanted.wait_for()
    keyboard.expect_focus(wanted.get_attribute("id"))
