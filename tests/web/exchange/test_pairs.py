"""A list of pairs through the pages, and the way back."""

import pytest

from nastavnik.domain.exchange.models import PeopleImport, SavedMapping
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import Person
from tests.domain.exchange.lists import MENTEES, child, workbook
from tests.domain.exchange.test_accept_pairs import CHILD, HEADINGS, row
from tests.web.exchange.test_wizard import accept, coordinator, load, module, send  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def load_pairs(client, module, *rows):  # noqa: F811
    columns = send(client, module, workbook(HEADINGS, *rows), role="pairs").url
    form = client.get(columns).context["form"]
    sent = {letter: form[letter].value() for letter in form.letters}
    return client.get(client.post(columns, {**sent, "version": form["version"].value()}).url).url


def test_pairs_go_from_the_file_to_the_pages_of_pairs(client, module):  # noqa: F811
    check = load_pairs(
        client, module, row("Аистов Пётр"), row("Белкина Вера", CHILD, "6А"), row("Ежов Лев", starts="01.12.2026")
    )
    page = client.get(check)
    shown = [(one.number, one.kind) for one in page.context["rows"]]
    assert shown == [(4, "out"), (3, "waiting"), (2, "running")]
    assert "Принять 2\u00a0пары" in page.content.decode()

    done = client.post(
        check.replace("pairs", "accept"), {"version": page.context["people_import"].version, "admit": "on"}
    ).url
    text = client.get(done).content.decode()

    assert Mentorship.objects.count() == 1
    assert "Ждём согласия" in text
    assert "Пара начнётся позже" in text
    again = client.post(done.replace("done", "waiting"), {"version": PeopleImport.objects.get().version})
    assert again.url == done
    assert Mentorship.objects.count() == 1


def test_the_way_back_is_shown_with_what_goes_and_taken(client, module):  # noqa: F811
    done = accept(client, load(client, module, child("Аистова Вера"))).url
    page = client.get(done)
    assert "Загрузили не тот список?" in page.content.decode()
    assert {step["state"] for step in page.context["steps"]} == {"done"}

    undo = done.replace("done", "undo")
    page = client.get(undo)
    assert page.context["can_be_undone"]
    answer = client.post(undo, {"version": page.context["form"]["version"].value()})

    assert answer.url == "/import/"
    assert not Person.objects.filter(surname="Аистова").exists()
    assert "Загрузка отменена" in client.get(done).content.decode()


def test_what_hinders_is_named_and_nothing_is_lost(client, module):  # noqa: F811
    done = accept(client, load(client, module, child("Аистова Вера"))).url
    Person.objects.filter(surname="Аистова").update(version=2, phone="+79990000001")
    undo = done.replace("done", "undo")

    page = client.get(undo).content.decode()
    refused = client.post(undo, {"version": PeopleImport.objects.get().version})

    assert "после загрузки записи исправили" in page
    assert "Аистова Вера" in page
    assert (refused.status_code, Person.objects.filter(surname="Аистова").count()) == (422, 1)


HEADINGS_OF_A_SCHOOL = ("Дитя", "Когда родился", "Кто дома")


def test_columns_said_once_are_offered_for_the_next_list_and_forgotten(client, module):  # noqa: F811
    said = {"A": "name", "B": "birth_date", "C": "guardian_name"}
    first = send(client, module, workbook(HEADINGS_OF_A_SCHOOL, ("Аистова Вера", "14.03.2014", "Аистова Ольга"))).url
    client.post(first, {**said, "version": 1, "remember": "on"})

    turned = ("Кто дома", "Дитя", "Когда родился")
    second = send(client, module, workbook(turned, ("Ежова Ия", "Ежова Лия", "15.03.2014"))).url
    page = client.get(second)
    assert "мы уже видели" in page.content.decode()
    shown = {letter: page.context["form"][letter].value() for letter in "ABC"}
    assert shown == {"A": "guardian_name", "B": "name", "C": "birth_date"}

    client.post(second.replace("columns", "forget"), {"version": PeopleImport.objects.first().version})
    assert SavedMapping.objects.count() == 0
    assert "мы уже видели" not in client.get(second).content.decode()


def test_columns_are_not_remembered_unasked(client, module):  # noqa: F811
    first = send(client, module, workbook(HEADINGS_OF_A_SCHOOL, ("Аистова Вера", "14.03.2014", "Аистова Ольга"))).url
    client.post(first, {"A": "name", "B": "birth_date", "C": "guardian_name", "version": 1})

    assert SavedMapping.objects.count() == 0


def two_sheets():
    import io

    from openpyxl import Workbook

    book = Workbook()
    for title, name in (("6А", "Аистова Вера"), ("6Б", "Белкина Анна")):
        sheet = book.create_sheet(title)
        sheet.append(list(MENTEES))
        sheet.append(list(child(name)))
        sheet.append(list(child(name.replace("а ", "ина "))))
    book.remove(book["Sheet"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_another_sheet_of_the_file_can_be_read_and_the_choice_stays(client, module):  # noqa: F811
    columns = send(client, module, two_sheets()).url
    assert client.get(columns).context["sheets"] == [("6А", True), ("6Б", False)]

    client.post(columns.replace("columns", "sheet"), {"sheet": "6Б", "version": 1})

    page = client.get(columns)
    assert page.context["sheets"] == [("6А", False), ("6Б", True)]
    assert page.context["rows"][0][0].sample.startswith("Белкина")


def test_a_sheet_that_is_not_there_is_refused_with_a_sentence(client, module):  # noqa: F811
    columns = send(client, module, two_sheets()).url

    client.post(columns.replace("columns", "sheet"), {"sheet": "7Ъ", "version": 1})

    assert "Листа «7Ъ» в файле нет" in client.get(columns).content.decode()


def test_two_mentors_in_a_row_are_told_where_they_fit(client, module):  # noqa: F811
    check = load_pairs(
        client, module, row("Аистов Пётр", mentor=("Панова Анна; Лосева Яна", "учитель")), row("Галкин Лев")
    )

    text = client.get(check).content.decode()

    assert "В этом модуле у пары один наставник." in text
    assert "Несколько сразу бывают в команде и в виртуальном наставничестве" in text
    assert "запишите наставников отдельными строками, по одному на период" in text
