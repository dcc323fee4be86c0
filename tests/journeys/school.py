"""The steps of the main line as a coordinator takes them, page by page."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.journeys import pressing

DATA = Path(__file__).resolve().parents[1] / "data"
MENTEES, MENTORS = DATA / "mentees.xlsx", DATA / "mentors.xlsx"


@dataclass(frozen=True)
class Waiting:
    """Who waits, by list name and study group or post: without a consent at all, for a signature, for a clearance;
    and how many mentees said no in the list, whom nothing admits."""

    refused: list[tuple[str, str]]
    unsigned: list[tuple[str, str]]
    uncleared: list[tuple[str, str]]
    said_no: int


def waiting_by_proof(product, proof):
    """The rows that `nastavnik quick` names, as people."""
    names, said_no = {}, set()
    for role, file in (("mentee", MENTEES), ("mentor", MENTORS)):
        words = product.run("people", "import", str(file), "--role", role, "--dry-run", "--json")
        records = json.loads(words)["records"]
        names |= {
            (f"{role}s", one["row"]): (" ".join(one["name"].split()[:2]), one["class"] or one["position"])
            for one in records
        }
        said_no |= {one["name"] for one in records if role == "mentee" and one["consent"] is False}

    def people(rows, *codes):
        return [names[one["file"], one["row"]] for one in rows if one["code"] in codes]

    return Waiting(
        people(proof["left_out"], "consent_missing"),
        people(proof["warnings"], "own_signature_unknown", "consent_unknown"),
        people(proof["warnings"], "clearance_unknown"),
        len(said_no),
    )


def open_school(product):
    """What the administrator does on the command line; the coordinator's first code."""
    words = product.run(
        "organisation", "create", "--title", "МБОУ «СОШ № 0» (вымышленная)", "--short", "Школа № 0", "--region",
        "Вымышленная область", "--municipality", "Вымышленный округ", "--city", "Заозёрск", "--coordinator",
        "Белова Марина Сергеевна", "--post", "заместитель директора по воспитательной работе",
    )  # fmt: skip
    return re.search(r"один раз\): (\S+)", words).group(1)


def add_the_head(coordinator):
    """A person and the role."""
    head = {"Фамилия": "Черных", "Имя": "Лев", "Отчество": "Юрьевич", "Должность": "директор"}
    coordinator.open("/people/add/?role=staff").write(head).press("Сохранить")
    coordinator.open("/organisation/staff/")
    coordinator.write({"Кто": "Черных Лев Юрьевич", "Роль": "руководитель"}).press("Дать роль")


def begin_the_programme(coordinator):
    """From a ready template, then opened."""
    coordinator.open("/programmes/").press("Создать программу", role="link")
    coordinator.press(re.compile("Взять этот образец ?: Старшие — младшим"), role="link")
    coordinator.write({"Название": "Старшие — младшим"}).press("Создать программу")
    coordinator.press("Начать программу")


def import_list(coordinator, file, role):
    """File → columns → check → accepted."""
    page = coordinator.open("/import/").page
    page.get_by_label(role).check()
    coordinator.field("Файл со списком").set_input_files(file)
    coordinator.press("Прочитать файл")
    coordinator.press("Проверить список")
    coordinator.press(re.compile("^Принять"))


def rows_on(coordinator):
    """The rows that can be ticked on a page, by list name and study group or post (namesakes differ in it)."""
    rows = coordinator.page.locator("main form tbody tr:has(input[name=person])").all()
    return {(row.locator(".person").inner_text(), row.locator("td").nth(1).inner_text()): row for row in rows}


def people_on(coordinator, path):
    """Everybody whom a list of several pages names."""
    people, number = [], 1
    while True:
        people += rows_on(coordinator.open(f"{path}?page={number}"))
        if not coordinator.page.get_by_role("link", name="Дальше").count():
            return sorted(people)
        number += 1


def record(coordinator, path, people, button, ticks=()):
    """Tick these people, page by page of a list that grows shorter, and press the button."""
    left, number = set(people), 1
    while left:
        rows = rows_on(coordinator.open(f"{path}?page={number}"))
        assert rows, f"not listed: {sorted(left)}"
        here = left & set(rows)
        if not here:
            number += 1
            continue
        for one in here:
            rows[one].locator("input").check()
        for tick in ticks:
            coordinator.page.locator("main form").get_by_label(tick).check()
        coordinator.press(button)
        left -= here
        number = 1


def one_time_code(coordinator, name):
    """The coordinator finds somebody and issues a code; it is shown once."""
    coordinator.open("/people/?role=all").write({"Найти по имени": name}).press("Найти")
    coordinator.press(spaced(name), role="link").press(re.compile("^Выдать"), role="link").press("Выдать код")
    return coordinator.page.locator(".code").first.inner_text()


def agree_to_all(visitor):
    """Say yes to every proposal that waits on «Сегодня»."""
    assert visitor.heading == "Сегодня"
    asking = visitor.page.get_by_role("link", name=re.compile("^Посмотреть и ответить"))
    while asking.count():
        pressing.press(asking.first)
        visitor.look().press(re.compile("^(Согласиться|Да, хочу попробовать)"))
        visitor.open("/")


def proposed_pairs(coordinator):
    """Who is proposed with whom, over all pages of a run."""
    pairs, number = set(), 1
    where = coordinator.page.url.split("?")[0]
    while True:
        coordinator.open(f"{where}?page={number}")
        for row in coordinator.page.locator("#pairs tbody tr:has(th)").all():
            pairs.add((row.locator("th .person").inner_text(), row.locator("td .person").first.inner_text()))
        if not coordinator.page.get_by_role("link", name="Дальше").count():
            coordinator.open(where)
            return pairs
        number += 1


def a_child_with_a_grown_up(pairs):
    """(child, mentor, guardian): a pair of the proposal whose names nobody else on the lists has."""
    guardians = {
        " ".join(row[1].split()): row[5]
        for row in openpyxl.load_workbook(MENTEES).active.iter_rows(min_row=3, values_only=True)
        if row[1] and row[5]
    }
    everybody = Counter(short(name) for name in [*guardians, *set(guardians.values())])
    everybody.update({short(row[2]) for row in pairs[1:]})
    for child, group, mentor, post, *_rest in sorted(pairs[1:]):
        three = short(child), short(mentor), short(guardians.get(child) or child)
        if str(group)[0] in "567" and "учитель" in str(post) and all(everybody[name] == 1 for name in three):
            return three
    raise AssertionError("no such pair")


def short(name):
    """«Фамилия Имя», as lists show people."""
    return " ".join(name.split()[:2])


def spaced(name):
    """A name however its parts are held together."""
    return re.compile(r"\s".join(name.split()))


def open_pair(coordinator, child, mentor, show):
    """The page of a pair, out of the list of those in a state."""
    number = 1
    while True:
        coordinator.open(f"/mentorships/?show={show}&page={number}")
        links = coordinator.page.locator("main a.person")
        found = links.filter(has_text=spaced(mentor)).filter(has_text=spaced(child))
        if found.count():
            pressing.press(found.first)
            return coordinator.look()
        number += 1
        assert number < 10, f"no pair of {mentor} and {child}: {links.all_inner_texts()}"


def downloaded(visitor, name):
    """The bytes behind a link or a button."""
    with visitor.page.expect_download() as waiting:
        visitor.page.locator("a, button").filter(has_text=name).first.click()
    return Path(waiting.value.path()).read_bytes()
