"""From an empty institution to an approved programme with its order, regulation, roadmap and list of first steps."""

import io
import re
import zipfile

import pytest

from tests.journeys import school
from tests.journeys.effort import Effort

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_FIELDS, MOST_PRESSES = 25, 60
TITLE = "Наставничество «учитель–ученик»"


def test_an_approved_programme_costs_few_fields_and_presses(product, visit):
    effort = Effort()
    coordinator, head = effort.watch(visit()), effort.watch(visit())
    coordinator.sign_in(school.open_school(product))
    the_institution_is_told(coordinator)
    code = the_head_is_named(coordinator)
    the_model_is_chosen(coordinator)
    for step in ("Издать приказ о введении программы", "Утвердить положение о наставничестве"):
        a_paper_goes_to_the_head(coordinator, step)
    the_head_approves(head, code)
    the_first_steps_tell_it(coordinator)
    the_papers_are_there(coordinator)

    print(f"\nfields typed: {len(effort.fields)}, presses: {effort.presses}")
    assert 5 < len(effort.fields) <= MOST_FIELDS, sorted(effort.fields)
    assert 30 < effort.presses <= MOST_PRESSES


def the_institution_is_told(coordinator):
    """What the letterhead needs; the list of first steps leads there."""
    coordinator.follow("Программы").follow("Первые шаги").follow("Записать название, адрес и бланк")
    coordinator.write({"Шапка бланка": "162000, Заозёрск, ул. Школьная, 1"}).press("Сохранить")


def the_head_is_named(coordinator):
    """A person and the role; returns the one-time code of the card."""
    staff(coordinator).follow("Человека нет в списке")
    head = {"Фамилия": "Черных", "Имя": "Лев", "Отчество": "Юрьевич", "Должность": "директор"}
    coordinator.write(head).press("Сохранить").press("Дать роль")
    coordinator.follow(school.spaced("Черных Лев")).follow(re.compile("^Выдать")).press("Выдать код")
    return coordinator.page.locator(".code").first.inner_text()


def staff(coordinator):
    return coordinator.follow("Программы").follow("Первые шаги").follow(re.compile("^Назначить руководителя"))


def the_model_is_chosen(coordinator):
    """Every answer is suggested: a page is one press."""
    coordinator.follow("Программы").follow("Создать программу").follow("Подобрать модель")
    for heading in ("Кто кому помогает?", "Кому и в чём нужна помощь?", "Каким должен быть наставник?"):
        assert coordinator.heading == heading
        coordinator.press("Дальше")
    assert coordinator.heading == "Вам подойдёт: учитель–ученик"
    assert "Почему так" in coordinator.text
    coordinator.press("Создать программу")
    assert coordinator.heading == TITLE


def a_paper_goes_to_the_head(coordinator, step):
    """From the list of first steps; number, date and text are proposed."""
    if "Первые шаги" not in coordinator.page.title():
        coordinator.follow("Программы").follow(TITLE).follow("Первые шаги")
    coordinator.follow(step)
    coordinator.press("Подготовить проект").press("Отправить руководителю")
    assert "У руководителя" in coordinator.text or "на утверждении" in coordinator.text


def the_head_approves(head, code):
    """Both wait on «Сегодня»."""
    head.sign_in(code)
    for _ in range(2):
        head.follow("Сегодня").follow(re.compile("^Открыть документ")).press(re.compile("^Утвердить"))
        assert "Выпущен" in head.text


def the_first_steps_tell_it(coordinator):
    coordinator.follow("Программы").follow(TITLE)
    assert "согласована" in coordinator.text
    assert "Согласовано" in coordinator.text
    coordinator.follow("Первые шаги")
    assert coordinator.heading == "Что сделать дальше?"
    done = coordinator.page.locator(".first-step.is-done")
    assert [done.nth(number).locator("a").inner_text() for number in range(done.count())] == [
        "Записать название, адрес и бланк",
        "Назначить руководителя: он подписывает приказы",
        "Посмотреть дорожную карту",
        "Издать приказ о введении программы",
        "Утвердить положение о наставничестве",
        "Согласовать программу с руководителем",
    ]
    assert coordinator.page.locator(".first-step.is-now").inner_text().strip().endswith("Начать программу")


def the_papers_are_there(coordinator):
    """Order, regulation and roadmap are issued and say what the programme is (looked at, not part of the way)."""
    coordinator.open("/documents/")
    for words in ("о введении программы", "Положение", "Дорожная карта"):
        assert words.lower() in coordinator.text.lower()
    coordinator.press(re.compile("Приказ об утверждении Положения"), role="link")
    for folded in coordinator.page.locator("main details summary").all():  # appendices open before the head alone
        folded.click()
    told = coordinator.text.lower()
    for words in ("понятия и принципы", "цели", "задачи", "ожидаемые результаты", "права", "учитель–ученик", "черных"):
        assert words in told
    assert "none" not in told
    order = zipfile.ZipFile(io.BytesIO(school.downloaded(coordinator, "Скачать DOCX")))
    assert "Белов" in order.read("word/document.xml").decode()
