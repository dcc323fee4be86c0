"""From the code of a poster to «можно подбирать»: a child on a telephone, the parent, the coordinator. Once with
JavaScript, once without."""

import re
from contextlib import contextmanager

import pytest

from tests.journeys import pressing, school

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TELEPHONE = {"width": 360, "height": 640}
NEXT = "Дальше"
UNLIKE = frozenset({"who", "name", "need", "time"})  # pages made of different parts; the others repeat these


@contextmanager
def without_scripts(browser, product):
    """A telephone on which no script runs."""
    context = browser.new_context(
        base_url=product.address, viewport=TELEPHONE, locale="ru-RU", java_script_enabled=False
    )
    page = context.new_page()
    page.set_default_timeout(pressing.PATIENCE)
    yield page
    context.close()


def test_from_the_code_of_a_poster_to_the_pool(product, visit, browser):
    coordinator, telephone, parent = visit(), visit(telephone=True), visit(telephone=True)
    coordinator.sign_in(school.open_school(product))
    school.begin_the_programme(coordinator)
    poster_code = an_intake_is_opened(coordinator)

    with without_scripts(browser, product) as plain:
        the_child_applies(plain, poster_code, "Снегирёва", "Полина", look=lambda: None)
        the_parent_agrees(plain, link_for_the_parent(plain), "Снегирёва Анна Игоревна", look=lambda: None)
    the_child_applies(telephone.page, poster_code, "Ветрова", "Вера", look=telephone.look, stops=True)
    link = link_for_the_parent(telephone.page)
    assert all("Ветрова" not in address for address in telephone.seen)
    the_parent_agrees(parent.page, link, "Ветрова Анна Игоревна", look=parent.look)

    the_coordinator_takes_both(coordinator)
    one_is_admitted(coordinator, "Ветрова Вера")


def an_intake_is_opened(coordinator):
    """Consents by link are allowed first; the poster says the code."""
    coordinator.open("/organisation/")
    coordinator.page.get_by_label("Согласие можно дать по личной ссылке").check()
    coordinator.write({"ИНН": "7700000016", "Юридический адрес": "Заозёрск, Школьная улица, 1"})
    coordinator.press("Сохранить")
    coordinator.follow("Заявки").follow("Приём и плакаты").press("Открыть приём").follow("Плакат")
    return coordinator.page.locator(".code-big").inner_text()


def the_child_applies(page, code, surname, given_name, *, look, stops=False):
    """One question after another, however they come; `stops` after a few and goes on by the code of the draft."""
    said = {
        "surname": surname,
        "given_name": given_name,
        "birth_date": "2015-05-06",
        "group_words": "5 «А»",
        "guardian_name": f"{surname} Анна Игоревна",
    }
    page.goto("/a/")
    page.get_by_label("Код").fill(code.lower())
    pressing.press(page.get_by_role("button", name="Продолжить"))
    look()
    pressing.press(page.get_by_role("button", name="Начать заявку"))
    met = []
    while (place := page.url.rstrip("/").rpartition("/")[2]) != "check":
        assert place not in met, page.inner_text("main")
        met.append(place)
        if place in UNLIKE:
            look()
        if stops and place == "need":
            pressing.press(page.get_by_role("button", name="Закончу потом"))
            stops = coming_back(page)
            met.remove(place)
            continue
        answer(page, said)
        pressing.press(page.get_by_role("button", name=re.compile(f"^{NEXT}")))
    assert {"name", "birth", "need", "time", "guardian"} <= set(met)
    look()
    pressing.press(page.get_by_role("button", name="Отправить заявку"))
    look()
    assert "Заявка отправлена" in page.inner_text("h1")


def coming_back(page):
    """The code is written down, the telephone forgets, the code is typed again."""
    code = page.locator(".code-big").inner_text()
    pressing.press(page.get_by_role("button", name="Закрыть на этом устройстве"))
    page.goto("/a/continue/")
    page.get_by_label("Код").fill(code.lower().replace("-", " "))
    pressing.press(page.get_by_role("button", name="Продолжить заявку"))
    return False


def answer(page, said):
    """Whatever the page asks: words into their fields, the first of what can be chosen."""
    for name, words in said.items():
        field = page.locator(f"[name={name}]")
        if field.count():
            field.fill(words)
    for name in ("role", "source", "main_need", "needs", "free_time"):
        choice = page.locator(f"input[name={name}]")
        if choice.count():
            choice.first.check()


def link_for_the_parent(page):
    return page.locator("a", has_text="/c/").first.get_attribute("href")


def the_parent_agrees(page, link, name, *, look):
    """Each consent by itself, nothing ticked before."""
    page.goto(link)
    while page.locator("input[name=answer]").count():
        assert page.locator("input[name=answer]:checked").count() == 0
        look()
        page.locator("input[name=answer]").first.check()
        page.locator("input[name=signer_name]").fill(name)
        pressing.press(page.locator("main form button").first)
    look()
    assert "Спасибо" in page.inner_text("main"), page.inner_text("main")


def the_coordinator_takes_both(coordinator):
    """A fast pass: the next opens by itself; once by the button, once by its letter."""
    coordinator.follow("Заявки").follow("Разобрать")
    assert coordinator.heading == "Снегирёва Полина"
    coordinator.press("Принять")
    assert coordinator.heading == "Ветрова Вера"
    with pressing.arriving(coordinator.page):
        coordinator.page.keyboard.press("KeyG")
    assert "Все заявки разобраны" in coordinator.text


def one_is_admitted(coordinator, name):
    coordinator.follow(re.compile("^Приняты")).follow(school.spaced(name)).follow("Участие в программе")
    coordinator.press("Допустить к подбору")
    assert "можно подбирать" in coordinator.text.lower()
