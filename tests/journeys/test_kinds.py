"""Each kind of mentoring from forming to the last words: coordinator, mentors and mentees in browsers of their own."""

import json
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.effort import IS_LONG
from tests.journeys.kinds_walks import agreed_on_paper, begun, formed, gathered, goodbye, last_words, met
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"\d+")
AHEAD = date.today() + timedelta(days=7)


class Walker(Visitor):
    """Nine kinds pass the same pages: in the short form each address is held against axe once at a width."""

    passed = set()

    def _what_is_new(self):
        here = (self.page.viewport_size["width"], NUMBER.sub("", urlsplit(self.page.url).path))
        if here in self.passed and not IS_LONG:
            return set()
        self.passed.add(here)
        return super()._what_is_new()


@pytest.fixture(scope="module")
def school(product):
    """Ids of the modules by kind, and one-time codes by surname."""
    environment = {**product.environment, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.kinds_school"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def coordinator(browser, product, school):
    """Signed in once for all kinds."""
    visitor = Walker(browser, product.address)
    visitor.sign_in(school["codes"]["Белова"])
    yield visitor
    visitor.close()
    assert visitor.troubles == [], product.words()


@pytest.fixture
def enter(browser, product, school):
    """Somebody of the cast, signed in by the code of a card; at the end none of them may have met trouble."""
    visitors = []

    def signed_in(surname, *, telephone=True):
        visitors.append(Walker(browser, product.address, telephone=telephone))
        visitors[-1].sign_in(school["codes"][surname])
        return visitors[-1]

    yield signed_in
    troubles = [trouble for visitor in visitors for trouble in visitor.troubles]
    for visitor in visitors:
        visitor.close()
    assert troubles == [], product.words()


@pytest.mark.long
def test_individual_rules_trial_plan_log_and_feedback_of_both(coordinator, enter, school):
    pair = gathered(coordinator, school["modules"]["individual"], ["Андреев"], ["Бабушкина"])
    mentor, child = enter("Андреев"), enter("Бабушкина")
    mentor.follow(re.compile("^Посмотреть и ответить")).press("Согласиться")
    child.follow(re.compile("^Посмотреть и ответить")).press("Да, хочу попробовать")
    coordinator.open(pair).press(re.compile("^Записать согласие ?: родитель"))
    begun(coordinator)

    mentor.open(pair).follow("Прочитать и согласиться").press("Согласиться с правилами")
    child.open(pair).follow("Прочитать и согласиться").press("Мне подходит")
    met(mentor, pair)
    mentor.follow(re.compile("^Исправить")).write({"Какая встреча": "пробная"}).press("Сохранить")
    for visitor in (mentor, child):
        visitor.open(pair).press("Да, продолжаем")
    mentor.follow("Открыть план").press("Взять этот план").press("Составляем вместе").press("Мы договорились")
    child.follow("Открыть план").press("План мне подходит")
    coordinator.open(pair)
    assert "Приняты" in coordinator.text

    mentor.open(pair).follow(re.compile("^Обратная связь"))
    mentor.write({"Что получилось": "Сама нашла ошибку", "Следующий шаг": "Ещё одна задача"}).press("Отправить")
    child.open(pair).follow(re.compile("^Обратная связь")).follow("Ответить")
    child.write({"Ответ": "Попробую до среды"}).press(re.compile("^(Ответить|Отправить|Сохранить)"))
    assert "Попробую до среды" in child.text
    goodbye(coordinator, {mentor: "Учился ждать", child: "Понравилось решать вдвоём"}, pair)


def test_group_needs_poll_one_tap_for_all_and_feedback(coordinator, enter, school):
    coordinator.follow("Пары и группы").follow("Собрать пару или группу").follow(re.compile("группов"))
    assert str(school["modules"]["group"]) in coordinator.page.url
    names = ["Гусева", "Дёмин", "Ершова"]
    pair = formed(coordinator, school["modules"]["group"], ["Ветров"], names, "Готовимся к проекту")
    mentor, first, second = enter("Ветров"), enter("Гусева"), enter("Дёмин")

    first.open(pair).follow("Список и темы").write({"Что нам нужно": "Боюсь выступать"}).press("Добавить")
    second.open(pair).follow("Список и темы").write({"Что нам нужно": "Не выходит план"}).press("Добавить")
    mentor.open(pair).follow("Список и темы").follow(re.compile("^Подобрать тему ?: Боюсь выступать"))
    mentor.write({"Тема": "Речь на минуту", "Чем займёмся": "Пробуем по кругу", "Как удобно": "игра"})
    mentor.press("Сохранить")
    for visitor in (first, second):
        visitor.page.reload()
        visitor.press(re.compile("^За эту тему"))
    mentor.page.reload()
    assert "2 голоса" in mentor.text
    mentor.press(re.compile("^Берём эту тему"))
    met(mentor, pair)
    assert "Были все" in mentor.text
    mentor.follow(re.compile("^Обратная связь")).write({"Кому": "Яна"})
    mentor.write({"Что получилось": "Говорила громко", "Следующий шаг": "Добавить пример"}).press("Отправить")
    first.open(pair).follow(re.compile("^Обратная связь"))
    assert "Говорила громко" in first.text
    second.open(pair).follow(re.compile("^Обратная связь"))
    assert "Говорила громко" not in second.text

    goodbye(coordinator, {mentor: "Группа слышит друг друга", second: "Стало не страшно"}, pair)
    coordinator.follow("Что засчитано").write({"Что поняли вместе": "Вместе не страшно"}).press("Сохранить")


def test_virtual_the_question_finds_somebody_outside_and_the_answer_its_asker(coordinator, enter, school):
    sides = ["Жуков", "Зимина"], ["Ильина", "Крылов"]
    pair = formed(coordinator, school["modules"]["virtual"], *sides, "Спроси инженера")
    asker, other, outside = enter("Ильина"), enter("Крылов"), enter("Зимина", telephone=False)

    asker.open(pair).follow("Просьбы о помощи").follow("Спросить наставников")
    asker.write({"Твой вопрос": "Как работает печь на заводе?"}).press("Спросить")
    assert "Как работает печь" in asker.text
    outside.follow(re.compile("Помощь|Ответить")).follow("Эля")
    assert "Как работает печь" in outside.text
    outside.write({"Сообщение": "В ней плавят металл"}).press("Отправить")
    asker.page.reload()
    assert "В ней плавят металл" in asker.text
    assert other.page.goto(asker.page.url).status == 404

    goodbye(coordinator, {outside: "Рада вопросам", asker: "Ответили быстро"}, pair)


def test_flash_offered_taken_held_and_thanked(coordinator, enter, school):
    mentor, child = enter("Лунина"), enter("Маков")
    mentor.open("/mentorships/").follow("Короткие встречи")
    mentor.write({"О чём": "Как выбрать кружок", "Какой день": school["today"], "Во сколько": "23:30"})
    mentor.press("Предложить")
    child.open("/mentorships/").follow("Короткие встречи").press(re.compile("^Записаться"))
    assert "Записано" in child.text
    child.write({"Спасибо": "Теперь знаю, куда идти"}).press(re.compile("^Встретились"))
    assert "Отмечено. Спасибо!" in child.text
    mentor.page.reload()
    assert "«Теперь знаю, куда идти»" in mentor.text

    coordinator.open("/mentorships/?show=ended").follow("Как выбрать кружок")
    assert "· завершена · сами выбрали" in coordinator.text
    for words in ("Правила пары", "Оформить план", "приказ"):
        assert words not in coordinator.text
    pair = coordinator.page.url
    last_words({mentor: "Хороший вопрос", child: "Всё понятно"}, pair)


@pytest.mark.long
def test_speed_rounds_talks_choices_and_pairs_out_of_them(coordinator, enter, school):
    module = school["modules"]["speed"]
    coordinator.open(f"/matching/meetings/new/?module={module}").write({"Какой день": school["today"]})
    coordinator.press(re.compile("^(Назначить|Сохранить)"))
    for name in ("Носова", "Орлов", "Панин", "Рогова"):
        coordinator.page.get_by_label(re.compile(f"^{name}")).check()
    coordinator.press("Сохранить, кто пришёл")
    meeting = coordinator.page.url.split("#")[0]
    coordinator.follow("Круг коротких бесед")
    assert coordinator.page.get_by_role("heading", name=re.compile("^Круг 2")).count() == 1
    coordinator.open(meeting).press("Начать выбор")
    mentor, child = enter("Носова"), enter("Панин")
    for visitor, named in ((mentor, "Илья"), (child, "Инга")):
        visitor.follow(re.compile("^Сделать выбор"))
        choice = visitor.field("Первый выбор")
        choice.select_option(label=next(one for one in choice.locator("option").all_inner_texts() if named in one))
        visitor.press("Отправить выбор")
    coordinator.open(meeting).press("Закончить выбор")
    assert "1-й выбор наставляемого, 1-й наставника" in coordinator.text

    coordinator.follow("Открыть подбор").press("Подобрать пары")
    coordinator.page.get_by_text(re.compile("Предложение №.1 на ")).wait_for()
    coordinator.page.wait_for_load_state()
    coordinator.follow(re.compile("^Опубликовать")).press(re.compile("^Опубликовать")).follow("Открыть пары")
    coordinator.open("/mentorships/?show=proposed").follow(re.compile("Носова"))
    assert "групповая встреча" in coordinator.text
    assert "Панин" in coordinator.text
    pair = coordinator.page.url
    agreed_on_paper(coordinator, pair)
    begun(coordinator)
    goodbye(coordinator, {mentor: "Пять минут хватило", child: "Выбрали друг друга"}, pair)


@pytest.mark.long
def test_team_parts_a_short_term_and_a_goal(coordinator, enter, school):
    sides = ["Сомов", "Титова"], ["Уткин", "Фомина"]
    pair = formed(coordinator, school["modules"]["team"], *sides, "Школьный сад")
    coordinator.follow("Роли в команде").write(
        {"К какому дню": AHEAD.isoformat(), "Сомов": "чертежи", "Уткин": "грядки"}
    )
    coordinator.press("Сохранить роли")
    mentor, child = enter("Титова"), enter("Уткин")
    mentor.open(pair)
    assert ": чертежи" in mentor.text
    mentor.follow("Открыть план").write({"Чего": "Посадить десять яблонь"}).press("Добавить цель")
    mentor.press(re.compile("^Цель достигнута"))
    child.open(pair)
    assert "грядки" in child.text
    assert "Посадить десять яблонь" in child.text
    assert "Достигнута" in child.text
    met(mentor, pair)
    goodbye(coordinator, {mentor: "Успели к сроку", child: "Теперь умею сажать"}, pair)


@pytest.mark.long
def test_blended_in_person_and_online_by_an_allowed_service(coordinator, enter, school):
    pair = formed(coordinator, school["modules"]["blended"], ["Хохлова"], ["Цаплин", "Чайкин"], "Робототехника")
    mentor, child = enter("Хохлова", telephone=False), enter("Цаплин")
    mentor.open(pair).follow("Записать точное время")
    online = {"Какой день": AHEAD.isoformat(), "Во сколько": "16:00", "Очно или онлайн": "онлайн"}
    mentor.write({**online, "Ссылка": "https://video.example/room"}).press("Записать точное время")
    assert "telemost.example" in mentor.text
    mentor.write({"Ссылка": "https://telemost.example/j/17"}).press("Записать точное время")
    child.open("/calendar/")
    assert child.page.get_by_role("link", name="Войти в видеовстречу").get_attribute("href").endswith("/j/17")
    mentor.open(pair).page.get_by_text("Были все. Кого-то не было?").click()
    mentor.page.get_by_label("Кирилл").uncheck()
    mentor.press("Хорошо")
    assert "Не было: Кирилл" in mentor.text
    goodbye(coordinator, {mentor: "И в классе, и онлайн", child: "Удобно из дома"}, pair)


@pytest.mark.long
def test_situational_the_request_is_watched_and_silence_is_not(coordinator, enter, school):
    pair = formed(coordinator, school["modules"]["situational"], ["Шилов"], ["Щукина"], "")
    mentor, child = enter("Шилов"), enter("Щукина")
    child.open(pair).follow("Просьбы о помощи").follow("Спросить наставников")
    child.write({"Твой вопрос": "Как извиниться перед другом?"}).press("Спросить")
    assert "Как извиниться" in child.text
    coordinator.open("/messages/requests/")
    assert "Лиза" in coordinator.text
    mentor.open("/messages/help/").follow("Лиза")
    mentor.write({"Сообщение": "Начни с простого: прости"}).press("Отправить")
    coordinator.page.reload()
    assert "Все ответы даны" in coordinator.text
    coordinator.open("/mentorships/?show=late")
    assert "Шилов" not in coordinator.text
    goodbye(coordinator, {mentor: "Помог один совет", child: "Мы помирились"}, pair)


@pytest.mark.long
def test_reverse_the_same_two_the_other_way_round_are_another_pair(coordinator, enter, school):
    module = school["modules"]["reverse"]
    pair = formed(coordinator, module, ["Юрьева"], ["Яковлев"])
    back = formed(coordinator, module, ["Яковлев"], ["Юрьева"])
    assert pair != back
    young, elder = enter("Юрьева"), enter("Яковлев")
    met(young, pair)
    met(elder, back)
    goodbye(coordinator, {young: "Показала чат-бота", elder: "Освоил нейросети"}, pair)
    young.open(back)
    assert "· работает ·" in young.text
    goodbye(coordinator, {young: "Научилась вести журнал", elder: "Приятно учить"}, back)
