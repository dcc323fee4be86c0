"""Two Excel lists become working pairs and their papers: coordinator, head, mentor, mentee and guardian in browsers."""

import io
import json
import re
import zipfile

import openpyxl
import pytest

from tests.journeys import school

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def quick(product):
    """What `nastavnik quick` makes of the same two lists today: its proof and its pairs by name."""
    out = product.folder / "quick"
    product.run("quick", str(school.MENTEES), str(school.MENTORS), "--out", str(out))
    sheet = openpyxl.load_workbook(out / "pairs.xlsx").worksheets[0]
    return json.loads((out / "certificate.json").read_text()), list(sheet.iter_rows(values_only=True))


def test_two_lists_become_working_pairs_and_their_papers(product, visit, quick):
    proof, pairs = quick
    coordinator = visit()
    coordinator.sign_in(school.open_school(product))
    school.add_the_head(coordinator)
    school.begin_the_programme(coordinator)
    lists_come_in(coordinator)
    said_no = who_waits_is_recorded(product, coordinator, proof)
    the_plan_is_the_one_of_quick(coordinator, pairs)
    child, mentor, guardian = school.a_child_with_a_grown_up(pairs)
    people = {name: visit(telephone=True) for name in (child, mentor, guardian)}
    all_sides_agree(coordinator, people, child, mentor)
    the_head_orders_the_pair(coordinator, visit(), child, mentor)
    the_pair_works(people, child, mentor, guardian)
    the_pair_ends_with_certificates(coordinator, visit(telephone=True), child, mentor)
    the_report_says_n_and_date(coordinator, admitted=120 - said_no)


def lists_come_in(coordinator):
    """Both lists are accepted; the first one once more adds nobody."""
    school.import_list(coordinator, school.MENTEES, "наставляемые")
    assert coordinator.heading == "Принято 120 человек"
    school.import_list(coordinator, school.MENTORS, "наставники")
    assert coordinator.heading == "Принято 40 человек"
    school.import_list(coordinator, school.MENTEES, "наставляемые")
    assert re.search(r"^0\s+новых", coordinator.text, re.MULTILINE)


def who_waits_is_recorded(product, coordinator, proof):
    """The pages let wait, by name, whom `quick` named; papers of these are recorded, of the refused not."""
    waiting = school.waiting_by_proof(product, proof)
    assert school.people_on(coordinator, "/consents/") == sorted(waiting.refused + waiting.unsigned)
    uncleared = school.people_on(coordinator, "/people/clearance/")
    assert [name for name, _post in uncleared] == sorted(name for name, _post in waiting.uncleared)
    school.record(coordinator, "/consents/", waiting.unsigned, "Записать отмеченным", ["сам ребёнок"])
    school.record(coordinator, "/people/clearance/", uncleared, "Записать допуск")
    assert school.people_on(coordinator, "/consents/") == sorted(waiting.refused)
    return waiting.said_no


def the_plan_is_the_one_of_quick(coordinator, pairs):
    """Matched in the background, proved, the same pairs as without a server; then published."""
    coordinator.open("/matching/").press("Старшие — младшим", role="link").press("Подобрать пары")
    coordinator.page.get_by_text("Лучше нельзя: это доказано").first.wait_for()
    coordinator.look()
    assert school.proposed_pairs(coordinator) == {(school.short(row[0]), school.short(row[2])) for row in pairs[1:]}
    coordinator.press(re.compile("^Опубликовать"), role="link").press(re.compile("^Опубликовать"))
    assert "Опубликован" in coordinator.text


def all_sides_agree(coordinator, people, child, mentor):
    """Child, mentor and guardian sign in by codes of a card, each on a telephone, and say yes."""
    for name, visitor in people.items():
        visitor.sign_in(school.one_time_code(coordinator, name))
        school.agree_to_all(visitor)
    school.open_pair(coordinator, child, mentor, "confirmed")
    assert "· согласована" in coordinator.text


def the_head_orders_the_pair(coordinator, head, child, mentor):
    """The order goes to the head as DOCX and PDF; the approval starts the pair."""
    coordinator.open("/documents/").press("Подготовить приказ", role="link")
    coordinator.write({"Номер": "42-ОД"}).press("Подготовить проект")
    order = school.downloaded(coordinator, "Скачать DOCX")
    words = zipfile.ZipFile(io.BytesIO(order)).read("word/document.xml").decode()
    assert "42\u2011ОД" in words  # held together: a number never breaks at the end of a line
    assert child.split()[0] in words
    assert school.downloaded(coordinator, "Скачать PDF").startswith(b"%PDF-1.")
    coordinator.press("Отправить руководителю")

    head.sign_in(school.one_time_code(coordinator, "Черных Лев"))
    head.press(re.compile("^Открыть документ"), role="link").press("Утвердить")
    assert "Выпущен" in head.text
    school.open_pair(coordinator, child, mentor, "work")
    assert "· работает ·" in coordinator.text


def the_pair_works(people, child, mentor, guardian):
    """A goal with a step, and a diary entry by one tap; child and guardian see what is theirs."""
    tutor = people[mentor].open("/mentorships/")
    tutor.press("Открыть план", role="link")
    tutor.write({"Чего хочется достичь": "Полюбить сочинения"}).press("Добавить цель")
    tutor.page.get_by_text("Добавить шаг").first.click()
    tutor.write({"Шаг": "Прочитать рассказ и пересказать"}).press("Добавить шаг")
    tutor.open("/mentorships/").press("Хорошо")
    for visitor in (tutor, people[child].open("/mentorships/"), people[guardian].open("/mentorships/")):
        assert "состоялась, хорошо" in visitor.text
        assert "Полюбить сочинения" in visitor.text
    assert not people[guardian].page.get_by_role("button", name="Хорошо").count()


def the_pair_ends_with_certificates(coordinator, anyone, child, mentor):
    """Closed with a reason; both get a certificate, and anybody can check the child's by its code."""
    school.open_pair(coordinator, child, mentor, "work")
    coordinator.press("Завершить пару", role="link").page.get_by_label("работа завершена").check()
    coordinator.write({"Почему": "план выполнен"}).press("Завершить пару")
    assert "план выполнен" in coordinator.text
    coordinator.open("/documents/certificates/").press("Выдать отмеченным")
    rows = coordinator.page.get_by_role("row").filter(has_text=school.spaced(child))
    coordinator.press(re.compile("^Сертификат"), role="link", within=rows)
    assert school.downloaded(coordinator, "Скачать PDF").startswith(b"%PDF-1.")
    code = coordinator.page.locator(".code").first.inner_text()

    anyone.open("/check/").write({"Код": code.lower().replace("-", " ")}).press("Проверить")
    surname, given_name = child.split()
    assert "Сертификат подлинный" in anyone.text
    assert f"{given_name} {surname[0]}." in anyone.text
    assert surname not in anyone.text
    anyone.open("/check/").write({"Код": "2222-3333-4444-5555"}).press("Проверить")
    assert "Такого кода нет" in anyone.text


def the_report_says_n_and_date(coordinator, *, admitted):
    """Coverage of those who were admitted (a refusal in the list admits nobody), meetings, endings; also as DOCX."""
    coordinator.open("/reports/").press("Старшие — младшим", role="link")
    assert f"1 из {admitted} (1 %)" in coordinator.text
    assert "1 из 40 (3 %)" in coordinator.text
    words = zipfile.ZipFile(io.BytesIO(school.downloaded(coordinator, "Скачать DOCX"))).read("word/document.xml")
    assert "Охват" in words.decode()
